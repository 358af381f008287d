import type { PairView } from '#api/contract/pairs.ts';
import type { AGREEMENT_TEXTS } from '#domain/pairs/agreement.ts';

export type TextField = keyof typeof AGREEMENT_TEXTS;

/** The fields of free text, in the order they are read. */
export const TEXT_FIELDS: readonly TextField[] = [
  'executiveWantsToLearn',
  'howEachHelps',
  'respectForTime',
  'whatItIs',
  'whatItIsNot',
  'whereAndHow',
];

type Say = (key: string, values: { name?: string }) => string;

/** What a field is called: the one who wants to learn is "I" to the executive and a name to the mentor. */
export function labelOf(name: TextField, view: PairView, t: Say): string {
  if (name !== 'executiveWantsToLearn') return t(`agreement.${name}`, {});
  if (view.role === 'executive') return t('agreement.executiveWantsToLearnMe', {});
  return t('agreement.executiveWantsToLearn', { name: view.partners[0]?.firstName ?? '' });
}
