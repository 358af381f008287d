/** What the server would say to a champion, each as small as it can be. */
import type {
  AnnouncementView,
  CohortView,
  ContactView,
  DeliveryView,
  FlowView,
  ImportView,
  Members,
  MemberView,
  PersonView,
  RoundView,
  WishView,
} from '../answers.ts';

/** Noor's pilot, with four people who joined. */
export const aCohort = (said: Partial<CohortView> = {}): CohortView => ({
  cohort: 'pilot',
  etag: 'c1',
  name: 'Finance pilot',
  kind: 'pilot',
  state: 'enrolling',
  startsOn: '2026-11-01',
  endsOn: '2027-04-30',
  fitFloor: 0,
  circle: null,
  languages: [],
  isOpen: true,
  tweaks: [],
  attributes: [],
  prefers: [],
  contact: 'accepted',
  unmatchedForLong: 0,
  counts: { members: 4, invited: 4, joined: 4, introduced: 0, paired: 0 },
  ...said,
});

export const counts = (said: Partial<CohortView['counts']>): CohortView['counts'] => ({
  ...aCohort().counts,
  ...said,
});

export const aMember = (said: Partial<MemberView> = {}): MemberView => ({
  person: 'clara',
  name: 'Clara Exampleton',
  mail: 'clara.exampleton@example.com',
  role: 'executive',
  state: 'joined',
  hasApp: true,
  delivery: 'sent',
  deliveryReason: '',
  hasAccount: true,
  changed: [],
  ...said,
});

/** Hana is the contact of the pilot. */
export const aContact = (said: Partial<ContactView> = {}): ContactView => ({
  ...{ seat: 'contact', state: 'accepted', person: 'hana', name: 'Hana Vzorová' },
  ...{ mail: 'hana.vzorova@example.com', hasApp: true, delivery: 'sent', deliveryReason: '', etag: 'h1' },
  ...said,
});

/** A file that was checked and waits for a yes. */
export const anImport = (said: Partial<ImportView> = {}): ImportView => ({
  ...{ import: 'i1', state: 'checked', file: 'people.csv', lines: 1, done: 1, added: 1, changed: 0 },
  ...{ unchanged: 0, leftOut: 0, ignored: [], neverKept: [], isStuck: false, encoding: 'utf-8' },
  ...{ sample: 'Jörg Müller', problems: [], more: 0 },
  ...said,
});

const MOST = 50;

export const memberCounts = (list: readonly MemberView[]): Members['counts'] => {
  const count = (is: (one: MemberView) => boolean) => list.filter(is).length;
  const isAsked = ({ state }: MemberView) => state !== 'imported';
  const isVain = ({ state, hasApp }: MemberView) => state === 'invited' && hasApp;
  return {
    everybody: list.length,
    reached: count(({ hasApp }) => hasApp),
    withoutApp: count(({ hasApp }) => !hasApp),
    changed: count(({ changed }) => changed.length > 0),
    withoutAccount: count(({ hasAccount }) => !hasAccount),
    joined: count(({ state }) => state === 'joined'),
    fresh: count((one) => !isAsked(one)),
    arrived: count((one) => isAsked(one) && one.delivery === 'sent'),
    coming: count((one) => isAsked(one) && one.hasApp && ['queued', 'reserved'].includes(one.delivery)),
    waiting: count((one) => isAsked(one) && !one.hasApp),
    refused: count((one) => isVain(one) && one.delivery === 'failed'),
    unknown: count((one) => isVain(one) && one.delivery === 'unknown'),
  };
};

/** The members route over these people, as the server answers it. */
export const membersOf =
  (...list: MemberView[]) =>
  ({ query }: { query: Record<string, string> }): Members => {
    const is: Record<string, (one: MemberView) => boolean> = {
      reached: ({ hasApp }) => hasApp,
      withoutApp: ({ hasApp }) => !hasApp,
      changed: ({ changed }) => changed.length > 0,
      withoutAccount: ({ hasAccount }) => !hasAccount,
      joined: ({ state }) => state === 'joined',
    };
    const found = list
      .filter((one) => is[query.which ?? '']?.(one) ?? true)
      .filter(({ role }) => !query.role || role === query.role)
      .filter(({ name, mail }) => `${name} ${mail}`.toLowerCase().includes((query.find ?? '').toLowerCase()));
    const next = Number(query.from ?? 0) + MOST;
    return {
      members: found.slice(next - MOST, next),
      counts: memberCounts(list),
      found: found.length,
      ...(next < found.length ? { more: next } : {}),
    };
  };

export const CLARA = { person: 'clara', name: 'Clara Exampleton' };
export const AISHA = { person: 'aisha', name: 'Aisha Specimen' };
export const HENRIK = { person: 'henrik', name: 'Henrik Eksempel' };
export const DIEGO = { person: 'diego', name: 'Diego Muestra' };

export const aPerson = (said: Partial<PersonView> = {}): PersonView => ({
  ...{ person: 'clara', name: 'Clara Exampleton', mail: 'clara.exampleton@example.com' },
  ...{ role: 'executive', standing: 'joined', department: 'Finance', location: 'London' },
  ...{ hasApp: true, isLost: false, canAskAgain: false },
  dates: { invited: '2026-11-02T09:00:00.000Z', joined: '2026-11-03T09:00:00.000Z' },
  attributes: [],
  ...said,
});

