import { describe, expect, it, test } from 'vitest';
import type { Me } from '#api/contract/me.ts';
import type { PairCard } from '#api/contract/pairs.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import type { SearchView } from '#api/contract/searches.ts';
import { isExecutive, nextStep, otherSearches, placeOfStep } from '#tabs/home/nextStep.ts';
import { aMe, aPairCard, aProfile, aStanding } from '../given.ts';

const amara: Me = {
  person: 'amara',
  firstName: 'Amara',
  name: 'Amara Obi',
  isChampion: false,
  backs: [],
  isContact: false,
  canCreateCohorts: false,
  enrolments: [],
  pairs: [],
  locale: 'en',
  timeZone: 'Europe/Zurich',
  named: false,
  newsMuted: false,
  nudgesMuted: false,
  hours: { from: 8, to: 18 },
};
const untold: ProfileView = {
  wants: [],
  offers: [],
  interests: [],
  meets: [],
  reach: [],
  languages: ['en'],
  timeZone: 'Europe/Zurich',
  capacity: 1,
  excludes: [],
  etag: '1',
};
const told: ProfileView = { ...untold, offers: [{ id: 'video', label: 'Short video', strength: 3 }] };

const inPilot = (state: Me['enrolments'][number]['state']) => ({
  cohort: 'pilot',
  cohortName: 'Finance pilot',
  role: 'mentor' as const,
  state,
  isOver: false,
});
const withJonas = (next: PairCard['next'], state: PairCard['state'] = 'active'): PairCard => ({
  pair: 'amara-jonas',
  cohortName: 'Finance pilot',
  role: 'mentor',
  state,
  partners: [{ firstName: 'Jonas' }],
  next,
  isTeam: false,
  pausedUntil: null,
});
const stepOf = (part: Partial<Me>, profile = told) => nextStep({ ...amara, ...part }, profile);

test('whoever is in no cohort is sent to the bot', () => {
  const step = stepOf({}, untold);
  expect(step.kind).toBe('nothing');
  expect(placeOfStep(step)).toBeUndefined();
});

test('a champion without a cohort of their own is sent to the programme', () => {
  expect(placeOfStep(stepOf({ canCreateCohorts: true }))).toEqual({ at: 'console' });
});

test('an invitation comes before the profile', () => {
  const step = stepOf({ enrolments: [inPilot('invited')] }, untold);
  expect(placeOfStep(step)).toEqual({ at: 'invitation', cohort: 'pilot' });
});

test('a mentor who joined and offers nothing yet is asked for the profile', () => {
  expect(stepOf({ enrolments: [inPilot('joined')] }, untold).kind).toBe('finishProfile');
});

test('whoever joined and told enough waits', () => {
  expect(stepOf({ enrolments: [inPilot('joined')] }).kind).toBe('waitForMatch');
});

test('a programme that is over asks for nothing more', () => {
  for (const state of ['invited', 'later', 'joined'] as const) {
    const over = { ...inPilot(state), isOver: true };
    expect(stepOf({ enrolments: [over] }, untold).kind).toBe('nothing');
    const step = stepOf({ enrolments: [over, { ...inPilot('invited'), cohort: 'wave' }] });
    expect(placeOfStep(step)).toEqual({ at: 'invitation', cohort: 'wave' });
  }
});

test('an executive has told enough with one wish', () => {
  const executive = { ...inPilot('joined'), role: 'executive' as const };
  expect(stepOf({ enrolments: [executive] }, told).kind).toBe('finishProfile');
  const wish = { ...untold, wants: [{ id: 'video', label: 'Short video' }] };
  expect(stepOf({ enrolments: [executive] }, wish).kind).toBe('waitForMatch');
});

test('an introduction comes before everything else', () => {
  const step = stepOf({ enrolments: [inPilot('invited')], pairs: [withJonas('answer', 'introduced')] });
  expect(placeOfStep(step)).toEqual({ at: 'pair', pair: 'amara-jonas' });
  expect(step.kind).toBe('answerIntroduction');
});

test('waiting for the first draft is not waiting for an answer', () => {
  expect(stepOf({ pairs: [withJonas('wait')] }).kind).toBe('waitForDraft');
  expect(stepOf({ pairs: [withJonas('wait', 'introduced')] }).kind).toBe('waitForAnswer');
});

test('a first chat comes before an invitation, whatever was answered', () => {
  const step = stepOf({ enrolments: [inPilot('invited')], pairs: [withJonas('firstChat', 'introduced')] });
  expect(step.kind).toBe('firstChat');
  expect(placeOfStep(step)).toEqual({ at: 'pair', pair: 'amara-jonas' });
});

test('a pair that ended asks for nothing', () => {
  const step = stepOf({ enrolments: [inPilot('joined')], pairs: [withJonas('none', 'ended')] });
  expect(step.kind).toBe('waitForMatch');
});

test('whoever wanted to think about it is reminded only when nothing else is there', () => {
  expect(stepOf({ enrolments: [inPilot('later')] }).kind).toBe('thinkAgain');
  expect(stepOf({ enrolments: [inPilot('later')], pairs: [withJonas('meet')] }).kind).toBe('meet');
});

const clara = { ...amara, enrolments: [{ ...inPilot('joined'), role: 'executive' as const }] };
const wishes: ProfileView = { ...untold, wants: [{ id: 'video', label: 'Short video' }] };
const aSearch = (state: SearchView['state'], part: Partial<SearchView> = {}): SearchView => ({
  ...{ cohort: 'pilot', cohortName: 'Finance pilot', state, mentors: [], pair: null, hearBy: null, why: '' },
  ...part,
});
const stepOfClara = (searches: SearchView[], part: Partial<Me> = {}, profile = wishes) =>
  nextStep({ ...clara, ...part }, profile, searches);

