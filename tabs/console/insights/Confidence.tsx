import { useTranslation } from 'react-i18next';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { AsTable } from './charts/AsTable.tsx';
import { Gain } from './charts/Gain.tsx';
import { type Cell, latestOf, WHO } from './figures.ts';
import { Outline } from './Outline.tsx';
import { useFigures } from './useFigures.ts';

/** How sure people felt of their own goals when these began, and where they last said it again. */
export function Confidence({ cells }: { cells: readonly Cell[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const figures = useFigures();
  const began = latestOf(cells, 'began');
  const now = latestOf(cells, 'now');
  const title = t('insights.confidence.title');
  const rows = WHO.map((who) => ({
    who,
    began: began.find(({ role }) => role === who),
    now: now.find(({ role }) => role === who),
  })).filter((row) => row.began || row.now);
  if (rows.length === 0) return <Outline title={title} text={t('insights.notYet')} />;
  const said = (cell: Cell | undefined) => (cell ? figures.value(cell) : '–');
  return (
    <Card title={title}>
      <p className={page.text}>{t('insights.confidence.text')}</p>
      {rows.map((row) => (
        <Gain
          key={row.who}
          name={figures.who(row.who)}
          said={t('insights.confidence.fromTo', { began: said(row.began), now: said(row.now) })}
          hue={row.who}
          began={row.began?.value}
          now={row.now?.value}
        />
      ))}
      <AsTable
        caption={title}
        heads={[t('insights.whose'), t('insights.confidence.began'), t('insights.confidence.now')]}
        rows={rows.map((row) => [figures.who(row.who), said(row.began), said(row.now)])}
      />
    </Card>
  );
}
