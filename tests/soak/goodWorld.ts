import { asId, type Day, type PersonId } from '#domain/basics/ids.ts';
import type { Publication } from '#domain/insights/publication.ts';
import type { Channel } from '#domain/people/person.ts';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { getPerson } from '#usecases/people/people.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import { type Books, deliveriesIn, type Erased, readAll, type Taken } from './books.ts';

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

async function erase({ ctx, ask }: EdgeWorld, who: string): Promise<Erased> {
  const person = asId<PersonId>((await ask(who, 'GET /api/me')).json().person);
  const { name, mail, directoryId } = await getPerson(ctx, person);
  await ask(who, 'DELETE /api/me');
  await settleAll(ctx, []);
  return { person, mail, directoryId, names: [name], pseudonym: pseudonymOf(ctx, person), answers: [] };
}

const booksOf = async ({ ctx }: EdgeWorld, gone: Erased): Promise<Books> => ({
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
const MONTHS = ['2026-11', '2026-12'];
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
  const said = (month: string) =>
    ({ kind: 'feedback', role: 'mentor', month, worthTheHour: 4, balanced: '', candid: 'yes' }) as const;
  const answers = MONTHS.flatMap((month) =>
    Array.from({ length: 4 }, (_, n) => ({
      ...{ partition: cohort, key: `measure_${month}_somebody${n}`, etag: '', value: said(month) },
    })),
  );
  const erased = books.erased.map((one) => ({
    ...one,
    answers: MONTHS.map((month) => ({
      partition: cohort,
      id: `${month}_${one.pseudonym}`,
      value: said(month),
    })),
  }));
  const row = { partition: cohort, key: 'publication_2026-12-07', etag: '', value };
  return { ...books, erased, rows: { ...books.rows, cohorts: [...books.rows.cohorts, ...answers, row] } };
}

const CHANNEL = { serviceUrl: 'https://smba.example', tenantId: 't', botId: '28:b', state: 'open' } as const;
