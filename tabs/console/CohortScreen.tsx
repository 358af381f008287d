import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import type { Standing } from '#domain/roster/standing.ts';
import { useCohort } from '../api/cohorts.ts';
import { useDates } from '../parts/dates.ts';
import { Page } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { Tabs, tabId } from '../parts/Tabs.tsx';
import { useLeaving } from '../parts/Unsaved.tsx';
import { About } from './about/About.tsx';
import { Announcements } from './announcements/Announcements.tsx';
import { Gatherings } from './announcements/Gatherings.tsx';
import { Insights } from './insights/Insights.tsx';
import { Overview } from './overview/Overview.tsx';
import { People } from './people/People.tsx';
import { Review } from './review/Review.tsx';
import { Rounds } from './rounds/Rounds.tsx';
import { InNameForm } from './sponsor/InNameForm.tsx';
import { WhatNext } from './WhatNext.tsx';
import { PARTS, type Part } from './whatNext.ts';

const useStyles = makeStyles({
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

interface CohortScreenProps {
  cohort: string;
  onBack(): void;
}

/** One cohort: where it stands, and its people, rounds, announcements and insights. */
export function CohortScreen({ cohort, onBack }: CohortScreenProps) {
  const { t } = useTranslation('console');
  const query = useCohort(cohort);
  const dates = useDates();
  return (
    <Ready query={query}>
      {(view) => (
        <Page
          title={view.name}
          lead={t('cohorts.about', {
            state: t(`state.${view.state}`),
            days: dates.days(view.startsOn, view.endsOn),
          })}
          back={{ label: t('back'), go: onBack }}
          isWide
        >
          <Inside view={view} onLeft={onBack} />
        </Page>
      )}
    </Ready>
  );
}

function Inside({ view, onLeft }: { view: CohortView; onLeft(): void }) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  // Before anybody is invited, the people are all that there is to do.
  const [part, setPart] = useState<Part>(view.counts.invited > 0 ? 'overview' : 'people');
  const [standing, setStanding] = useState<Standing>();
  const leave = useLeaving();
  /** Focus goes along: the button that was pressed is not there any more. */
  const go = (next: Part, among?: Standing) =>
    leave(() => {
      setPart(next);
      setStanding(among);
      document.getElementById(tabId('cohort', next))?.focus();
    });
  return (
    <>
      <WhatNext view={view} part={part} onGo={go} />
      <div className={styles.tabs}>
        <Tabs
          label={t('parts.label', { name: view.name })}
          tabs={PARTS.map((name) => ({ name, label: t(`parts.${name}`) }))}
          chosen={part}
          onChoose={(name) => {
            setPart(name);
            setStanding(undefined);
          }}
          controls="cohort"
        />
      </div>
      <div id="cohort" role="tabpanel" aria-labelledby={tabId('cohort', part)} className={styles.part}>
        <Chosen part={part} view={view} standing={standing} onGo={go} onLeft={onLeft} />
      </div>
    </>
  );
}

interface ChosenProps {
  part: Part;
  view: CohortView;
  /** Which of the people were asked for. */
  standing: Standing | undefined;
  onGo(part: Part, among?: Standing): void;
  onLeft(): void;
}

function Chosen({ part, view, standing, onGo, onLeft }: ChosenProps) {
  switch (part) {
    case 'overview':
      return <Overview view={view} onGo={onGo} onPeople={(among) => onGo('people', among)} />;
    case 'people':
      return <People view={view} standing={standing} />;
    case 'rounds':
      return <Rounds view={view} />;
    case 'announcements':
      return (
        <>
          <Announcements cohort={view.cohort} />
          <InNameForm cohort={view.cohort} cohortName={view.name} />
          <Gatherings cohort={view.cohort} />
        </>
      );
    case 'insights':
      return <Insights cohort={view.cohort} name={view.name} onWrite={() => onGo('announcements')} />;
    case 'review':
      return <Review cohort={view.cohort} tweaks={view.tweaks} />;
    case 'about':
      return <About view={view} onLeft={onLeft} />;
  }
}
