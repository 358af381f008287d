/** A stretch of words that stayed, came or went. */
export interface Run {
  kind: 'same' | 'new' | 'gone';
  text: string;
}

/** Words, spaces, and each other sign alone, so that a comma that came does not mark the word before it. */
const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}’']+|\s+|[^\s]/gu) ?? [];

/**
 * What changed from one text to another, by words: the longest common run of words stays. Where words were replaced,
 * those that went stand before those that came. All `same` and `gone` are the first text, all `same` and `new` the
 * second.
 */
export function wordDiff(before: string, after: string): Run[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const common = commonLengths(a, b);
  const runs: Run[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i] as string });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      runs.push({ kind: 'gone', text: a[i++] as string });
    } else runs.push({ kind: 'new', text: b[j++] as string });
  }
  return joined(runs);
}

const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** How many words from here on can stay, for every pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (table[i] as number[])[j] =
        a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
  return table;
}

/** Neighbours of a kind are one run; a lone space between two changes changes with them. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let [gone, fresh] = ['', ''];
  const flush = () => {
    if (gone) out.push({ kind: 'gone', text: gone });
    if (fresh) out.push({ kind: 'new', text: fresh });
    gone = fresh = '';
  };
  const isGlue = ({ kind, text }: Run, n: number): boolean =>
    kind === 'same' && text.trim() === '' && gone + fresh !== '' && (runs[n + 1]?.kind ?? 'same') !== 'same';
  for (const [n, run] of runs.entries()) {
    const isBetween = isGlue(run, n);
    if (run.kind === 'gone' || isBetween) gone += run.text;
    if (run.kind === 'new' || isBetween) fresh += run.text;
    if (run.kind === 'same' && !isBetween) {
      flush();
      stay(out, run);
    }
  }
  flush();
  return out;
}

function stay(out: Run[], run: Run): void {
  const last = out.at(-1);
  if (last?.kind === 'same') last.text += run.text;
  else out.push({ ...run });
}
