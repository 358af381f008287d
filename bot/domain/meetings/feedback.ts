import { type Instant, type OccurrenceId, type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { isSeen, seenText } from '#domain/basics/visible.ts';
import type { Role } from '#domain/people/person.ts';

/** Row `feedback_<occurrence>_<person>`. */
export interface Feedback {
  occurrence: OccurrenceId;
  person: PersonId;
  /** 1–5. */
  worthTheHour: number;
  learned: string;
  surprised: string;
  balanced: (typeof YES_PARTLY_NO)[number] | '';
  candid: (typeof YES_PARTLY_NO)[number] | '';
  goOn: (typeof GO_ON)[number] | '';
  /** Whether the partner may read `learned` and `surprised`. */
  shared: boolean;
  at: Instant;
  from: (typeof FEEDBACK_DOORS)[number];
}

/** So long the face, and what was added, can be changed; afterwards only what is empty is filled. */
const CHANGE_MS = 10 * 60_000;
/** Longest text of one field. */
export const FEEDBACK_TEXT_MAX = 1000;
/** Was it worth the hour: from not at all to very much. */
export const WORTH = [1, 2, 3, 4, 5] as const;
export const WORTH_MIN = 1;
export const WORTH_MAX = 5;
export const YES_PARTLY_NO = ['yes', 'partly', 'no'] as const;
export const GO_ON = ['yes', 'unsure', 'no'] as const;
/** What is asked, in this order everywhere, and by whom each answer can be seen. */
export const FEEDBACK_FIELDS = [
  { name: 'worthTheHour', kind: 'scale', values: WORTH, seen: 'figures' },
  { name: 'learned', kind: 'text', values: [], seen: 'partner' },
  { name: 'surprised', kind: 'text', values: [], seen: 'partner' },
  { name: 'shared', kind: 'switch', values: [], seen: 'partner' },
  { name: 'balanced', kind: 'choice', values: YES_PARTLY_NO, seen: 'figures' },
  { name: 'candid', kind: 'choice', values: YES_PARTLY_NO, seen: 'figures' },
  { name: 'goOn', kind: 'choice', values: GO_ON, seen: 'me' },
] as const;
const FEEDBACK_DOORS = ['panel', 'card', 'tab'] as const;
type Field = (typeof FEEDBACK_FIELDS)[number]['name'];

/** Everything that can be added to a face. */
export type FeedbackLine = Pick<
  Feedback,
  'learned' | 'surprised' | 'balanced' | 'candid' | 'goOn' | 'shared'
>;
/** A face, and perhaps more. */
export type FeedbackGiven = Pick<Feedback, 'worthTheHour'> & Partial<FeedbackLine>;

/** A face alone. */
export const NO_LINE: FeedbackLine = {
  ...{ learned: '', surprised: '', shared: false },
  ...{ balanced: '', candid: '', goOn: '' },
};

function requireFace(worthTheHour: number): void {
  if (!Number.isInteger(worthTheHour) || worthTheHour < WORTH_MIN || worthTheHour > WORTH_MAX)
    throw new Refusal('invalid', 'pair:feedback.worthTheHour');
}

function requireShort({ learned, surprised }: FeedbackLine): void {
  if (learned.length > FEEDBACK_TEXT_MAX || surprised.length > FEEDBACK_TEXT_MAX)
    throw new Refusal('invalid', 'pair:feedback.tooLong', { max: FEEDBACK_TEXT_MAX });
}

/** Checked here as well as at the edges: cards come from another door than the tabs. */
export function newFeedback(
  { worthTheHour, ...given }: FeedbackGiven,
  by: { person: PersonId; occurrence: OccurrenceId; from: Feedback['from']; nowMs: number },
): Feedback {
  const line = { ...NO_LINE, ...given };
  requireFace(worthTheHour);
  requireShort(line);
  return {
    ...{ occurrence: by.occurrence, person: by.person, worthTheHour },
    ...line,
    ...{ learned: seenText(line.learned), surprised: seenText(line.surprised) },
    at: toInstant(by.nowMs),
    from: by.from,
  };
}

/** Until when the face can be changed. */
export const changeUntil = ({ at }: Pick<Feedback, 'at'>): Instant => toInstant(toMs(at) + CHANGE_MS);
export const canChange = ({ at }: Pick<Feedback, 'at'>, nowMs: number): boolean =>
  nowMs < toMs(at) + CHANGE_MS;

/** Another face instead of the first, within ten minutes. */
export function withFace(feedback: Feedback, worthTheHour: number, nowMs: number): Feedback {
  requireFace(worthTheHour);
  if (worthTheHour === feedback.worthTheHour) return feedback;
  if (!canChange(feedback, nowMs)) throw new Refusal('conflict', 'pair:feedback.tooLate');
  return { ...feedback, worthTheHour };
}

/**
 * What is added to a face. Within ten minutes it takes the place of what was there; later a choice fills only what is
 * empty, and words only a row without any, so that nobody shares by a tick what they once wrote for themselves.
 */
export function withLine(feedback: Feedback, line: FeedbackLine, nowMs: number): Feedback {
  requireShort(line);
  const isFresh = canChange(feedback, nowMs);
  const words = { learned: seenText(line.learned), surprised: seenText(line.surprised), shared: line.shared };
  const takesWords = isFresh || !hasWords(feedback);
  if (!takesWords && hasWords(words)) throw new Refusal('conflict', 'pair:feedback.kept');
  const chosen = <Value extends string>(before: Value, now: Value): Value =>
    now !== '' && (isFresh || before === '') ? now : before;
  return {
    ...feedback,
    ...(takesWords && hasWords(words) ? words : {}),
    balanced: chosen(feedback.balanced, line.balanced),
    candid: chosen(feedback.candid, line.candid),
    goOn: chosen(feedback.goOn, line.goOn),
  };
}

const hasWords = ({ learned, surprised }: Pick<Feedback, 'learned' | 'surprised'>): boolean =>
  isSeen(learned) || isSeen(surprised);

/** Who may see what of one feedback, and nothing else: the only way out of the row. */
type Audience = 'me' | 'partner' | 'figures';
const MAY_SEE: Record<
  Audience,
  (seen: (typeof FEEDBACK_FIELDS)[number]['seen'], shared: boolean) => boolean
> = {
  me: () => true,
  partner: (seen, shared) => seen === 'partner' && shared,
  figures: (seen) => seen === 'figures',
};

/** What an audience may see of a feedback, as `FEEDBACK_FIELDS` promises beside each field. */
export function seenBy(feedback: Feedback, audience: Audience): Partial<Pick<Feedback, Field>> {
  const fields = FEEDBACK_FIELDS.filter(({ seen }) => MAY_SEE[audience](seen, feedback.shared));
  return Object.fromEntries(fields.map(({ name }) => [name, feedback[name]]));
}

/** What may leave the pair: numbers and choices, no words, no name. */
export function measureOf(feedback: Feedback, role: Role) {
  const { worthTheHour = 0, balanced = '', candid = '' } = seenBy(feedback, 'figures');
  return { kind: 'feedback' as const, role, month: monthOf(feedback.at), worthTheHour, balanced, candid };
}

export const monthOf = (at: Instant): string => at.slice(0, 7);

/** The partners' words about a meeting, as far as they share them; several partners line by line. */
export function sharedWords(
  feedback: readonly Feedback[],
  reader: PersonId,
  occurrence: OccurrenceId,
): { learned: string; surprised: string } {
  const shared = feedback
    .filter((one) => one.person !== reader && one.occurrence === occurrence)
    .map((one) => seenBy(one, 'partner'));
  const lines = (field: 'learned' | 'surprised') =>
    shared
      .map((one) => one[field] ?? '')
      .filter((words) => words !== '')
      .join('\n');
  return { learned: lines('learned'), surprised: lines('surprised') };
}
