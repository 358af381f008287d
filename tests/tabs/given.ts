/** What the server would say of the demo people, each as small as it can be. */
import type { Me, PairCard, PanelView, ProfileView, SearchView } from './answers.ts';

/** Clara, who takes part in nothing yet. */
export const aMe = (said: Partial<Me> = {}): Me => ({
  person: 'clara',
  firstName: 'Clara',
  name: 'Clara Exampleton',
  isChampion: false,
  isSponsor: false,
  canCreateCohorts: false,
  enrolments: [],
  pairs: [],
  locale: 'en',
  timeZone: 'Europe/Berlin',
  newsMuted: false,
  ...said,
});

type Enrolment = Me['enrolments'][number];

export const anEnrolment = (said: Partial<Enrolment> = {}): Enrolment => ({
  cohort: 'pilot',
  cohortName: 'Finance pilot',
  role: 'executive',
  state: 'joined',
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
  prompt: { id: 'proud', text: 'What are you proud of this year?', kind: 'open' },
  first: 'Aisha',
  firstIsMe: false,
  isKept: false,
  keptCount: 0,
  isFirstMeeting: true,
  iGaveFeedback: false,
  ...said,
});
