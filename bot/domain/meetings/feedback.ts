import { type Instant, type OccurrenceId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
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

/** Longest text of one field. */
export const FEEDBACK_TEXT_MAX = 1000;
/** Was it worth the hour: from not at all to very much. */
const WORTH = [1, 2, 3, 4, 5] as const;
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

export type FeedbackGiven = Pick<
  Feedback,
  'worthTheHour' | 'learned' | 'surprised' | 'balanced' | 'candid' | 'goOn' | 'shared'
>;

/** Checked here as well as at the edges: cards come from another door than the tabs. */
export function newFeedback(
  given: FeedbackGiven,
  by: { person: PersonId; occurrence: OccurrenceId; from: Feedback['from']; nowMs: number },
): Feedback {
  const { worthTheHour, learned, surprised, balanced, candid, goOn, shared } = given;
  if (!Number.isInteger(worthTheHour) || worthTheHour < WORTH_MIN || worthTheHour > WORTH_MAX) {
    throw new Refusal('invalid', 'pair:feedback.worthTheHour');
  }
  if (learned.length > FEEDBACK_TEXT_MAX || surprised.length > FEEDBACK_TEXT_MAX) {
    throw new Refusal('invalid', 'pair:feedback.tooLong', { max: FEEDBACK_TEXT_MAX });
  }
  return {
    occurrence: by.occurrence,
    person: by.person,
    worthTheHour,
    learned: learned.trim(),
    surprised: surprised.trim(),
    balanced,
    candid,
    goOn,
    shared,
    at: toInstant(by.nowMs),
    from: by.from,
  };
}

/** What may leave the pair: numbers and choices, no words, no name. */
export const measureOf = (feedback: Feedback, role: Role) => ({
  kind: 'feedback' as const,
  role,
  month: monthOf(feedback.at),
  worthTheHour: feedback.worthTheHour,
  balanced: feedback.balanced,
  candid: feedback.candid,
});

const monthOf = (at: Instant): string => at.slice(0, 7);

/** What one of them wrote about a meeting, and whether the partners may read it; for that one alone. */
export function ownWords(feedback: readonly Feedback[], me: PersonId, occurrence: OccurrenceId) {
  const own = feedback.find((one) => one.person === me && one.occurrence === occurrence);
  return { learned: own?.learned ?? '', surprised: own?.surprised ?? '', shared: own?.shared ?? false };
}

/** The partners' words about a meeting, as far as they share them; several partners line by line. */
export function sharedWords(
  feedback: Feedback[],
  reader: PersonId,
  occurrence: OccurrenceId,
): { learned: string; surprised: string } {
  const shared = feedback.filter(
    (one) => one.shared && one.person !== reader && one.occurrence === occurrence,
  );
  const lines = (field: 'learned' | 'surprised') =>
    shared
      .map((one) => one[field])
      .filter((words) => words !== '')
      .join('\n');
  return { learned: lines('learned'), surprised: lines('surprised') };
}
