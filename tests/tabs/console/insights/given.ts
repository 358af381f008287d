import type { CellView, InsightsView, LookView, ReviewView } from '../../answers.ts';

type There = Extract<InsightsView, { state: 'there' }>;

export const aCell = (said: Partial<CellView> = {}): CellView => ({
  ...{ of: 'worthTheHour', role: 'executive', from: '2026-11', to: '2026-11', value: 70, edge: '' },
  ...said,
});
const step = (said: Partial<There['steps']['met'][number]> = {}) => ({
  ...{ reads: 'some' as const, count: 15, of: 20, on: '2027-02-01' },
  ...said,
});
const both = (of: CellView['of'], to: string, [executive, mentor]: readonly [number, number]) => [
  aCell({ of, to, from: to, value: executive }),
  aCell({ of, to, from: to, role: 'mentor', value: mentor }),
];
const counts = { invited: 24, joined: 22, introduced: 21, paired: 20 };

/** Twenty pairs over three months. */
export const figures = (said: Partial<There> = {}): There => ({
  ...{ state: 'there', needed: 5, on: '2027-02-08', through: '2027-01' },
  cells: [
    ...both('worthTheHour', '2026-11', [60, 70]),
    ...both('worthTheHour', '2026-12', [70, 80]),
    ...both('worthTheHour', '2027-01', [80, 90]).map((cell) =>
      cell.role === 'mentor' ? { ...cell, edge: 'orMore' as const } : cell,
    ),
    ...both('candid', '2027-01', [80, 70]),
    aCell({ of: 'balanced', role: 'all', from: '2026-11', to: '2027-01', value: 85 }),
    ...both('began', '2026-11', [2, 2.5]),
    ...both('now', '2027-01', [3.5, 3]),
  ],
  steps: {
    signed: [step({ reads: 'few', count: 0, on: '2026-12-07' }), step()],
    met: [step({ reads: 'most', count: 0 })],
    learned: [step({ count: 18, of: 40 })],
    ripple: [],
  },
  funnel: { executive: counts, mentor: counts },
  waiting: ['kept'],
  hand: { signed: { reads: 'some', count: 5 }, met: { reads: 'few', count: 0 } },
  ...said,
});

const { cells, funnel } = figures();
const steps = {
  signed: step(),
  met: step({ reads: 'most', count: 0 }),
  learned: step(),
  ripple: step({ count: 6, of: 40 }),
};
const aLook = (said: Partial<LookView> = {}): LookView => ({
  ...{ look: 'start', on: '2026-12-07', funnel, steps },
  cells: cells.filter(({ to }) => to === '2026-11'),
  ...said,
});

/** A pilot that is over, and nothing decided. */
export const aReview = (said: Partial<ReviewView> = {}): ReviewView => ({
  ...{ name: 'Finance pilot', startsOn: '2026-11-01', endsOn: '2027-04-30', champions: ['Noor Prøve'] },
  sponsor: '',
  looks: [
    aLook(),
    aLook({ look: 'middle', on: '2027-02-01', cells: cells.filter(({ to }) => to === '2026-12') }),
    aLook({ look: 'end', on: '2027-04-26', cells: cells.filter(({ to }) => to === '2027-01') }),
  ],
  ...{ etag: '', review: null },
  ...said,
});
