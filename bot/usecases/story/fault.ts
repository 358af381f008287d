/** What a log line may hold of an error: no request, no token, nothing that somebody wrote. */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  const { name, message, stack } = error;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return { type: name, message, stack, status: statusCode, code, cause };
}
