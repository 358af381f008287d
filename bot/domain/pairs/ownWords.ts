import type { Instant } from '#domain/basics/ids.ts';

/** Where in a pair somebody writes words of their own. */
export const OWN_WORDS = [
  ...(['goal', 'learned', 'surprised', 'ripple', 'help'] as const),
  ...(['jotting', 'curiosity', 'closing'] as const),
] as const;

/** Something that the reader wrote in a pair; it stays theirs when the space is closed. */
export interface OwnWord {
  kind: (typeof OWN_WORDS)[number];
  text: string;
  at: Instant;
}
