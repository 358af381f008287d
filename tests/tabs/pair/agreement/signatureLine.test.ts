import { expect, it } from 'vitest';
import { signatureLine } from '#tabs/pair/agreement/signatureLine.ts';

it.each(['Aisha', 'Clara', 'Jo', 'Wolfeschlegelsteinhausenbergerdorff', '明', '', '—'])(
  'is always the same line for a name, within its box (%s)',
  (name) => {
    const line = signatureLine(name);
    expect(line).toBe(signatureLine(name));
    const absolute = line.split(' q')[0] ?? '';
    for (const [, x = '', y = ''] of absolute.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(150);
      expect(Number(y)).toBeLessThanOrEqual(40);
    }
    expect(line).not.toMatch(/NaN|undefined/);
  },
);

it('is another line for another name', () => {
  expect(signatureLine('Aisha')).not.toBe(signatureLine('Clara'));
});
