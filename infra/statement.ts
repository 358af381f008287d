const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const inline = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>');

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => inline(cell.trim()));
const row = (cells: readonly string[], tag: string): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

function table([head = '', , ...lines]: readonly string[]): string {
  const shown = lines.map((line) => row(cellsOf(line), 'td')).join('\n');
  return `<table>\n<thead>${row(cellsOf(head), 'th')}</thead>\n<tbody>\n${shown}\n</tbody>\n</table>`;
}

/** One block of the page: headings, tables, lists, paragraphs. */
function blockOf(block: string): string {
  const [, signs, title = ''] = /^(#{1,3}) (.+)$/.exec(block) ?? [];
  if (signs) return `<h${signs.length}>${inline(title)}</h${signs.length}>`;
  const lines = block.split('\n');
  if (lines[0]?.startsWith('|')) return table(lines);
  if (!lines[0]?.startsWith('- ')) return `<p>${inline(lines.join(' '))}</p>`;
  const items = lines
    .join(' ')
    .slice(2)
    .split(/ +(?=- )/)
    .map((item) => item.replace(/^- /, ''));
  return `<ul>\n${items.map((item) => `<li>${inline(item.replace(/ {2,}/g, ' '))}</li>`).join('\n')}\n</ul>`;
}

/** A page of ours in Markdown as one that everybody can read; what this Markdown does not know stays text. */
export function pageOf(markdown: string): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Turntable: ${inline(title)}</title>
    <style>
      body { font: 16px/1.5 'Segoe UI', system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #8a8a8a; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
      @media (max-width: 40rem) { table, tbody, tr, td { display: block; } thead { display: none; } tr { margin-bottom: 1rem; } }
      @media (prefers-color-scheme: dark) { body { background: #1f1f1f; color: #fff; } }
    </style>
  </head>
  <body>
    <main>
${blocks.map(blockOf).join('\n')}
    </main>
  </body>
</html>
`;
}
