import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import type { Chore } from '#domain/all/messages.ts';
import type { TableName, TurnKind } from '#usecases/story/ports.ts';

/**
 * What may be told of a running server, as closed lists: whatever is told is one of these words or a number. A request,
 * a chore or a pointer that stands in no list is *quiet*: it is counted together with all others that are, minute by
 * minute, so that nobody reads from a moment what somebody decided. What is new is quiet until somebody lists it.
 */

/** Reads of everybody's and work of champions: told with the calls of storage in them. */
const WHOLE = [
  'me',
  'programme',
  'profile',
  'recogniseTopics',
  'gatherings',
  'tweaks',
  'cohorts',
  'createCohort',
  'cohort',
  'changeCohort',
  'champions',
  'deeds',
  'members',
  'lastImport',
  'checkImport',
  'importColumns',
  'confirmImport',
  'discardImport',
  'invite',
  'flow',
  'people',
  'peopleFile',
  'askAgain',
  'checkMove',
  'movePeople',
  'contacts',
  'suggestions',
  'backing',
  'rounds',
  'runRound',
  'runningRound',
  'cancelRound',
  'publishRound',
  'proposals',
  'leftOut',
  'announcements',
  'previewAnnouncement',
  'audience',
  'teams',
  'tryAnnouncement',
  'announce',
  'deliveries',
  'changeAnnouncement',
  'callOffAnnouncement',
  'correctAnnouncement',
  'recallAnnouncement',
  'stopAnnouncement',
  'retryAnnouncement',
  'calledGatherings',
  'callGathering',
  'callOffGathering',
  'insights',
  'review',
  'recordReview',
] as const satisfies RouteName[];

/** Reads of a pair: which calls stand in them would tell how things are between two people. */
const BARE = [
  'pair',
  'pairPhotos',
  'goals',
  'meetings',
  'kept',
  'planning',
  'timeline',
  'exchanges',
] as const satisfies RouteName[];

export type ToldRoute = (typeof ROUTES)[(typeof WHOLE)[number] | (typeof BARE)[number]];
/** `other`: pages, files, health. */
export type CountedRoute = ToldRoute | 'quiet' | 'other';

interface RouteTold {
  route: ToldRoute;
  /** Its calls of storage are told one by one. */
  isWhole: boolean;
}

const TOLD: ReadonlyMap<string, RouteTold> = new Map<string, RouteTold>([
  ...WHOLE.map((name) => [ROUTES[name], { route: ROUTES[name], isWhole: true }] as const),
  ...BARE.map((name) => [ROUTES[name], { route: ROUTES[name], isWhole: false }] as const),
]);

/** How a route is told, by its method and pattern; undefined where it is only counted. */
export const toldRoute = (pattern: string): RouteTold | undefined => TOLD.get(pattern);

/** Under which name a request is counted. */
export const countedRoute = (pattern: string): CountedRoute =>
  TOLD.get(pattern)?.route ?? (/^[A-Z]+ \/api\//.test(pattern) ? 'quiet' : 'other');

/**
 * A turn of the bot. Not what Teams says of a meeting: that is when two people met. So the requests that bring turns are
 * quiet as well, for the difference would tell it.
 */
export type ToldTurn = Exclude<TurnKind, 'event'>;

/** Work of champions and of the clock, of chores and of pointers that fall due. */
const JOBS = [
  'carryCohort',
  'forgetAttribute',
  'goOnWithImport',
  'dropImport',
  'goOnInviting',
  'goOnAskingAgain',
  'goOnMoving',
  'publishRound',
  'sendAnnouncement',
  'tellGathering',
] as const satisfies Chore['kind'][];
/** What falls due and is about a whole cohort. */
const DUE_TOLD = ['import', 'publish', 'retention', 'moving'] as const;
type ToldJob = (typeof JOBS)[number] | (typeof DUE_TOLD)[number];
export type CountedJob = ToldJob | 'quiet';

const TOLD_JOBS: ReadonlySet<string> = new Set<ToldJob>([...JOBS, ...DUE_TOLD]);

/** A chore or a pointer by its name; quiet where it is about a pair or a person. */
export const countedJob = (name: string): CountedJob => (TOLD_JOBS.has(name) ? (name as ToldJob) : 'quiet');

/** Concerns are told as rows of people: that one was raised is nobody else's to know. */
export const TABLES_TOLD = {
  people: 'people',
  concerns: 'people',
  pairs: 'pairs',
  cohorts: 'cohorts',
  deliveries: 'deliveries',
  due: 'due',
  lookups: 'lookups',
} as const satisfies Record<TableName, TableName>;
export type ToldTable = (typeof TABLES_TOLD)[TableName];
