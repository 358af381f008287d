import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalledGatherings } from '#api/contract/gatherings/gatherings.ts';
import { useCalledGatherings, useCallOffGathering } from '../../api/gatherings.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import { GatherForm } from './GatherForm.tsx';

type Called = CalledGatherings['gatherings'][number];

/** The mentors of a cohort are gathered: a form, and what was called, with how many come from five on. */
export function Gatherings({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <Card title={t('gatherings.title')}>
      <p className={page.text}>{t('gatherings.text')}</p>
      <GatherForm cohort={cohort} />
      <Ready query={useCalledGatherings(cohort)}>
        {({ gatherings }) =>
          gatherings.map((one) => <Gathering key={one.gathering} cohort={cohort} one={one} />)
        }
      </Ready>
    </Card>
  );
}

function Gathering({ cohort, one }: { cohort: string; one: Called }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  const [isSure, setIsSure] = useState(false);
  const callOff = useCallOffGathering(cohort);
  const { run, busy, trouble } = useAction();
  const when = dates.moment(one.startsAt);
  if (isSure && one.state === 'called')
    return (
      <Sure
        title={t('gatherings.sure', { when })}
        text={t('gatherings.sureText')}
        yes={t('gatherings.yes')}
        no={t('gatherings.no')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => callOff.mutateAsync(one.gathering))}
        onNo={() => setIsSure(false)}
      />
    );
  return (
    <section aria-label={when} className={page.group}>
      <h3 className={page.heading}>{when}</h3>
      <p className={page.text}>{one.place}</p>
      {one.line && <p className={page.text}>{one.line}</p>}
      <div className={page.actions}>
        <p className={page.quiet}>
          {one.state === 'off'
            ? t('gatherings.off')
            : one.coming === 'few'
              ? t('gatherings.few')
              : t('gatherings.coming', { count: one.coming })}
        </p>
        {one.isAhead && (
          <Button
            appearance="subtle"
            aria-label={t('gatherings.callOffThis', { when })}
            onClick={() => setIsSure(true)}
          >
            {t('gatherings.callOff')}
          </Button>
        )}
      </div>
    </section>
  );
}
