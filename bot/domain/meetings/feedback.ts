import { type Instant, type OccurrenceId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Feedback } from '#domain/pairs/pair.ts';

export const MAX_FEEDBACK_TEXT = 1000;

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
  if (!Number.isInteger(worthTheHour) || worthTheHour < 1 || worthTheHour > 5) {
    throw new Refusal('invalid', 'pair:feedback.worthTheHour');
  }
  if (learned.length > MAX_FEEDBACK_TEXT || surprised.length > MAX_FEEDBACK_TEXT) {
    throw new Refusal('invalid', 'pair:feedback.tooLong', { max: MAX_FEEDBACK_TEXT });
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
export const measureOf = (feedback: Feedback, role: string) => ({
  kind: 'feedback' as const,
  role,
  month: monthOf(feedback.at),
  worthTheHour: feedback.worthTheHour,
  balanced: feedback.balanced,
  candid: feedback.candid,
});

const monthOf = (at: Instant): string => at.slice(0, 7);

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
