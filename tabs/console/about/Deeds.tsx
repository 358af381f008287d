import { useTranslation } from 'react-i18next';
import type { Deeds as DeedsView } from '#api/contract/cohorts.ts';
import { deedsReading } from '../../api/champions.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Pages } from '../Pages.tsx';

/** What was done in a cohort, latest first. */
export function Deeds({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  return (
    <Card title={t('deeds.title')}>
      <p className={page.text}>{t('deeds.text')}</p>
      <Pages<DeedsView, DeedsView['deeds'][number]>
        label={t('deeds.title')}
        count={0}
        paging={({ from }) => deedsReading(cohort, from)}
        itemsOf={({ deeds }) => deeds}
      >
        {({ at, by, what }) => (
          <li key={`${at} ${what}`}>
            <span>{what}</span>
            <br />
            <span className={page.quiet}>
              {t('deeds.by', { by: by || t('deeds.gone'), day: dates.date(at), time: dates.time(at) })}
            </span>
          </li>
        )}
      </Pages>
    </Card>
  );
}
