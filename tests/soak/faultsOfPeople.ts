import type { PlacedRow } from '#usecases/story/ports.ts';
import { AT, beside, gone, inState, kind, type Planting, turn } from './planting.ts';

const WORDS = 'That was not right.';
const heldBy = (role: string) => (value: Record<string, unknown>) => ({
  ...value,
  members: (value.members as object[]).map((member) => ({ ...member, role })),
});

export const concerns: Planting[] = [
  {
    does: 'gives a concern to somebody else as well',
    plant: beside('concerns', kind('concern'), ({ key, value }: PlacedRow) => ({
      ...{ partition: 'somebody-else', key },
      value: { ...value, text: 'Something else.' },
    })),
  },
  { does: 'loses a concern', plant: turn('concerns', kind('concern'), gone) },
  {
    does: 'has a pair know of a concern',
    plant: turn('pairs', kind('jotting'), (value) => ({ ...value, text: `She said: ${WORDS}` })),
  },
];

export const panels: Planting[] = [
  { does: 'skips a question', plant: turn('pairs', kind('panel'), (value) => ({ ...value, turn: 9 })) },
  {
    does: 'draws a question twice at once',
    plant: turn('pairs', kind('prompt'), (value) => ({ ...value, drawn: Number(value.drawn) + 1 })),
  },
  {
    does: 'opens a panel nowhere',
    plant: turn('pairs', kind('panel'), (value) => ({ ...value, occurrence: 'o' })),
  },
  {
    does: 'has a stranger answer',
    plant: turn('pairs', kind('panel'), (value) => ({ ...value, first: 'nobody' })),
  },
];

export const circles: Planting[] = [
  ...['executive', 'mentor'].map((role) => ({
    does: `makes everybody of a pair ${role}`,
    plant: turn('pairs', inState('pair', 'active', 'introduced'), heldBy(role)),
  })),
  {
    does: 'has pairs where there are circles',
    plant: turn('cohorts', kind('cohort'), (value) => ({ ...value, circle: { least: 2, most: 3 } })),
  },
];

const mentor = (person: string, state: string) => ({ person, state, reasons: [], fit: 500 });
const searching = (search: object) =>
  beside('people', kind('enrolment'), ({ partition, key }) => ({
    ...{ partition, key: key.replace('enrolment', 'search') },
    value: { search: 's', others: true, startedAt: AT, state: 'asking', ...search },
  }));

export const searches: Planting[] = [
  {
    does: 'asks without an introduction',
    plant: searching({ pair: 'nowhere', mentors: [mentor('one', 'asked')] }),
  },
  {
    does: 'asks several at once',
    plant: searching({ pair: 'nowhere', mentors: [mentor('one', 'asked'), mentor('other', 'asked')] }),
  },
];
