interface Kept {
  title: string;
  lead: string;
  /** Each thing is one or more lines. */
  sections: readonly { title: string; lines: readonly string[][] }[];
}

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? letter);
const lang = (): string => document.documentElement.lang || 'en';
const dir = (): string => document.documentElement.dir || 'ltr';

/** A page that needs nothing but itself: plain, to be read, printed and kept. Everybody's words are text in it. */
export function pageOf({ title, lead, sections }: Kept): string {
  const shown = sections.filter(({ lines }) => lines.length > 0);
  const things = (lines: readonly string[][]) =>
    lines.map((thing) => `<li>${thing.map(escaped).join('<br>')}</li>`).join('\n');
  return [
    '<!doctype html>',
    `<html lang="${escaped(lang())}" dir="${escaped(dir())}"><head><meta charset="utf-8">`,
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    '<style>body{font:16px/1.6 "Segoe UI",sans-serif;max-width:42em;margin:2em auto;padding:0 1em}',
    'li{margin-block-end:.75em;white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body>',
    `<h1>${escaped(title)}</h1><p>${escaped(lead)}</p>`,
    ...shown.map((section) => `<h2>${escaped(section.title)}</h2>\n<ul>\n${things(section.lines)}\n</ul>`),
    '</body></html>',
  ].join('\n');
}

/** Hands a text over as a file. */
export function save(text: string, name: string, type = 'text/html'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
