import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCohorts } from '../../api/cohorts.ts';
import { useInsights } from '../../api/insights.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { AsTable } from './charts/AsTable.tsx';
import { type Bar, Bars } from './charts/Bars.tsx';
import { latestOf, type Shown } from './figures.ts';
import { useFigures } from './useFigures.ts';

const COMPARED = ['worthTheHour', 'candid', 'balanced'] as const;

/** Another cohort of the same champion beside this one, in what was published of each. */
export function Beside({ cohort, name, view }: { cohort: string; name: string; view: Shown }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const cohorts = useCohorts();
  const [other, setOther] = useState('');
  const insights = useInsights(other);
  const others = (cohorts.data?.cohorts ?? []).filter((one) => one.cohort !== cohort);
  if (others.length === 0) return null;
  const otherName = others.find((one) => one.cohort === other)?.name ?? '';
  return (
    <Card title={t('beside.title')}>
      <Choice
        legend={t('beside.choose', { name })}
        options={others.map((one) => ({ value: one.cohort, label: one.name }))}
        value={other}
        onChoose={(value) => setOther(value)}
      />
      {other !== '' && (
        <Ready query={insights}>
          {(found) =>
            found.state === 'tooFew' ? (
              <p className={page.text}>{t('beside.tooFew', { name: otherName, needed: found.needed })}</p>
            ) : (
              <Both one={{ name, view }} other={{ name: otherName, view: found }} />
            )
          }
        </Ready>
      )}
    </Card>
  );
}

interface Named {
  name: string;
  view: Shown;
}

function Both({ one, other }: { one: Named; other: Named }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const figures = useFigures();
  const rows = COMPARED.map((of) => ({
    title: t(`insights.figure.${of}`),
    bars: [one, other].flatMap(({ name, view }) =>
      latestOf(view.cells, of).map(
        (cell): Bar => ({
          name: t('beside.named', { name, who: figures.who(cell.role) }),
          said: figures.value(cell),
          part: cell.value / 100,
          hue: cell.role,
          isMarked: true,
        }),
      ),
    ),
  })).filter(({ bars }) => bars.length > 0);
  if (rows.length === 0) return <p className={page.text}>{t('insights.notYet')}</p>;
  return (
    <>
      {rows.map(({ title, bars }) => (
        <div key={title} className={page.group}>
          <h3 className={page.heading}>{title}</h3>
          <Bars bars={bars} />
        </div>
      ))}
      <AsTable
        caption={t('beside.title')}
        heads={[t('beside.what'), t('beside.value')]}
        rows={rows.flatMap(({ title, bars }) =>
          bars.map((bar) => [t('beside.row', { what: title, whose: bar.name }), bar.said]),
        )}
      />
    </>
  );
}
