import { useTranslation } from 'react-i18next';
import { useInsights } from '../../api/insights.ts';
import { useReader } from '../../parts/Frame.tsx';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';

/** Figures about at least five people; kindly nothing before. */
export function Insights({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const { locale } = useReader();
  const insights = useInsights(cohort);
  const rounded = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <Ready query={insights}>
      {(view) => (
        <>
          {view.state === 'tooFew' ? (
            <Card title={t('insights.tooFewTitle')}>
              <p className={page.text}>{t('insights.tooFew', { needed: view.needed })}</p>
            </Card>
          ) : (
            view.figures.map(({ key, value, people }) => (
              <Card key={key} title={t(`insights.figure.${key}`)}>
                <p className={page.text}>{t(`insights.value.${key}`, { value: rounded.format(value) })}</p>
                <p className={page.quiet}>{t('insights.people', { count: people })}</p>
              </Card>
            ))
          )}
          <p className={page.quiet}>{t('insights.promise')}</p>
        </>
      )}
    </Ready>
  );
}
