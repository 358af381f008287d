/** Whether a text can be kept as it is: no NUL, no half of a character. */
export const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Where in what somebody sent a text stands that cannot be kept as it is; bytes are no text. */
export function unwritableIn(sent: unknown, where: readonly string[] = []): string[] {
  if (typeof sent === 'string') return isWritable(sent) ? [] : [where.join('.')];
  if (typeof sent !== 'object' || sent === null || ArrayBuffer.isView(sent)) return [];
  return Object.entries(sent).flatMap(([name, field]) => unwritableIn(field, [...where, name]));
}
