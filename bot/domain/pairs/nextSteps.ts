/**
 * What comes next for one member of a pair; firstChat: to plan and have one, whatever they have answered so far;
 * spaceClosed: consent was withdrawn, and nobody has signed anew; close: the time they agreed on is over; rest: it is
 * paused.
 */
export const NEXT_STEPS = [
  'answer',
  'firstChat',
  'wait',
  'draftAgreement',
  'signAgreement',
  'waitForSignature',
  'spaceClosed',
  'meet',
  'close',
  'rest',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
