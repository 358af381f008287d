import type { ChatMessage } from '#local/contract.ts';

/** What people, or those who wish us ill, may write into a field. All short enough for the shortest. */
export const HOSTILE: Record<string, string> = {
  html: '<img src=x onerror=alert(1)>&amp;</script>',
  markdown: '**[bold](https://evil.example)** `a` # b',
  template: '{{name}} $t(common:problem) ${1} %s',
  emoji: 'Tea 👩🏽‍💻 and 🦄',
  rightToLeft: 'שלום عالم \u202Ecba\u202C end',
  quotes: `O'Brien "x" \\ / ? # ; -- '; DROP`,
};

export const LONG = 'x'.repeat(100_000);

interface Element {
  type?: string;
  text?: unknown;
  [name: string]: unknown;
}

/** What a card shows as text runs, letter by letter, and what it shows in any other way. */
export interface Shown {
  runs: string;
  elsewhere: string;
}

/** Data of buttons go back to us and `speak` is read aloud: neither is ever drawn. */
const NOT_DRAWN = new Set(['data', 'speak']);

export function shownIn({ cards }: ChatMessage): Shown {
  const runs: string[] = [];
  const elsewhere: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') elsewhere.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) walkElement(value as Element);
  };
  const walkElement = ({ type, text, ...rest }: Element): void => {
    if (type === 'TextRun') runs.push(String(text));
    else walk(text);
    for (const [name, value] of Object.entries(rest)) if (!NOT_DRAWN.has(name)) walk(value);
  };
  walk(cards);
  return { runs: runs.join('\n'), elsewhere: elsewhere.join('\n') };
}
