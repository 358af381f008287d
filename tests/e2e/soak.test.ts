import { expect, it } from 'vitest';
import { soak } from '#tests/soak/soak.ts';

/** `npm run soak` does the same with two hundred, for minutes. */
const SHORT = { people: 16, seed: 12, days: 2, kills: 1, outages: 1, betweenKillsMs: 4_000 };

it('a crowd on two servers of which one is killed leaves every table as it should be', async () => {
  const soaked = await soak(SHORT);
  const { violations, faults, kills, outages, erased, messages, signatures, announced } = soaked;
  expect(violations).toEqual([]);
  expect(faults).toEqual([]);
  // The second one while people were erased.
  expect(kills).toBe(2);
  expect(outages).toBe(1);
  expect(erased).toBe(2);
  // It was a life: they signed, were told something, and heard of more than their invitation.
  expect(signatures).toBeGreaterThan(0);
  expect(announced).toBeGreaterThan(0);
  for (const what of ['concerns', 'circles'] as const) expect(soaked[what], what).toBeGreaterThan(0);
  expect(messages).toBeGreaterThan(2 * SHORT.people);
});
