import { describe, expect, it } from 'vitest';
import type { CohortView } from '#api/contract/cohorts.ts';
import { whatNext } from '#tabs/console/whatNext.ts';

const aCohort = (
  state: CohortView['state'],
  counts: Partial<CohortView['counts']> = {},
  unmatchedForLong: CohortView['unmatchedForLong'] = 0,
): CohortView => ({
  contact: 'accepted',
  unmatchedForLong,
  ...{
    cohort: 'c1',
    etag: '1',
    name: 'Finance pilot',
    kind: 'pilot',
    state,
    fitFloor: 0,
    circle: null,
    languages: [],
    isOpen: true,
    tweaks: [],
    attributes: [],
    prefers: [],
  },
  ...{ startsOn: '2026-01-01', endsOn: '2026-06-30' },
  counts: { members: 0, invited: 0, joined: 0, introduced: 0, paired: 0, ...counts },
});
const twelve = { members: 12, invited: 12 };

describe('what comes next for the champion', () => {
  it('is somebody people can turn to, before anything else that begins', () => {
    const standing = (contact: CohortView['contact'], cohort = aCohort('draft')) =>
      whatNext({ ...cohort, contact });
    expect(standing('missing')).toMatchObject({ kind: 'nameContact', part: 'people' });
    expect(standing('missing', aCohort('running', { ...twelve, paired: 2 })).kind).toBe('nameContact');
    expect(standing('asked').kind).toBe('import');
    expect(standing('asked', aCohort('draft', { members: 12 })).kind).toBe('waitForContact');
    expect(standing('missing', aCohort('closed')).kind).toBe('closed');
  });

  it('begins with people, then their invitations', () => {
    expect(whatNext(aCohort('draft'))).toMatchObject({ kind: 'import', part: 'people' });
    expect(whatNext(aCohort('draft', { members: 12 }))).toMatchObject({ kind: 'invite', count: 12 });
    expect(whatNext(aCohort('running', { ...twelve, members: 14, paired: 2 }))).toMatchObject({
      kind: 'invite',
      count: 2,
    });
  });

  it('waits until two have joined, then leads to a round and its review', () => {
    expect(whatNext(aCohort('enrolling', { ...twelve, joined: 1 })).kind).toBe('waitForYes');
    expect(whatNext(aCohort('enrolling', { ...twelve, joined: 2 })).kind).toBe('run');
    expect(whatNext(aCohort('matching', { ...twelve, joined: 4 })).kind).toBe('review');
  });

  it('speaks of people without anybody for long, a few without a number', () => {
    const under = { ...twelve, joined: 8, paired: 3 };
    expect(whatNext(aCohort('running', under, 'few'))).toMatchObject({
      kind: 'unmatched',
      context: 'aFew',
      count: 0,
    });
    expect(whatNext(aCohort('running', under, 6))).toMatchObject({ kind: 'unmatched', count: 6 });
    expect(whatNext(aCohort('matching', under, 6)).kind).toBe('review');
  });

  it('waits for answers, then leaves pairs alone', () => {
    expect(whatNext(aCohort('running', { ...twelve, joined: 4, introduced: 2 }))).toMatchObject({
      kind: 'waitForAnswers',
      count: 2,
    });
    expect(whatNext(aCohort('running', { ...twelve, joined: 4, paired: 2 })).kind).toBe('write');
    expect(whatNext(aCohort('closed', { ...twelve, paired: 2 })).kind).toBe('closed');
  });
});
