import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInsights } from '../../api/insights.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useDates } from '../../parts/dates.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Beside } from './Beside.tsx';
import { Confidence } from './Confidence.tsx';
import { Early } from './Early.tsx';
import { Funnel } from './Funnel.tsx';
import type { Shown, Who } from './figures.ts';
import { Hand } from './Hand.tsx';
import { Hidden } from './Hidden.tsx';
import { OpinionCard } from './OpinionCard.tsx';
import { SaveCsv } from './SaveCsv.tsx';
import { Steps } from './Steps.tsx';
import { useFigures } from './useFigures.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});

const CHOSEN: readonly Who[] = ['all', 'executive', 'mentor'];

interface InsightsProps {
  cohort: string;
  name: string;
  onWrite(): void;
}

/** How it goes, in figures about at least five people that were published; kindly nothing before. */
export function Insights({ cohort, name, onWrite }: InsightsProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const insights = useInsights(cohort);
  return (
    <Ready query={insights}>
      {(view) => (
        <>
          {view.state === 'tooFew' ? (
            <Early needed={view.needed} />
          ) : (
            <Figures view={view} cohort={cohort} name={name} onWrite={onWrite} />
          )}
          <p className={page.quiet}>{t('insights.promise')}</p>
        </>
      )}
    </Ready>
  );
}

function Figures({ view, cohort, name, onWrite }: InsightsProps & { view: Shown }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const figures = useFigures();
  const [who, setWho] = useState<Who>('all');
  const cells = view.cells.filter(({ role }) => who === 'all' || role === who);
  return (
    <>
      <div className={styles.top}>
        <Choice
          legend={t('insights.whose')}
          options={CHOSEN.map((value) => ({ value, label: t(`insights.choose.${value}`) }))}
          value={who}
          onChoose={(value) => setWho(value)}
        />
        <SaveCsv view={view} name={name} />
      </div>
      <p className={page.quiet}>
        {t('insights.asOf', {
          day: dates.date(view.on),
          months: figures.months({ from: view.through, to: view.through }),
        })}
      </p>
      <OpinionCard of="worthTheHour" cells={cells} hasLine />
      <div className={styles.grid}>
        <OpinionCard of="candid" cells={cells} />
        <OpinionCard of="balanced" cells={cells} />
        <Confidence cells={cells} />
        <OpinionCard of="kept" cells={view.cells} />
      </div>
      <div className={styles.grid}>
        <Funnel view={view} who={who} />
        <Steps view={view} />
      </div>
      <Hand hand={view.hand} onWrite={onWrite} />
      <Beside cohort={cohort} name={name} view={view} />
      <Hidden view={view} who={who} />
    </>
  );
}
