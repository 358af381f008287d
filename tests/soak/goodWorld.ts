import { asId, type Day, type PersonId } from '#domain/basics/ids.ts';
import type { Somebody } from '#domain/basics/privacy.ts';
import type { Publication } from '#domain/insights/publication.ts';
import type { Channel } from '#domain/people/person.ts';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { getPerson } from '#usecases/people/people.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import { type Books, deliveriesIn, readAll, type Taken } from './books.ts';

const NEVER_A_PAIR = 'diego';

/** A world with every kind of row, from which somebody was erased, and which has come to rest. */
export async function aGoodWorld(): Promise<Books> {
  const world = await anEdgeWorld();
  try {
    const gone = await erase(world, NEVER_A_PAIR);
    return published(toldAll(await booksOf(world, gone)), world.cohort);
  } finally {
    await world.close();
  }
}

async function erase({ ctx, ask }: EdgeWorld, who: string): Promise<Somebody> {
  const person = asId<PersonId>((await ask(who, 'GET /api/me')).json().person);
  const { name, mail, directoryId } = await getPerson(ctx, person);
  await ask(who, 'DELETE /api/me');
  await settleAll(ctx, []);
  return { person, mail, directoryId, names: [name], pseudonym: pseudonymOf(ctx, person) };
}

const booksOf = async ({ ctx }: EdgeWorld, gone: Somebody): Promise<Books> => ({
  ...{ rows: await readAll(ctx.scan), taken: [], erased: [gone] },
  ...{ putAside: 0, nowMs: ctx.clock.now() },
});

/** As if each delivery had arrived: the worker of these worlds sends nothing. */
function toldAll(books: Books): Books {
  const people = [...new Set(deliveriesIn(books).map(({ person }) => person))];
  const channels = people.map((person) => ({
    ...{ partition: person, key: 'channel', etag: '' },
    value: { ...CHANNEL, conversationId: `a:${person}`, userId: `29:${person}` } satisfies Channel,
  }));
  const reached = books.rows.people.filter(
    (row) => row.key !== 'channel' || !people.includes(row.partition as never),
  );
  const deliveries = books.rows.deliveries.map((row, n) => ({
    ...row,
    value: { ...row.value, state: 'sent', attempts: 1, activity: `activity-${n}` },
  }));
  const rows = { ...books.rows, people: [...reached, ...channels], deliveries };
  const taken = deliveriesIn({ rows }).map(
    ({ person, activity }): Taken => ({ chat: `a:${person}`, activity }),
  );
  return { ...books, rows, taken };
}

const STEP = { reads: 'some', count: 6, of: 14, on: asId<Day>('2026-12-07'), least: 6 } as const;
const CELL = { of: 'candid', value: 60, edge: '' } as const;
const COUNTED = { invited: 14, joined: 14, introduced: 14, paired: 14 };

/** Two weeks are published; of those who answered, the rows of four are left beside whoever was erased. */
function published(books: Books, cohort: string): Books {
  const cells = [
    { ...CELL, role: 'all' as const, from: '2026-11', to: '2026-11' },
    { ...CELL, role: 'all' as const, from: '2026-12', to: '2026-12' },
  ];
  const value: Publication = {
    ...{ at: asId('2026-12-07T05:00:00.000Z'), through: '2026-12', cells },
    steps: { signed: STEP, met: STEP, learned: STEP, ripple: STEP },
    funnel: { executive: COUNTED, mentor: COUNTED },
  };
  const answers = ['2026-11', '2026-12'].flatMap((month) =>
    Array.from({ length: 4 }, (_, n) => ({
      ...{ partition: cohort, key: `measure_${month}_somebody${n}`, etag: '' },
      value: { role: 'mentor', month, worthTheHour: 4, balanced: '', candid: 'yes' },
    })),
  );
  const row = { partition: cohort, key: 'publication_2026-12-07', etag: '', value };
  return { ...books, rows: { ...books.rows, cohorts: [...books.rows.cohorts, ...answers, row] } };
}

const CHANNEL = { serviceUrl: 'https://smba.example', tenantId: 't', botId: '28:b', state: 'open' } as const;
