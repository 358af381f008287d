import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import { useCohorts } from '../api/cohorts.ts';
import { useDates } from '../parts/dates.ts';
import { Card, Page, usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { CohortForm } from './CohortForm.tsx';
import { formatOf } from './whatNext.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: '160px', flexBasis: '160px' },
});

interface CohortsProps {
  canCreate: boolean;
  onOpen(cohort: string): void;
}

/** The cohorts somebody runs, and a way to begin one. */
export function Cohorts({ canCreate, onOpen }: CohortsProps) {
  const { t } = useTranslation('console');
  const cohorts = useCohorts();
  const [isCreating, setIsCreating] = useState(false);
  const now = cohorts.data?.now;
  if (isCreating && now)
    return <CohortForm now={now} onCreated={onOpen} onCancel={() => setIsCreating(false)} />;
  return (
    <Page title={t('cohorts.title')} lead={t('cohorts.lead')}>
      <Ready query={cohorts}>
        {({ cohorts: list }) => (
          <>
            {list.map((cohort) => (
              <CohortRow key={cohort.cohort} cohort={cohort} onOpen={onOpen} />
            ))}
            {list.length === 0 && <FirstCohort />}
            {canCreate && (
              <div>
                <Button
                  appearance={list.length === 0 ? 'primary' : 'secondary'}
                  onClick={() => setIsCreating(true)}
                >
                  {t('cohorts.create')}
                </Button>
              </div>
            )}
          </>
        )}
      </Ready>
    </Page>
  );
}

function FirstCohort() {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <Card title={t('cohorts.emptyTitle')}>
      <p className={page.text}>{t('cohorts.empty')}</p>
    </Card>
  );
}

function CohortRow({ cohort, onOpen }: { cohort: CohortView; onOpen(cohort: string): void }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const { members, joined, paired } = cohort.counts;
  return (
    <Card>
      <div className={styles.row}>
        <div className={styles.words}>
          <h2 className={page.heading}>{cohort.name}</h2>
          <p className={page.quiet}>
            {t('cohorts.about', {
              state: t(`state.${cohort.state}`),
              days: dates.days(cohort.startsOn, cohort.endsOn),
            })}
          </p>
          {members > 0 && (
            <p className={page.quiet}>
              {[
                t('cohorts.members', { count: members }),
                t('cohorts.joined', { count: joined }),
                t('cohorts.pairs', { count: paired, ...formatOf(cohort) }),
              ].join(' · ')}
            </p>
          )}
        </div>
        <Button
          aria-label={t('cohorts.openThis', { name: cohort.name })}
          onClick={() => onOpen(cohort.cohort)}
        >
          {t('cohorts.open')}
        </Button>
      </div>
    </Card>
  );
}
