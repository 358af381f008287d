import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCohort } from '../../api/cohorts.ts';
import { useBacking, useRemoveSponsor } from '../../api/sponsors.ts';
import { Card, Page, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import console from '../../words/en/console.json';
import { addWords } from '../../words.ts';
import { Counts } from '../Counts.tsx';
import { Insights } from '../insights/Insights.tsx';
import { InNameForm } from './InNameForm.tsx';
import { WaitingWords } from './WaitingWords.tsx';

await addWords('console', console);

interface SponsorScreenProps {
  cohort: string;
  onBack(): void;
}

/** A cohort for whoever backs it: what waits for their yes, how it goes in figures, and a way to write to everybody. */
export default function SponsorScreen({ cohort, onBack }: SponsorScreenProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const backing = useBacking(cohort);
  const toForm = () => document.getElementById('write')?.scrollIntoView();
  return (
    <Ready query={useCohort(cohort)}>
      {(view) => (
        <Page title={view.name} lead={t('sponsor.lead')} back={{ label: t('back'), go: onBack }}>
          <Ready query={backing}>
            {({ inName }) => (
              <WaitingWords cohort={cohort} waiting={inName.filter(({ state }) => state === 'asked')} />
            )}
          </Ready>
          <section aria-label={t('sponsor.go')} className={page.group}>
            <h2 className={page.heading}>{t('sponsor.go')}</h2>
            <Counts counts={view.counts} />
            <Insights cohort={cohort} name={view.name} onWrite={toForm} />
          </section>
          <div id="write">
            <InNameForm cohort={cohort} cohortName={view.name} isSponsor />
          </div>
          {backing.data?.sponsor && (
            <StepBack cohort={cohort} name={view.name} me={backing.data.sponsor.person} onLeft={onBack} />
          )}
        </Page>
      )}
    </Ready>
  );
}

interface StepBackProps {
  cohort: string;
  name: string;
  me: string;
  onLeft(): void;
}

function StepBack({ cohort, name, me, onLeft }: StepBackProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [isSure, setIsSure] = useState(false);
  const remove = useRemoveSponsor(cohort);
  const { run, busy, trouble } = useAction();
  if (isSure)
    return (
      <Sure
        title={t('sponsor.sureMe', { cohort: name })}
        text={t('sponsor.sureTextMe')}
        yes={t('sponsor.yesMe')}
        no={t('sponsor.no')}
        busy={busy}
        trouble={trouble}
        onYes={() =>
          void run(async () => {
            await remove.mutateAsync(me);
            onLeft();
          })
        }
        onNo={() => setIsSure(false)}
      />
    );
  return (
    <Card title={t('sponsor.stepBack')}>
      <p className={page.text}>{t('sponsor.stepBackText')}</p>
      <div className={page.actions}>
        <Button appearance="subtle" onClick={() => setIsSure(true)}>
          {t('sponsor.stepBack')}
        </Button>
      </div>
    </Card>
  );
}
