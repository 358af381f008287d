/** What the log may know of an error: never the request, which can hold what a person wrote. */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const status = 'statusCode' in error ? { statusCode: error.statusCode } : {};
  return { name, message, stack, ...status };
}
