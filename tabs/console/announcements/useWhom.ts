import { useTranslation } from 'react-i18next';
import type { AudienceBody } from '#api/contract/announcements.ts';

/** Whom an announcement is for, in a few words. */
export function useWhom(): (asked: AudienceBody) => string {
  const { t } = useTranslation('console');
  return ({ audience, status = 'all', team = '' }) =>
    [
      t(`audience.${audience}`),
      ...(status === 'all' ? [] : [t(`status.${status}`)]),
      ...(team ? [team] : []),
    ].join(' · ');
}
