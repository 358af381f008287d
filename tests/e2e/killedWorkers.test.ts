import { expect, it } from 'vitest';
import { isTrue } from '#tests/bench/broadcast/company.ts';
import { killWorkers } from '#tests/bench/broadcast/kills.ts';

/** `npm run bench -- announcements 2000 kills` does the same with two thousand. */
const PEOPLE = 240;
const KILLS = 10;

it('workers killed ten times while they send, and storage that goes away, lose nobody and tell nobody twice', async () => {
  const { deliveries, timesOf, taken, takenBefore } = await killWorkers({ people: PEOPLE, kills: KILLS });
  expect(takenBefore).toBeLessThan(PEOPLE);
  expect(deliveries).toHaveLength(PEOPLE);
  for (const delivery of deliveries) {
    const { person, state, reason } = delivery;
    expect(isTrue(delivery, timesOf(delivery)), `${person}: ${state}, ${timesOf(delivery)} times`).toBe(true);
    expect(reason === '', `${person}: ${state} ${reason}`).toBe(state === 'sent');
  }
  expect(taken).toBeLessThanOrEqual(PEOPLE);
  expect(deliveries.filter(({ state }) => state === 'sent').length).toBeGreaterThan(PEOPLE / 4);
});
