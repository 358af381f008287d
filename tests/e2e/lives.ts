import type { Me } from '#api/contract/me.ts';
import type { MeetingMade } from '#api/contract/meetings.ts';
import type { PairView } from '#api/contract/pairs.ts';
import type { Local } from '#local/startLocal.ts';
import { type Asks, type Colleague, handsOf } from './forty.ts';

/** What many people do through the API, as their tabs would. */
const AT_ONCE = 8;

export async function each<T>(
  all: readonly T[],
  does: (one: T, n: number) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < all.length; n += AT_ONCE)
    await Promise.all(all.slice(n, n + AT_ONCE).map((one, i) => does(one, n + i)));
}

const pairsOf = async (ask: Asks): Promise<Me['pairs']> => (await ask<Me>('GET /api/me')).pairs;
const pairOf = async (ask: Asks): Promise<PairView | undefined> => {
  const open = (await pairsOf(ask)).find(({ state }) => state !== 'ended');
  return open && ask<PairView>(`GET /api/pairs/${open.pair}`);
};

/** Everybody who was introduced says yes. */
export const sayYes = (local: Local, people: readonly Colleague[]): Promise<void> =>
  each(people, async (one) => {
    const ask = handsOf(local, one);
    for (const { pair, state } of await pairsOf(ask))
      if (state === 'introduced') await ask(`POST /api/pairs/${pair}/answer`, { answer: 'yes' });
  });

/** Each mentor drafts the ground rules as they are proposed; then both sign. */
export async function agree(local: Local, people: readonly Colleague[]): Promise<void> {
  await each(
    people.filter(({ role }) => role === 'mentor'),
    async (one) => {
      const ask = handsOf(local, one);
      const mine = await pairOf(ask);
      if (mine && !mine.agreement) await ask(`PUT /api/pairs/${mine.pair}/agreement`, mine.draft, '0');
    },
  );
  await each(people, async (one) => {
    const ask = handsOf(local, one);
    const mine = await pairOf(ask);
    if (!mine?.agreement || !mine.canSign) return;
    const { version, hash } = mine.agreement;
    await ask(`POST /api/pairs/${mine.pair}/agreement/${version}/signature`, { hash, confidentiality: true });
  });
}

/** Each pair meets for a coffee on that day, and each of the two says how it was. */
export async function meet(local: Local, people: readonly Colleague[], day: string): Promise<void> {
  const occurrences = new Map<string, string>();
  await each(
    people.filter(({ role }) => role === 'executive'),
    async (one) => {
      const ask = handsOf(local, one);
      const mine = await pairOf(ask);
      if (!mine?.hasSpace) return;
      const told = { day, way: 'coffee' };
      const made = await ask<MeetingMade>(`POST /api/pairs/${mine.pair}/meetings`, told);
      occurrences.set(mine.pair, made.occurrence);
    },
  );
  await each(people, async (one, n) => {
    const ask = handsOf(local, one);
    const mine = await pairOf(ask);
    const occurrence = mine && occurrences.get(mine.pair);
    if (!occurrence) return;
    const feedback = { worthTheHour: n % 4 === 0 ? 3 : 5, candid: 'yes', balanced: n % 3 ? 'yes' : 'partly' };
    await ask(`POST /api/pairs/${mine.pair}/meetings/${occurrence}/feedback`, feedback);
  });
}
