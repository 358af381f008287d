import { useTranslation } from 'react-i18next';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { AsTable } from './charts/AsTable.tsx';
import { Bars } from './charts/Bars.tsx';
import { LineChart } from './charts/LineChart.tsx';
import { type Cell, latestOf, linesOf, trendOf } from './figures.ts';
import { Outline } from './Outline.tsx';
import { useFigures } from './useFigures.ts';

interface OpinionCardProps {
  of: 'worthTheHour' | 'candid' | 'balanced' | 'kept';
  cells: readonly Cell[];
  /** Drawn over the months as well, where there are several. */
  hasLine?: boolean;
}

/** What people think of one thing: a sentence, bars of the last months, a line over all of them, and a table. */
export function OpinionCard({ of, cells, hasLine = false }: OpinionCardProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const figures = useFigures();
  const latest = latestOf(cells, of);
  const [first] = latest;
  const title = t(`insights.figure.${of}`);
  if (!first) return <Outline title={title} text={t('insights.notYet')} />;
  const trend = trendOf(cells, of);
  const { spans, lines } = linesOf(cells, of);
  const ticks = [0, 50, 100].map((at) => ({ at, label: figures.percent(at / 100) }));
  return (
    <Card title={title}>
      <p className={page.text}>
        {t(`insights.say.${of}`, { parts: figures.parts(latest), months: figures.months(first) })}
        {trend && ` ${t(`insights.trend.${trend}`)}`}
      </p>
      <Bars
        bars={latest.map((cell) => ({
          name: figures.who(cell.role),
          said: figures.value(cell),
          part: cell.value / 100,
          hue: cell.role,
          isMarked: true,
        }))}
      />
      {hasLine && spans.length > 1 && (
        <LineChart
          labels={spans.map(({ to }) => figures.shortMonth(to))}
          lines={lines.map((line) => ({
            name: figures.who(line.who),
            hue: line.who,
            values: line.cells.map((cell) => cell?.value),
          }))}
          scale={{ min: 0, max: 100, ticks }}
        />
      )}
      <AsTable
        caption={title}
        heads={[t('insights.months'), ...lines.map(({ who }) => figures.who(who))]}
        rows={spans.map((span, n) => [
          figures.months(span),
          ...lines.map((line) => {
            const cell = line.cells[n];
            return cell ? figures.value(cell) : '–';
          }),
        ])}
      />
    </Card>
  );
}
