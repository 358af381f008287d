const WIDTH = 150;
const BASE = 30;
const MOST_LETTERS = 9;

/** What a letter looks like in it: how high it reaches, how wide it is, how its loop leans; always the same. */
function shapeOf(letter: string): { high: number; wide: number; lean: number } {
  const code = letter.codePointAt(0) ?? 0;
  const isTall = /[\p{Lu}bdfhklt]/u.test(letter);
  return { high: (isTall ? 20 : 9) + (code % 5), wide: 10 + (code % 4) * 2, lean: (code % 7) - 3 };
}

/**
 * A line that looks like a hand signed the name: one loop a letter, and a stroke at the end. For the eye only; the
 * record is version, person and time. An SVG path in a box of 150 × 40.
 */
export function signatureLine(name: string): string {
  const letters = [...name].filter((letter) => /\p{L}/u.test(letter)).slice(0, MOST_LETTERS);
  const shapes = letters.map(shapeOf);
  const full = shapes.reduce((sum, { wide }) => sum + wide, 0);
  const scale = Math.min(1, (WIDTH - 40) / Math.max(full, 1));
  const round = (value: number) => Math.round(value * 10) / 10;
  let x = 6;
  const loops = shapes.map(({ high, wide, lean }) => {
    const [from, to] = [x, x + wide * scale];
    x = to;
    const top = BASE - high;
    const middle = (from + to) / 2 + lean;
    return `C${[from + 1, BASE - 4, middle + 5, top - 2, middle, top].map(round).join(' ')} S${[
      from + 2,
      BASE + 3,
      to,
      BASE,
    ]
      .map(round)
      .join(' ')}`;
  });
  return `M6 ${BASE} ${loops.join(' ')} q14 1 ${round(WIDTH - x - 10)} -6`;
}
