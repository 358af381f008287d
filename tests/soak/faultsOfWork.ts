import type { PlacedRow } from '#usecases/story/ports.ts';
import type { Books } from './books.ts';
import {
  AT,
  add,
  after,
  beside,
  every,
  type Fault,
  gone,
  inState,
  kind,
  PAST,
  type Planting,
  pointer,
  turn,
  withoutPointers,
} from './planting.ts';

export const toldOnce: Planting[] = [
  {
    does: 'says sent of what nobody took',
    plant: (books, n) => ({ ...books, taken: books.taken.toSpliced(n % books.taken.length, 1) }),
  },
  {
    does: 'tells somebody twice',
    plant: (books, n) => {
      const again = books.taken[n % books.taken.length];
      return { ...books, taken: again ? [...books.taken, { ...again, activity: 'again' }] : [] };
    },
  },
  {
    does: 'has one message counted by two deliveries',
    plant: beside('deliveries', every, (row) => ({
      ...row,
      partition: 'feedback_p_o_3',
      value: { ...row.value, job: 'feedback_p_o' },
    })),
  },
];

export const announcements: Planting[] = [
  {
    does: 'names fewer than it counts',
    plant: turn('cohorts', kind('announcement'), (value) => ({ ...value, people: Number(value.people) + 2 })),
  },
  {
    does: 'names somebody twice',
    plant: turn('cohorts', kind('audience'), ({ people }) => {
      const [first, , ...rest] = people as string[];
      return { people: [first, first, ...rest] };
    }),
  },
  {
    does: 'sends to nobody of them',
    plant: after([turn('deliveries', every, gone), (books) => onlyKnown(books)]),
  },
  { does: 'loses a reply', plant: replied },
];

/** Without the messages that no delivery names. */
const onlyKnown = (books: Books): Books => {
  const known = new Set(books.rows.deliveries.map(({ value }) => (value as { activity: string }).activity));
  return { ...books, taken: books.taken.filter(({ activity }) => known.has(activity)) };
};

function replied(books: Books, n: number): Books {
  const made = (row: PlacedRow) => ({
    ...{ partition: row.partition, key: 'replyref_news_reply' },
    value: { from: 'somebody', reply: 'reply', at: AT },
  });
  return beside('cohorts', kind('announcement'), made)(books, n);
}

export const outboxes: Planting[] = [
  ...(['people', 'pairs', 'cohorts'] as const).map((table) => ({
    does: `leaves a message in ${table} that nobody looks for`,
    plant: after([
      withoutPointers('outbox'),
      beside(table, kind('person', 'pair', 'cohort'), ({ partition }) => ({
        ...{ partition, key: 'outbox_1', value: { message: { kind: 'projectPair' }, at: AT } },
      })),
    ]),
  })),
  {
    does: 'leaves a message that is looked for in vain',
    plant: after([
      add('concerns', 'p', 'outbox_1', { message: { kind: 'notify' }, at: PAST }),
      pointer('2027-01-01T00:00:00.000Z', { noun: 'outbox', table: 'concerns', partition: 'p' }),
    ]),
  },
  { does: 'puts a message of the queue aside', plant: (books) => ({ ...books, putAside: 1 }) },
];

export const undone: Planting[] = [
  { does: 'forgets a pointer', plant: pointer(PAST, { noun: 'nudges', pair: 'p' }) },
  {
    does: 'has nobody look when a break is over',
    plant: turn('pairs', inState('pair', 'active'), (value) => ({
      ...{ ...value, state: 'paused' },
      pause: { by: 'gone', until: '2027-01-01', resumesAt: '2027-01-01T08:00:00.000Z' },
    })),
  },
  {
    does: 'has a break never end',
    plant: turn('pairs', inState('pair', 'active'), (value) => ({
      ...{ ...value, state: 'paused' },
      pause: { by: 'gone', until: '2026-11-01', resumesAt: PAST },
    })),
  },
  {
    does: 'has an introduction never end',
    plant: turn('pairs', inState('pair', 'introduced'), (value) => ({
      ...value,
      members: (value.members as object[]).map((member) => ({ ...member, answerBy: PAST })),
    })),
  },
  {
    does: 'has nobody look when an introduction ends',
    plant: withoutPointers('introduction'),
  },
  {
    does: 'leaves an announcement half sent',
    plant: turn('cohorts', kind('announcement'), (value) => ({ ...value, state: 'sending' })),
  },
  {
    does: 'leaves a round half published',
    plant: turn('cohorts', kind('round'), (value) => ({ ...value, state: 'publishing' })),
  },
  {
    does: 'leaves an import half done',
    plant: turn('cohorts', kind('import'), (value) => ({ ...value, state: 'applying' })),
  },
  {
    does: 'has nobody say what follows a press',
    plant: (books, n) => {
      const reached = books.rows.people.filter(kind('channel'));
      const { partition: person = '', value: channel } = reached[n % reached.length] ?? {};
      const unsaid = { person, channel, replyTo: '', message: '{"text":"Hello"}', sinceMs: 0 };
      return add('lookups', 'unsaid', 'unsaid-1', unsaid)(books, n);
    },
  },
  {
    does: 'leaves a message reserved',
    plant: beside('deliveries', every, (row) => ({
      ...row,
      partition: 'feedback_p_o_3',
      value: { ...row.value, job: 'feedback_p_o', state: 'reserved', at: PAST, activity: '' },
    })),
  },
];

const ROLES = [{ role: 'all' }, { role: 'mentor' }];
export const figures: Planting[] = [
  ...[
    { count: 3, of: 14 },
    { count: 12, of: 14 },
  ].map((few) => ({
    does: `publishes that ${few.count} of ${few.of} did`,
    plant: turn('cohorts', kind('publication'), (value) => ({
      ...value,
      steps: { ...(value.steps as object), met: { reads: 'some', on: '2026-12-07', least: 0, ...few } },
    })),
  })),
  {
    does: 'publishes what fewer said',
    plant: turn('cohorts', ({ key }) => key.startsWith('measure_2026-1'), gone),
  },
  {
    does: 'publishes what nobody who was erased had said',
    plant: (books) => ({ ...books, erased: books.erased.map((one) => ({ ...one, answers: [] })) }),
  },
  {
    does: 'publishes what overlaps',
    plant: turn('cohorts', kind('publication'), (value) => {
      const [first, ...rest] = value.cells as object[];
      return { ...value, cells: [...ROLES.map((role) => ({ ...first, ...role })), ...rest] };
    }),
  },
];

const WORDS = kind('goal', 'jotting', 'exchange', 'announcement');
export const erased: Planting[] = (['person', 'mail', 'directoryId', 'pseudonym', 'names'] as const).flatMap(
  (trace) =>
    (['pairs', 'cohorts'] as const).map((table) => ({
      does: `leaves the ${trace} of somebody in ${table}`,
      plant: ((books, n) =>
        turn(table, WORDS, (value) => ({ ...value, text: `By ${books.erased[0]?.[trace]}.` }))(
          books,
          n,
        )) satisfies Fault['plant'],
    })),
);
