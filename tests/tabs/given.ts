/** What the server would say of the demo people, each as small as it can be. */
import type { FeedbackGiven, Me, PairCard, PanelView, Planning, ProfileView, SearchView } from './answers.ts';

/** Clara, who takes part in nothing yet. */
export const aMe = (said: Partial<Me> = {}): Me => ({
  person: 'clara',
  firstName: 'Clara',
  name: 'Clara Exampleton',
  isChampion: false,
  backs: [],
  isContact: false,
  canCreateCohorts: false,
  enrolments: [],
  pairs: [],
  locale: 'en',
  timeZone: 'Europe/Berlin',
  newsMuted: false,
  nudgesMuted: false,
  named: false,
  hours: { from: 8, to: 18 },
  ...said,
});

type Enrolment = Me['enrolments'][number];

export const anEnrolment = (said: Partial<Enrolment> = {}): Enrolment => ({
  cohort: 'pilot',
  cohortName: 'Finance pilot',
  role: 'executive',
  state: 'joined',
  isOver: false,
  ...said,
});

/** Clara with Aisha, as Clara sees it. */
export const aPairCard = (said: Partial<PairCard> = {}): PairCard => ({
  pair: 'clara-aisha',
  cohortName: 'Finance pilot',
  role: 'executive',
  state: 'active',
  partners: [{ firstName: 'Aisha' }],
  next: 'meet',
  isTeam: false,
  pausedUntil: null,
  ...said,
});

type Standing = NonNullable<Me['pairs'][number]['meeting']>;

/** Where the meetings of Clara and Aisha stand: they have met once, and no next time is booked. */
export const aStanding = (said: Partial<Standing> = {}): Standing => ({
  ...{ stage: 'met', occurrence: 'first', at: '2026-11-05T09:00:00.000Z', isSure: true },
  told: null,
  ...{ last: { at: '2026-11-05T09:00:00.000Z', way: 'walk' }, next: null },
  ...said,
});

/** Aisha is in London, and there are three times at which she and Clara are both at work. */
export const aPlanning = (said: Partial<Planning> = {}): Planning => ({
  partners: [
    { firstName: 'Aisha', mail: 'aisha@example.com', timeZone: 'Europe/London', reach: ['chat', 'call'] },
  ],
  times: [
    { startsAt: '2026-12-08T09:00:00.000Z', endsAt: '2026-12-08T10:00:00.000Z' },
    { startsAt: '2026-12-09T14:00:00.000Z', endsAt: '2026-12-09T15:00:00.000Z' },
    { startsAt: '2026-12-11T11:30:00.000Z', endsAt: '2026-12-11T12:30:00.000Z' },
  ],
  minutes: 60,
  rhythm: 'none',
  ...said,
});

/** Somebody not to be matched with, by a mail address. */
export const byMail = (address: string) => ({ directoryId: '', address, written: address });

export const aProfile = (said: Partial<ProfileView> = {}): ProfileView => ({
  etag: 'p1',
  wants: [{ id: 'short-video', label: 'Short videos' }],
  offers: [{ id: 'negotiation', label: 'Negotiation', strength: 2 }],
  interests: [],
  meets: ['coffee'],
  reach: ['chat'],
  languages: ['en', 'de'],
  timeZone: 'Europe/Berlin',
  capacity: 1,
  excludes: [],
  ...said,
});

/** What Clara said of a meeting: a face, for as long as she may change it. */
export const aFace = (worthTheHour = 5, said: Partial<FeedbackGiven> = {}): FeedbackGiven => ({
  repeated: false,
  mine: {
    ...{ worthTheHour, learned: '', surprised: '', balanced: '', candid: '', goOn: '', shared: false },
    changeUntil: '2999-01-01T00:00:00.000Z',
  },
  help: null,
  ...said,
});

type Mentor = SearchView['mentors'][number];

export const aMentor = (said: Partial<Mentor> = {}): Mentor => ({
  person: 'aisha',
  name: 'Aisha',
  reasons: ['Aisha knows short videos very well.'],
  state: 'open',
  ...said,
});

/** Clara hasn't looked for anybody yet. */
export const aSearch = (said: Partial<SearchView> = {}): SearchView => ({
  cohort: 'pilot',
  cohortName: 'Finance pilot',
  state: 'none',
  mentors: [],
  pair: null,
  hearBy: null,
  why: '',
  ...said,
});

/** The panel in Clara's first meeting with Aisha. */
export const aPanel = (said: Partial<PanelView> = {}): PanelView => ({
  etag: 'q1',
  occurrence: 'first',
  prompt: { id: 'proud', text: 'What are you proud of this year?', family: 'opening' },
  first: 'Aisha',
  firstIsMe: false,
  firstAgain: false,
  isKept: false,
  keptCount: 0,
  isFirstMeeting: true,
  iGaveFeedback: false,
  curiosities: { mine: null, seq: 0, others: [] },
  jottings: [],
  ...said,
});
