import { useTranslation } from 'react-i18next';
import type { CONFIDENCES } from '#domain/pairs/goals.ts';

type Feeling = `goals.feels.${(typeof CONFIDENCES)[number]}`;

/** How sure somebody felt and feels, each from 1 to 5, in words. */
export function useFeeling() {
  const { t } = useTranslation('tab');
  const say = (value: number): string => t(`goals.feels.${value}` as Feeling);
  return (began: number, now: number): string =>
    began === now
      ? t('goals.feels.still', { now: say(now) })
      : t('goals.feels.grown', { began: say(began), now: say(now) });
}
