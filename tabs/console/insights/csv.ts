/** What begins a formula, also in wide letters or behind signs that nobody sees. */
const FORMULA = /^\s*[=+\-@|%]|^[\t\r\n]/;

/**
 * A cell as text for any spreadsheet: what would begin a formula there begins with an apostrophe instead, and every
 * cell stands in quotes (OWASP, *CSV Injection*).
 */
const cellOf = (text: string): string =>
  `"${(FORMULA.test(text.normalize('NFKC').replace(/\p{Cf}/gu, '')) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Rows as a CSV that spreadsheets read as UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

/** Hands rows to the reader as a file of this name. */
export function saveCsv(name: string, rows: readonly (readonly string[])[]): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