/** The people route over these people, so many at a time, as the server answers it. */
export const peopleOf =
  (list: readonly PersonView[], atOnce = 100) =>
  ({ query }: { query: Record<string, string> }) => {
    const { find = '', department = '', location = '', role, standing, from } = query;
    const begins = Number(from || 0);
    const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
    const page = list.slice(begins, begins + atOnce);
    const end = begins + page.length;
    return {
      people: page
        .filter((one) => !role || one.role === role)
        .filter((one) => !standing || one.standing === standing)
        .filter((one) => holds(`${one.name} ${one.mail}`, find))
        .filter((one) => holds(one.department, department) && holds(one.location, location)),
      looked: page.length,
      ...(end < list.length && { next: String(end) }),
    };
  };

/** Forty were invited; a round is out, and figures were published. */
export const aFlow = (said: Partial<FlowView> = {}): FlowView => ({
  ...{ fresh: 0, invited: 40, joined: 34, introduced: 30, paired: 24, unanswered: 6 },
  signed: { reads: 'some', count: 6, of: 12, gap: { reads: 'some', count: 6 } },
  met: { reads: 'few', count: 0, of: 12, gap: { reads: 'most', count: 0 } },
  on: '2026-11-23',
  alone: {
    count: 4,
    first: [
      { ...DIEGO, role: 'executive', since: '2026-11-02T09:00:00.000Z' },
      { ...AISHA, role: 'mentor', since: '2026-11-09T09:00:00.000Z' },
    ],
  },
  ...said,
});

type Proposal = RoundView['proposals'][number];

/** Aisha would mentor Clara. */
export const aProposal = (said: Partial<Proposal> = {}): Proposal => ({
  executive: CLARA,
  mentor: AISHA,
  fit: 'strong',
  reasons: ['Aisha knows short videos very well.'],
  state: 'proposed',
  isNew: false,
  fitOfFirst: 'strong',
  beside: [],
  ...said,
});

const diegoWithHenrik = aProposal({ executive: HENRIK, mentor: DIEGO, fit: 'good' });

export const figures = (said: Partial<RoundView['figures']> = {}): RoundView['figures'] => ({
  covered: 2,
  total: 2,
  waiting: 0,
  waited: 0,
  weakest: 'good',
  ...said,
});

/** Two introductions, ready to review. */
export const aRound = (said: Partial<RoundView> = {}): RoundView => ({
  counts: {
    proposals: (said.proposals ?? [aProposal(), diegoWithHenrik]).length,
    leftOut: (said.leftOut ?? []).length,
    people: 2 * (said.proposals ?? [aProposal(), diegoWithHenrik]).length,
  },
  round: 1,
  state: 'reviewed',
  ranAt: '2026-11-05T09:00:00.000Z',
  provenBest: true,
  areCircles: false,
  areTeams: false,
  gap: 0,
  around: { pins: 0, kept: 0, bans: 0 },
  covered: 2,
  total: 2,
  figures: figures(),
  comparison: null,
  proposals: [aProposal(), diegoWithHenrik],
  leftOut: [],
  ...said,
});

/** Noor keeps Clara and Aisha together, since before the round. */
export const aWish = (said: Partial<WishView> = {}): WishView => ({
  executive: CLARA,
  mentor: AISHA,
  wish: 'pin',
  at: '2026-11-04T09:00:00.000Z',
  etag: 'w1',
  isTogether: (said.executive ?? CLARA) === CLARA && (said.mentor ?? AISHA) === AISHA,
  ...said,
});

const someCounts = (said: Partial<AnnouncementView['counts']> = {}): AnnouncementView['counts'] => ({
  ...{ meant: 0, onTheWay: 0, quiet: 0, notMeant: 0, sent: 0, failed: 0, unknown: 0 },
  ...{ amended: 0, notAmended: 0 },
  ...said,
});

/** Words without a mark in them. */
export const plainLines = (text: string): AnnouncementView['lines'] => [
  { lead: '', isClose: false, runs: [{ text }] },
];

export const anAnnouncement = (
  said: Partial<Omit<AnnouncementView, 'counts'>> & { counts?: Partial<AnnouncementView['counts']> } = {},
): AnnouncementView => ({
  announcement: 'hello',
  title: 'Half-time',
  text: 'Three months are over.',
  lines: plainLines('Three months are over.'),
  audience: 'everyone',
  at: '2026-11-05T09:00:00.000Z',
  state: 'sent',
  etag: 'e1',
  replies: [],
  repliesBefore: 0,
  ...said,
  counts: someCounts({ meant: 2, sent: 1, failed: 1, ...said.counts }),
});

/** To whom that went. */
export const someDeliveries = (): DeliveryView[] => [
  { ...CLARA, state: 'sent', reason: '', isMeant: true },
  { ...AISHA, state: 'failed', reason: 'Teams did not take it.', isMeant: true },
];