describe('an executive who could look for a mentor', () => {
  test.each([
    ['none', 'findMentor'],
    ['choosing', 'chooseMentor'],
    ['over', 'lookAgain'],
  ] as const)('is led to the search while it is %s', (state, kind) => {
    const step = stepOfClara([aSearch(state)]);
    expect(step.kind).toBe(kind);
    expect(placeOfStep(step)).toEqual({ at: 'search', cohort: 'pilot' });
  });

  test('waits for the next round where nobody fits', () => {
    expect(stepOfClara([aSearch('impossible')]).kind).toBe('waitForMatch');
  });

  test('says first what there is to learn, and meets first whom they have', () => {
    expect(stepOfClara([aSearch('none')], {}, untold).kind).toBe('finishProfile');
    expect(stepOfClara([aSearch('none')], { pairs: [withJonas('meet')] }).kind).toBe('meet');
  });

  test('chooses before anything is found for them in another cohort', () => {
    const step = stepOfClara([aSearch('none'), aSearch('choosing', { cohort: 'wave' })]);
    expect(placeOfStep(step)).toEqual({ at: 'search', cohort: 'wave' });
  });

  test('waits in the words of the search for whom they asked, of an introduction for others', () => {
    const asking = aSearch('asking', { pair: 'amara-jonas' });
    const waiting = { pairs: [withJonas('wait', 'introduced')] };
    expect(stepOfClara([asking], waiting).kind).toBe('waitForMentor');
    expect(stepOfClara([{ ...asking, pair: 'another' }], waiting).kind).toBe('waitForAnswer');
    expect(stepOfClara([asking], { pairs: [withJonas('firstChat', 'introduced')] }).kind).toBe('firstChat');
  });

  test('is an executive only once joined', () => {
    expect(isExecutive(clara)).toBe(true);
    expect(isExecutive({ ...amara, enrolments: [inPilot('joined')] })).toBe(false);
    expect(isExecutive({ ...clara, enrolments: [{ ...inPilot('later'), role: 'executive' }] })).toBe(false);
  });
});

describe('Home shows besides the next step', () => {
  const shown = (me: Me, searches: SearchView[], profile = wishes) =>
    otherSearches(me, profile, { step: nextStep(me, profile, searches), searches });

  test('no search that is the step already', () => {
    expect(shown(clara, [aSearch('none')])).toEqual([]);
  });

  test('no search whose introduction is the step', () => {
    const pairs = [withJonas('firstChat', 'introduced')];
    expect(shown({ ...clara, pairs }, [aSearch('asking', { pair: 'amara-jonas' })])).toEqual([]);
  });

  test('why nobody fits', () => {
    expect(shown(clara, [aSearch('impossible')])).toHaveLength(1);
  });

  test('no new search to somebody without room, but one that goes on', () => {
    const paired = { ...clara, pairs: [withJonas('meet')] };
    expect(shown(paired, [aSearch('none')])).toEqual([]);
    expect(shown(paired, [aSearch('none')], { ...wishes, capacity: 2 })).toHaveLength(1);
    expect(shown(paired, [aSearch('choosing')])).toHaveLength(1);
  });
});

describe('the step of two who meet follows the clock', () => {
  it.each([
    ['never', 'meet'],
    ['booked', 'meetBooked'],
    ['soon', 'meetSoon'],
    ['now', 'meetNow'],
    ['after', 'sayHow'],
    ['told', 'saidHow'],
    ['met', 'met'],
    ['long', 'meetAgain'],
  ] as const)('%s: %s', (stage, kind) => {
    const at = stage === 'never' ? null : '2026-11-05T09:00:00.000Z';
    const me = aMe({ pairs: [{ ...aPairCard(), meeting: aStanding({ stage, at }) }] });
    expect(nextStep(me, aProfile())).toMatchObject({ kind });
  });

  it.each([
    ['now', 'signAgreement', 'meetNow'],
    ['after', 'signAgreement', 'sayHow'],
    ['after', 'rest', 'sayHow'],
    ['met', 'signAgreement', 'signAgreement'],
    ['booked', 'waitForSignature', 'meetBooked'],
    ['met', 'rest', 'rest'],
  ] as const)('a meeting waits for no signature: %s, %s: %s', (stage, next, kind) => {
    const me = aMe({ pairs: [{ ...aPairCard({ next }), meeting: aStanding({ stage }) }] });
    expect(nextStep(me, aProfile())).toMatchObject({ kind });
  });

  it('thanks hold up nothing that others wait for', () => {
    const told = { ...aPairCard(), meeting: aStanding({ stage: 'told' }) };
    const other = aPairCard({ pair: 'other', state: 'introduced', next: 'answer' });
    expect(nextStep(aMe({ pairs: [told, other] }), aProfile())).toMatchObject({ kind: 'answerIntroduction' });
  });
});

describe('whoever backs a programme', () => {
  const backed = { cohort: 'pilot', cohortName: 'Finance pilot', waiting: 0 };
  const place = { at: 'sponsor', cohort: 'pilot' };

  it('says yes or no first where words in their name wait', () => {
    const step = stepOf({ backs: [backed, { ...backed, waiting: 2 }], enrolments: [inPilot('joined')] });
    expect(step.kind).toBe('answerInName');
    expect(placeOfStep(step)).toEqual(place);
  });

  it('sees how it goes where nothing else is theirs to do', () => {
    const step = stepOf({ backs: [backed], canCreateCohorts: true });
    expect(step.kind).toBe('seeHowItGoes');
    expect(placeOfStep(step)).toEqual(place);
    expect(stepOf({ backs: [backed], enrolments: [inPilot('joined')] }).kind).toBe('waitForMatch');
  });
});
