/**
 * What the tabs and the server say to each other: one zod schema per body, one type per schema. The tabs import
 * the types alone. Every answer is built field by field in a presenter; nothing leaves that is not listed here.
 */
import { z } from 'zod';

const instant = z.iso.datetime();
const day = z.iso.date();
const id = z.string().min(1).max(200);
/** Free text: stored and shown as text, never as markup. */
const text = (max: number) => z.string().trim().max(max);
const some = (max: number) => text(max).min(1);
const role = z.enum(['executive', 'mentor']);

/** RFC 9457. `type` is stable, `detail` is a sentence for people, `reference` finds the log line. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  reference: z.string(),
  /** Only for a refused body or CSV: every problem. */
  problems: z.array(z.object({ where: z.string(), what: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

// ---------------------------------------------------------------- me
const TopicView = z.object({ id, label: z.string(), area: z.string() });

export const PairCard = z.object({
  pair: id,
  cohortName: z.string(),
  role,
  /** introduced: waiting for answers · active: agreement or pair space · ended. As this reader may know it now. */
  state: z.enum(['introduced', 'active', 'paused', 'ended']),
  /** First names only; persons, not ranks. */
  partners: z.array(z.object({ firstName: z.string() })),
  /** firstChat: to plan and have one, whatever this reader has answered so far. */
  next: z.enum([
    'answer',
    'firstChat',
    'wait',
    'draftAgreement',
    'signAgreement',
    'waitForSignature',
    'meet',
    'none',
  ]),
});
export type PairCard = z.infer<typeof PairCard>;

export const Me = z.object({
  person: id,
  firstName: z.string(),
  name: z.string(),
  isChampion: z.boolean(),
  isSponsor: z.boolean(),
  canCreateCohorts: z.boolean(),
  enrolments: z.array(
    z.object({
      cohort: id,
      cohortName: z.string(),
      role,
      state: z.enum(['invited', 'joined', 'passed', 'later', 'left']),
    }),
  ),
  pairs: z.array(PairCard),
  locale: z.string(),
  timeZone: z.string(),
  newsMuted: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const SettingsBody = z.object({ newsMuted: z.boolean() });
export type SettingsBody = z.infer<typeof SettingsBody>;

export const EnrolmentAnswer = z.object({ answer: z.enum(['join', 'pass', 'later']) });
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;
/** Where the person's own enrolment stands after the answer. */
export const EnrolmentView = z.object({ state: z.enum(['invited', 'joined', 'passed', 'later', 'left']) });
export type EnrolmentView = z.infer<typeof EnrolmentView>;

// ---------------------------------------------------------------- profile
const topicChoice = z.object({ id, label: z.string().max(80) });
export const ProfileBody = z.object({
  wants: z.array(topicChoice).max(12),
  offers: z
    .array(
      topicChoice.extend({ strength: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]) }),
    )
    .max(12),
  interests: z.array(topicChoice).max(12),
  meets: z.array(z.enum(['walk', 'coffee', 'lunch', 'video'])),
  reach: z.array(z.enum(['chat', 'call', 'mail'])),
  /** ISO 639-1. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .max(8),
  timeZone: z.string().max(64),
  capacity: z.number().int().min(1).max(5),
  /** Mail addresses; only ever returned to their owner. */
  excludes: z.array(z.email().max(200)).max(20),
});
export type ProfileBody = z.infer<typeof ProfileBody>;
export const ProfileView = ProfileBody.extend({ etag: z.string() });
export type ProfileView = z.infer<typeof ProfileView>;
/** POST /api/topics/recognise: topics heard in free text, catalogue first, unknown ones as `own:`. */
export const RecogniseBody = z.object({
  text: text(5000),
  /** For a picker: also topics that a few letters may be the beginning of. */
  suggest: z.boolean().optional(),
});
export const Topics = z.object({ topics: z.array(TopicView) });
export type Topics = z.infer<typeof Topics>;

// ---------------------------------------------------------------- pair
export const PairAnswer = z.object({ answer: z.enum(['yes', 'meetFirst', 'notThisTime']) });
export type PairAnswer = z.infer<typeof PairAnswer>;
export const MeetAgain = z.object({ again: z.boolean() });
export type MeetAgain = z.infer<typeof MeetAgain>;

export const AgreementBody = z.object({
  confidentiality: z.boolean(),
  respectForTime: text(600),
  whatItIs: text(600),
  whatItIsNot: text(600),
  executiveWantsToLearn: text(1000),
  howEachHelps: text(1000),
  whereAndHow: text(600),
  rhythm: z.enum(['none', 'weekly', 'fortnightly', 'monthly']),
  endsOn: day,
});
export type AgreementBody = z.infer<typeof AgreementBody>;

export const AgreementView = z.object({
  version: z.number().int(),
  text: AgreementBody,
  by: z.string(),
  mine: z.boolean(),
  at: instant,
  signatures: z.array(z.object({ firstName: z.string(), isMe: z.boolean(), at: instant })),
  waitingFor: z.array(z.string()),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const GoalBody = z.object({
  text: some(500),
  confidence: z.number().int().min(1).max(5),
  state: z.enum(['open', 'reached', 'dropped']).default('open'),
});
export type GoalBody = z.input<typeof GoalBody>;
export const GoalView = z.object({
  goal: id,
  etag: z.string(),
  isMine: z.boolean(),
  ownerFirstName: z.string(),
  text: z.string(),
  confidence: z.number().int(),
  state: z.enum(['open', 'reached', 'dropped']),
  at: instant,
  /** Oldest first, the present one last. */
  history: z.array(
    z.object({ text: z.string(), confidence: z.number().int(), state: z.string(), at: instant }),
  ),
});
export type GoalView = z.infer<typeof GoalView>;

export const MeetingView = z.object({
  occurrence: id,
  startedAt: instant,
  plannedEnd: instant,
  state: z.enum(['open', 'ended']),
  iGaveFeedback: z.boolean(),
  /** The partner's words, only when the partner shares them. */
  partnerLearned: z.string(),
  partnerSurprised: z.string(),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const PairView = PairCard.extend({
  /** Why the two were introduced, in the reader's words. */
  reasons: z.array(z.string()),
  myAnswer: z.enum(['none', 'yes', 'meetFirst', 'notThisTime', 'withdrawn']),
  /** Until when the reader can answer, while it is an introduction. */
  answerBy: instant.nullable(),
  /** When the reader hears at the latest: their own morning, so never before `answerBy`. */
  hearBy: instant.nullable(),
  /** Both would like to meet, at least one of them before deciding: a first chat comes, then the decision. */
  isFirstChat: z.boolean(),
  /** An executive asked for this introduction, outside any round: who, as the reader may know it. */
  asked: z.enum(['nobody', 'me', 'partner']),
  myFirstName: z.string(),
  /** Whom to ask to a meeting: while there is time for a first chat, and once the agreement is signed. */
  partnerMails: z.array(z.string()).optional(),
  /** Null until there is one. */
  agreement: AgreementView.nullable(),
  /** A suggestion for the first draft, made from what both said in their profiles; the mentor only. */
  draft: AgreementBody.nullable(),
  canDraft: z.boolean(),
  canSign: z.boolean(),
  /** Whether the reader asked to be introduced to the same partner again; possible once it ended. */
  again: z.boolean(),
  /** Null until the agreement is signed by all: the pair space holds nothing else before. */
  space: z
    .object({
      goals: z.array(GoalView),
      meetings: z.array(MeetingView),
      kept: z.array(z.object({ prompt: id, text: z.string() })),
    })
    .nullable(),
});
export type PairView = z.infer<typeof PairView>;

// ---------------------------------------------------------------- looking for a mentor
/**
 * An executive's own search in one cohort. none: not looking · choosing: three to choose from · asking: one of
 * them is asked · over: everybody on the list was asked, or the search was stopped · impossible: see `why`.
 */
export const SearchView = z.object({
  cohort: id,
  cohortName: z.string(),
  state: z.enum(['none', 'choosing', 'asking', 'over', 'impossible']),
  /** In the order in which they are asked, best first until the executive chooses. */
  mentors: z.array(
    z.object({
      person: id,
      /** First name, with an initial where two share it. */
      name: z.string(),
      reasons: z.array(z.string()),
      /** open: may be asked next · asked: now · past: it did not come about · left: will not be asked. */
      state: z.enum(['open', 'asked', 'past', 'left']),
    }),
  ),
  /** The introduction under way, while one is asked. */
  pair: id.nullable(),
  /** When the executive hears at the latest, while one is asked. */
  hearBy: instant.nullable(),
  /** A sentence: why there is nobody to choose from, or how it ended; else empty. */
  why: z.string(),
});
export type SearchView = z.infer<typeof SearchView>;
export const Searches = z.object({ searches: z.array(SearchView) });
/** Whom to ask first, and whether the others are asked in turn when it does not come about. */
export const SearchChoice = z.object({ first: id, others: z.boolean() });
export type SearchChoice = z.infer<typeof SearchChoice>;

// ---------------------------------------------------------------- meeting, panel, feedback
export const MeetingWhere = z.object({
  /** Teams' meeting id and chat id, as the client's context says: a lookup key, never authority. */
  teamsMeeting: z.string().max(400),
  teamsChat: z.string().max(400),
});
export const MeetingLookup = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('unclaimed'),
    /** My pairs whose agreement is signed. */
    pairs: z.array(z.object({ pair: id, partners: z.array(z.string()) })),
    /** I have a pair, but its agreement still waits. */
    agreementMissing: z.boolean(),
  }),
  z.object({ state: z.literal('yours'), pair: id, occurrence: id, partners: z.array(z.string()) }),
  z.object({ state: z.literal('others') }),
]);
export type MeetingLookup = z.infer<typeof MeetingLookup>;
export const MeetingClaim = MeetingWhere.extend({
  pair: id,
  startsAt: instant.nullable(),
  plannedEnd: instant.nullable(),
});
export type MeetingClaim = z.infer<typeof MeetingClaim>;

export const PanelView = z.object({
  etag: z.string(),
  occurrence: id,
  prompt: z.object({ id, text: z.string(), kind: z.string() }),
  /** First name of who answers first. */
  first: z.string(),
  firstIsMe: z.boolean(),
  isKept: z.boolean(),
  isFirstMeeting: z.boolean(),
  iGaveFeedback: z.boolean(),
});
export type PanelView = z.infer<typeof PanelView>;
export const PanelMove = z.object({ move: z.enum(['another', 'pass', 'keep']) });
export type PanelMove = z.infer<typeof PanelMove>;

export const FeedbackBody = z.object({
  worthTheHour: z.number().int().min(1).max(5),
  learned: text(1000),
  surprised: text(1000),
  balanced: z.enum(['yes', 'partly', 'no', '']),
  candid: z.enum(['yes', 'partly', 'no', '']),
  goOn: z.enum(['yes', 'unsure', 'no', '']),
  shared: z.boolean(),
});
export type FeedbackBody = z.infer<typeof FeedbackBody>;

// ---------------------------------------------------------------- champion
export const CohortBody = z.object({
  name: some(80),
  kind: z.enum(['pilot', 'wave']),
  startsOn: day,
  endsOn: day,
  fitFloor: z.number().int().min(0).max(1000).default(0),
});
export type CohortBody = z.input<typeof CohortBody>;
export const CohortView = z.object({
  cohort: id,
  etag: z.string(),
  name: z.string(),
  kind: z.enum(['pilot', 'wave']),
  state: z.enum(['draft', 'enrolling', 'matching', 'running', 'closed']),
  startsOn: day,
  endsOn: day,
  fitFloor: z.number().int(),
  counts: z.object({
    members: z.number().int(),
    invited: z.number().int(),
    joined: z.number().int(),
    introduced: z.number().int(),
    paired: z.number().int(),
  }),
});
export type CohortView = z.infer<typeof CohortView>;
export const Cohorts = z.object({ cohorts: z.array(CohortView) });

export const MemberView = z.object({
  person: id,
  name: z.string(),
  mail: z.string(),
  role,
  state: z.enum(['imported', 'invited', 'joined', 'passed', 'later', 'left']),
  /** False: the bot cannot reach them yet; an admin has to install the app for them. */
  hasApp: z.boolean(),
  /** Delivery of the invitation. */
  delivery: z.enum(['none', 'queued', 'reserved', 'sent', 'skipped', 'failed', 'unknown']),
  deliveryReason: z.string(),
});
export type MemberView = z.infer<typeof MemberView>;
export const Members = z.object({ members: z.array(MemberView) });

/** CSV as text; `check` only looks. Refused with `problems` (where = `line 3, column mail`) and nothing changes. */
export const ImportBody = z.object({ csv: z.string().max(2_000_000), check: z.boolean().default(false) });
export const ImportView = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Columns of the file that we have no use for, as written. */
  ignored: z.array(z.string()).optional(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Without `members` everybody imported is invited; with it, a failed or unknown invitation goes out once more. */
export const InviteBody = z.object({ members: z.array(id).max(1000).optional() }).nullish();
export type InviteBody = z.infer<typeof InviteBody>;

const two = z.object({ executive: id, mentor: id });
/**
 * Two who shall meet if the rules let them, and two who shall not: they are kept as wishes. Pairs of the run
 * before stay together, unless everybody is looked at afresh.
 */
export const RoundBody = z
  .object({
    pins: z.array(two).max(45).optional(),
    bans: z.array(two).max(45).optional(),
    fresh: z.boolean().optional(),
  })
  .nullish();
export type RoundBody = z.infer<typeof RoundBody>;

const named = z.object({ person: id, name: z.string() });
const namedTwo = z.object({ executive: named, mentor: named });
/** Fits in permille: of the weakest pair, and of all together. */
const figures = z.object({
  covered: z.number().int(),
  total: z.number().int(),
  waiting: z.number().int(),
  waited: z.number().int(),
  weakest: z.number().int(),
  fit: z.number().int(),
});
export type RoundFigures = z.infer<typeof figures>;
/** What is different from the run before, which was not published. */
const comparison = z.object({
  round: z.number().int(),
  added: z.number().int(),
  stayed: z.number().int(),
  gone: z.array(namedTwo),
  newlyMatched: z.array(named.extend({ role })),
  newlyLeftOut: z.array(named.extend({ role })),
  before: figures,
});
export type RoundComparison = z.infer<typeof comparison>;

export const RoundView = z.object({
  round: z.number().int(),
  state: z.enum(['reviewed', 'publishing', 'published', 'discarded']),
  ranAt: instant,
  provenBest: z.boolean(),
  /** What the run kept to: pairs of the run before and pins, and two ruled out. */
  around: z.object({ pins: z.number().int(), kept: z.number().int(), bans: z.number().int() }),
  covered: z.number().int(),
  total: z.number().int(),
  figures,
  comparison: comparison.nullable(),
  proposals: z.array(
    namedTwo.extend({
      fit: z.number().int(),
      reasons: z.array(z.string()),
      state: z.enum(['proposed', 'introduced', 'noRoom']),
      /** The run before did not propose these two. */
      isNew: z.boolean(),
    }),
  ),
  leftOut: z.array(named.extend({ role, reason: z.string() })),
});
export type RoundView = z.infer<typeof RoundView>;
export const Rounds = z.object({ rounds: z.array(RoundView) });

/** `version` changes whenever the list of rounds does. */
export const RunningRound = z.object({
  running: z
    .object({
      phase: z.enum(['gather', 'compare', 'choose', 'check', 'save']),
      /** 0–100, of all there is to do. */
      part: z.number().int(),
      by: z.string(),
      cancelAsked: z.boolean(),
    })
    .nullable(),
  version: z.string(),
});
export type RunningRound = z.infer<typeof RunningRound>;

/** Keep these two (pin), or not these two (ban), from the next run on. */
export const WishBody = z.object({ wish: z.enum(['pin', 'ban']) });
export type WishBody = z.infer<typeof WishBody>;
export const WishView = namedTwo.extend({ wish: z.enum(['pin', 'ban']), at: instant, etag: z.string() });
export type WishView = z.infer<typeof WishView>;
export const Wishes = z.object({ wishes: z.array(WishView) });
export type Wishes = z.infer<typeof Wishes>;

export const AnnouncementBody = z.object({
  title: some(120),
  text: some(4000),
  audience: z.enum(['everyone', 'executives', 'mentors']),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;
export const AnnouncementPreview = z.object({
  title: z.string(),
  text: z.string(),
  from: z.string(),
  recipients: z.number().int(),
  withoutApp: z.number().int(),
});
export type AnnouncementPreview = z.infer<typeof AnnouncementPreview>;
const DeliveryView = z.object({
  person: id,
  name: z.string(),
  state: z.enum(['queued', 'reserved', 'sent', 'skipped', 'failed', 'unknown']),
  /** A sentence in plain words; empty when all is well. */
  reason: z.string(),
});
export const AnnouncementView = z.object({
  announcement: id,
  title: z.string(),
  text: z.string(),
  audience: z.enum(['everyone', 'executives', 'mentors']),
  at: instant,
  state: z.enum(['sending', 'sent']),
  deliveries: z.array(DeliveryView),
  replies: z.array(z.object({ name: z.string(), text: z.string(), at: instant })),
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;
export const Announcements = z.object({ announcements: z.array(AnnouncementView) });

export const InsightsView = z.discriminatedUnion('state', [
  /** Fewer than `needed` people behind every figure. */
  z.object({ state: z.literal('tooFew'), needed: z.number().int() }),
  z.object({
    state: z.literal('there'),
    figures: z.array(z.object({ key: z.string(), value: z.number(), people: z.number().int() })),
  }),
]);
export type InsightsView = z.infer<typeof InsightsView>;

export { ROUTES, type RouteName } from './paths.ts';
