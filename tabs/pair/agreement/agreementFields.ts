import type { AgreementBody, PairView } from '#api/contract/contract.ts';

/** The fields of free text, in the order they are read, and how long each may be. */
export const TEXT_FIELDS = [
  { name: 'executiveWantsToLearn', most: 1000 },
  { name: 'howEachHelps', most: 1000 },
  { name: 'respectForTime', most: 600 },
  { name: 'whatItIs', most: 600 },
  { name: 'whatItIsNot', most: 600 },
  { name: 'whereAndHow', most: 600 },
] as const satisfies readonly { name: keyof AgreementBody; most: number }[];

export const RHYTHMS = ['none', 'weekly', 'fortnightly', 'monthly'] as const;

type Say = (key: string, values: { name?: string }) => string;

/** What a field is called: the one who wants to learn is "I" to the executive and a name to the mentor. */
export function labelOf(name: (typeof TEXT_FIELDS)[number]['name'], view: PairView, t: Say): string {
  if (name !== 'executiveWantsToLearn') return t(`agreement.${name}`, {});
  if (view.role === 'executive') return t('agreement.executiveWantsToLearnMe', {});
  return t('agreement.executiveWantsToLearn', { name: view.partners[0]?.firstName ?? '' });
}
