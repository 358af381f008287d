import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useAnswerEnrolment, useProgramme } from '../api/enrolments.ts';
import { Card, Page, Trouble, usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { useAction } from '../parts/useAction.ts';

interface LeftPageProps {
  enrolment: Me['enrolments'][number];
  back: { label: string; go(): void };
  onJoined(): void;
}

/** A programme for somebody who left it: what that means, and the way back as long as there is one. */
export function LeftPage({ enrolment, back, onJoined }: LeftPageProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const programme = useProgramme(enrolment.cohort);
  return (
    <Page title={t('left.title', { cohort: enrolment.cohortName })} lead={t('left.lead')} back={back}>
      <Ready query={programme}>
        {({ state }) =>
          state === 'closed' ? (
            <Card title={t('left.overTitle')}>
              <p className={page.text}>{t('left.over')}</p>
            </Card>
          ) : (
            <ComingBack cohort={enrolment.cohort} onJoined={onJoined} />
          )
        }
      </Ready>
    </Page>
  );
}

function ComingBack({ cohort, onJoined }: { cohort: string; onJoined(): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const answer = useAnswerEnrolment(cohort);
  const { run, busy, trouble } = useAction();
  const join = async () => {
    if (await run(() => answer.mutateAsync('join'))) onJoined();
  };
  return (
    <Card title={t('left.backTitle')}>
      <p className={page.text}>{t('left.back')}</p>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void join()}>
          {t('left.join')}
        </Button>
      </div>
    </Card>
  );
}
