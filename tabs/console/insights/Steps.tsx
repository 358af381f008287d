import { useTranslation } from 'react-i18next';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { AsTable } from './charts/AsTable.tsx';
import { Bars } from './charts/Bars.tsx';
import { partOf, type Shown } from './figures.ts';
import { Outline } from './Outline.tsx';
import { useFigures } from './useFigures.ts';

const KEPT = ['learned', 'ripple'] as const;

/** How many people have shared what they learned, and what changed because of it: that they did, never what. */
export function Steps({ view }: { view: Shown }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const figures = useFigures();
  const dates = useDates();
  const title = t('insights.came.title');
  const rows = KEPT.flatMap((step) => view.steps[step].map((shown) => ({ step, shown })));
  if (rows.length === 0) return <Outline title={title} text={t('insights.notYet')} />;
  return (
    <Card title={title}>
      <p className={page.text}>{t('insights.came.text')}</p>
      <Bars
        bars={KEPT.map((step) => {
          const last = view.steps[step].at(-1);
          return {
            name: t(`insights.came.${step}`),
            said: last ? figures.step(last) : t('insights.step.tooFew'),
            part: last && partOf(last),
            hue: 'all',
          };
        })}
      />
      <AsTable
        caption={title}
        heads={[t('insights.came.what'), t('insights.funnel.people')]}
        rows={rows.map(({ step, shown }) => [
          t('insights.came.on', { what: t(`insights.came.${step}`), day: dates.date(shown.on) }),
          figures.step(shown),
        ])}
      />
    </Card>
  );
}
