import type { Me, PairOnHome as PairCard } from '#api/contract/me.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import type { SearchView } from '#api/contract/searches.ts';
import type { Place } from '../parts/place.ts';
import { type SearchStep, STEP_OF_SEARCH } from '../search/steps.ts';

type Enrolment = Me['enrolments'][number];

const PAIR_STEPS = [
  'answerIntroduction',
  'firstChat',
  'waitForAnswer',
  'draftAgreement',
  'waitForDraft',
  'signAgreement',
  'waitForSignature',
  'spaceClosed',
  'close',
  'meet',
  'meetBooked',
  'meetSoon',
  'meetNow',
  'sayHow',
  'saidHow',
  'met',
  'meetAgain',
  'rest',
] as const;
type PairStep = (typeof PAIR_STEPS)[number];

const SEARCH_ORDER = ['choosing', 'asking', 'none', 'over'] as const;

/** The one thing that comes next for somebody. Its words stand under `step` in the catalogue. */
export type Step =
  | { kind: PairStep; card: PairCard }
  | { kind: 'answerInvitation' | 'thinkAgain' | 'finishProfile'; enrolment: Enrolment }
  | { kind: SearchStep; search: SearchView }
  | { kind: 'answerInName' | 'seeHowItGoes'; backed: Me['backs'][number] }
  | { kind: 'waitForMatch' | 'runProgramme' | 'nothing' };

const STEP_OF: Partial<Record<PairCard['next'], PairStep>> = {
  answer: 'answerIntroduction',
  firstChat: 'firstChat',
  wait: 'waitForAnswer',
  draftAgreement: 'draftAgreement',
  signAgreement: 'signAgreement',
  waitForSignature: 'waitForSignature',
  spaceClosed: 'spaceClosed',
  meet: 'meet',
  close: 'close',
  rest: 'rest',
};

type Stage = NonNullable<PairCard['meeting']>['stage'];
const STEP_AT = {
  never: 'meet',
  booked: 'meetBooked',
  soon: 'meetSoon',
  now: 'meetNow',
  after: 'sayHow',
  told: 'saidHow',
  met: 'met',
  long: 'meetAgain',
} as const satisfies Record<Stage, PairStep>;

/** The step of one pair, or undefined when nothing comes next there; where they meet, it follows the clock. */
function pairStep(card: PairCard): PairStep | undefined {
  const byClock = card.meeting && STEP_AT[card.meeting.stage];
  // A meeting that goes on or has just been does not wait for a signature, nor for the end of a break.
  if (byClock === 'meetNow' || byClock === 'sayHow') return byClock;
  if (byClock && (card.next === 'meet' || card.next === 'waitForSignature')) return byClock;
  if (card.state === 'active' && card.next === 'wait') return 'waitForDraft';
  return STEP_OF[card.next];
}

const DO_FIRST: readonly PairStep[] = [
  ...(['meetNow', 'sayHow', 'answerIntroduction', 'firstChat', 'signAgreement'] as const),
  ...(['draftAgreement', 'close'] as const),
];
const DO_LATER: readonly PairStep[] = [
  ...([
    'saidHow',
    'meetSoon',
    'meet',
    'meetAgain',
    'meetBooked',
    'waitForDraft',
    'waitForSignature',
  ] as const),
  ...(['met', 'waitForAnswer', 'spaceClosed', 'rest'] as const),
];

/** Whether the matching would have something to go by. */
const isTold = (profile: ProfileView, role: Enrolment['role']): boolean =>
  role === 'executive' ? profile.wants.length > 0 : profile.offers.length > 0;

/** What goes on: in a programme that is over nobody is brought together any more. */
const openEnrolments = ({ enrolments }: Me): Enrolment[] => enrolments.filter(({ isOver }) => !isOver);

/** Whether somebody learns in a cohort, and so may look for a mentor. */
export const isExecutive = (me: Me): boolean =>
  openEnrolments(me).some(({ role, state }) => role === 'executive' && state === 'joined');

