/** What comes next for one member of a pair; firstChat: to plan and have one, whatever they have answered so far. */
export const NEXT_STEPS = [
  'answer',
  'firstChat',
  'wait',
  'draftAgreement',
  'signAgreement',
  'waitForSignature',
  'meet',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
