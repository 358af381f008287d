import type { CohortId, Instant } from '#domain/basics/ids.ts';

/** A sentence of the catalogue with its values; the edges turn it into words of the reader's language. */
export interface Say {
  word: string;
  values?: Record<string, string | number>;
}

/** What the bot answers: sentences, at most six buttons that say something back, or a card by name. */
export interface Said {
  text?: Say;
  /** Buttons: what is shown and what is heard when pressed. */
  buttons?: { title: Say; hears: string }[];
  card?: { name: 'profile' | 'help'; values?: Record<string, string> };
}

/** Row `conversation` of a person: where the talk stands. Survives silence and restarts. */
export interface ConversationState {
  about: 'none' | 'enrolment';
  cohort: CohortId | '';
  step: string;
  /** Steps answered or skipped, in order, to go back. */
  trail: string[];
  /** Anything a step must remember. */
  memo: Record<string, string>;
  turns: number;
  heardAt: Instant;
}

export const noConversation = (now: Instant): ConversationState => ({
  about: 'none',
  cohort: '',
  step: '',
  trail: [],
  memo: {},
  turns: 0,
  heardAt: now,
});
