import { add, beside, type Fault, gone, type Is, kind, of, type Planting, turn } from './planting.ts';

/** Kinds on which nothing else rests. */
const ALONE = kind('settings', 'goal', 'goalstep', 'jotting', 'exchange', 'learning', 'feedback', 'panel');

export const readable: Planting[] = [
  ...(['people', 'pairs'] as const).map((table) => ({
    does: `spoils a row of ${table}`,
    plant: turn(table, ALONE, (value) => ({ odd: Object.keys(value).length })),
  })),
  { does: 'spoils an announced change', plant: turn('lookups', of('changed_1'), () => ({ pair: 7 })) },
  { does: 'adds a kind that nobody knows', plant: add('pairs', 'p', 'later_1', {}) },
  {
    does: 'sets a row aside',
    plant: beside('people', kind('person'), (row) => ({ ...row, key: 'unreadable_x_1' })),
  },
  { does: 'puts a pointer aside', plant: add('due', 'aside', '2026', {}) },
];

export const pairLists: Planting[] = [
  { does: 'takes a pair off a list', plant: turn('people', kind('pair'), gone) },
  { does: 'takes a pair off its cohort', plant: turn('cohorts', kind('pair'), gone) },
  {
    does: 'has a cohort say something else of a pair',
    plant: turn('cohorts', kind('pair'), (value) => ({
      ...value,
      state: value.state === 'paired' ? 'introduced' : 'paired',
    })),
  },
  {
    does: 'lists a pair that is not there',
    plant: beside('people', kind('pair'), (row) => ({ ...row, key: 'pair_nowhere' })),
  },
  {
    does: 'lists a pair of others',
    plant: (books, n) => {
      const contact = books.rows.people.find(kind('contact'))?.partition ?? '';
      return beside('people', kind('pair'), (row) => ({ ...row, partition: contact }))(books, n);
    },
  },
  {
    does: 'puts somebody into a pair of others',
    plant: turn('cohorts', kind('pair'), (value) => ({ ...value, others: ['somebody-else'] })),
  },
];

export const memberships: Planting[] = [
  { does: 'loses an answer', plant: turn('people', kind('enrolment'), gone) },
  {
    does: 'moves somebody and keeps them',
    plant: turn('people', kind('enrolment'), (value) => ({ ...value, state: 'left', movedTo: 'elsewhere' })),
  },
  {
    does: 'changes an answer',
    plant: turn('people', kind('enrolment'), (value) => ({ ...value, state: 'passed' })),
  },
  { does: 'has a champion not find the cohort', plant: turn('people', kind('champion'), gone) },
  { does: 'has a contact not find the cohort', plant: turn('people', kind('contact'), gone) },
  { does: 'loses a sponsor', plant: turn('cohorts', kind('sponsor'), gone) },
  {
    does: 'names somebody who does not take part',
    plant: beside('cohorts', kind('named'), (row) => ({ ...row, key: 'named_mentor_somebody' })),
  },
];

export const places: Planting[] = [
  { does: 'gives a place away', plant: turn('people', kind('slot'), gone) },
  { does: 'keeps a place for nobody', plant: turn('people', kind('slot'), () => ({ pair: 'nowhere' })) },
  {
    does: 'takes somebody who has no room',
    plant: (books, n) => {
      const taken = new Set(books.rows.people.filter(kind('slot')).map(({ partition }) => partition));
      const isTaken: Is = (row) => kind('profile')(row) && taken.has(row.partition);
      return turn('people', isTaken, (value) => ({ ...value, capacity: 0 }))(books, n);
    },
  },
];

export const signatures: Planting[] = [
  {
    does: 'changes what was signed',
    plant: turn('pairs', kind('agreement'), (value) => ({
      ...value,
      text: { ...(value.text as object), whatItIs: 'Something else.' },
    })),
  },
  { does: 'loses what was signed', plant: turn('pairs', kind('agreement'), gone) },
  {
    does: 'has a stranger sign',
    plant: turn('pairs', kind('signature'), (value) => ({ ...value, person: 'nobody' })),
  },
];

export const lookups: Planting[] = [
  ...['oid', 'mail'].flatMap((name) => [
    { does: `loses a lookup by ${name}`, plant: turn('lookups', of(name), gone) },
    {
      does: `leads ${name} to nobody`,
      plant: turn('lookups', of(name), (value) => ({ ...value, person: 'nobody' })),
    },
    {
      does: `leads ${name} to somebody else`,
      plant: ((books, n) => {
        const people = [
          ...new Set(books.rows.people.filter(kind('person')).map(({ partition }) => partition)),
        ];
        const next = (person: unknown) => people[(people.indexOf(String(person)) + 1) % people.length];
        return turn('lookups', of(name), (value) => ({ ...value, person: next(value.person) }))(books, n);
      }) satisfies Fault['plant'],
    },
  ]),
  { does: 'leads a meeting nowhere', plant: turn('lookups', of('meeting'), () => ({ pair: 'nowhere' })) },
  {
    does: 'leaves rows of nobody',
    plant: add('people', 'nobody', 'settings', { locale: 'en', timeZone: 'UTC', newsMuted: false }),
  },
];
