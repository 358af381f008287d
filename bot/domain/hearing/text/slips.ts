/** Letters added, lost, changed or swapped with their neighbour: slips of the pen between two words (restricted Damerau distance). */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** One slip from five letters on, two from nine. */
const slipsAllowed = (key: string): number => (key.length < 5 ? 0 : key.length < 9 ? 1 : 2);

/** So many words of one text are looked at for slips; what comes behind is heard as it is spelled. */
export const SLIP_SEARCHES = 20;

const LONGEST = 24;

/** Known words by first letter and length, to find what a misspelt one may be. */
export class SlipIndex {
  readonly #byShape = new Map<string, string[]>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      if (key.length < 5 || key.length > LONGEST) continue;
      const shape = `${key[0]}${key.length}`;
      const same = this.#byShape.get(shape);
      if (same) same.push(key);
      else this.#byShape.set(shape, [key]);
    }
  }

  /** The known word this is most likely a slip of, the first letter right; the first of equals. */
  nearest(key: string): string | undefined {
    const allowed = slipsAllowed(key);
    let best: { name: string; slips: number } | undefined;
    for (let length = key.length - allowed; allowed > 0 && length <= key.length + allowed; length++)
      for (const name of this.#byShape.get(`${key[0]}${length}`) ?? []) {
        const slips = slipsBetween(key, name);
        if (slips <= allowed && slips < (best?.slips ?? allowed + 1)) best = { name, slips };
      }
    return best?.name;
  }
}