/** What somebody should see first: answers others wait for, then the own profile, then what can wait. */
export function nextStep(me: Me, profile: ProfileView, searches: readonly SearchView[] = []): Step {
  const steps = me.pairs.flatMap((card) => {
    const kind = pairStep(card);
    return kind ? [{ kind, card }] : [];
  });
  const first = (kinds: readonly PairStep[]) =>
    kinds.map((kind) => steps.find((step) => step.kind === kind)).find(Boolean);
  const open = openEnrolments(me);
  const enrolled = (state: Enrolment['state']) => open.find((one) => one.state === state);

  const urgent = first(DO_FIRST);
  if (urgent) return urgent;
  const invited = enrolled('invited');
  if (invited) return { kind: 'answerInvitation', enrolment: invited };
  const waiting = me.backs.find((one) => one.waiting > 0);
  if (waiting) return { kind: 'answerInName', backed: waiting };
  const untold = open.find((one) => one.state === 'joined' && !isTold(profile, one.role));
  if (untold) return { kind: 'finishProfile', enrolment: untold };
  const later = first(DO_LATER);
  if (later) return ofOwnSearch(later, searches) ?? later;
  if (enrolled('joined')) return searchStep(searches) ?? { kind: 'waitForMatch' };
  const thinking = enrolled('later');
  if (thinking) return { kind: 'thinkAgain', enrolment: thinking };
  const [backed] = me.backs;
  if (backed) return { kind: 'seeHowItGoes', backed };
  return { kind: me.isChampion || me.canCreateCohorts ? 'runProgramme' : 'nothing' };
}

/** Whoever asked for the introduction waits for a mentor, in the words of the search. */
function ofOwnSearch({ kind, card }: { kind: PairStep; card: PairCard }, searches: readonly SearchView[]) {
  const search = searches.find(({ state, pair }) => state === 'asking' && pair === card.pair);
  return kind === 'waitForAnswer' && search ? { kind: STEP_OF_SEARCH.asking, search } : undefined;
}

/** Where nobody fits, waiting for the next round is the better step. */
function searchStep(searches: readonly SearchView[]): Step | undefined {
  for (const state of SEARCH_ORDER) {
    const search = searches.find((one) => one.state === state);
    if (search) return { kind: STEP_OF_SEARCH[state], search };
  }
  return undefined;
}

/** The searches that Home shows besides the next step: what goes on, and what there is room for. */
export function otherSearches(
  me: Me,
  { capacity }: ProfileView,
  { step, searches }: { step: Step; searches: readonly SearchView[] },
): SearchView[] {
  const hasRoom = me.pairs.filter(({ state }) => state !== 'ended').length < capacity;
  return searches.filter((search) => {
    if ('search' in step && step.search.cohort === search.cohort) return false;
    if ('card' in step && step.card.pair === search.pair) return false;
    return hasRoom || search.state === 'choosing' || search.state === 'asking';
  });
}

/** Which part of a pair's space a step is about. */
const PART_OF: Partial<Record<PairStep, Pick<Extract<Place, { at: 'pair' }>, 'part'>>> = {
  sayHow: { part: 'meetings' },
  close: { part: 'closing' },
};

/** Steps at which a time is found on Home itself. */
export const BOOKING: readonly Step['kind'][] = ['meet', 'meetAgain', 'met'];

/** Where the button of a step leads; undefined means the chat with the bot. */
export function placeOfStep(step: Step): Place | undefined {
  if ('card' in step) return { at: 'pair', pair: step.card.pair, ...PART_OF[step.kind] };
  if ('search' in step) return { at: 'search', cohort: step.search.cohort };
  if ('backed' in step) return { at: 'sponsor', cohort: step.backed.cohort };
  switch (step.kind) {
    case 'answerInvitation':
    case 'thinkAgain':
      return { at: 'invitation', cohort: step.enrolment.cohort };
    case 'finishProfile':
    case 'waitForMatch':
      return { at: 'profile' };
    case 'runProgramme':
      return { at: 'console' };
    case 'nothing':
      return undefined;
  }
}
