import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentAnswer } from '#api/contract/enrolments.ts';
import type { Me } from '#api/contract/me.ts';
import { useAnswerEnrolment, useProgramme } from '../api/enrolments.ts';
import { Notice } from '../parts/Notice.tsx';
import { Card, Page, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { useAction } from '../parts/useAction.ts';
import { InYourHands } from './InYourHands.tsx';
import { LeftPage } from './LeftPage.tsx';
import { ProgrammePage } from './ProgrammePage.tsx';
import { TakingPart } from './TakingPart.tsx';

type Answer = EnrolmentAnswer['answer'];

interface InvitationProps {
  me: Me;
  cohort: string;
  go(place: Place): void;
}

/** One page: what it is, what it isn't, what it takes, who sees what. Then the answer is theirs. */
export function Invitation({ me, cohort, go }: InvitationProps) {
  const { t } = useTranslation('tab');
  const enrolment = me.enrolments.find((one) => one.cohort === cohort);
  const [answered, setAnswered] = useState<Answer>();
  /** Who came as somebody who takes part finds the programme, also right after leaving it. */
  const [tookPart] = useState(enrolment?.state === 'joined');
  const home = { label: t('nav.back'), go: () => go({ at: 'home' }) };

  if (!enrolment)
    return (
      <Notice title={t('step.nothing.title')} text={t('step.nothing.text')}>
        <Button onClick={home.go}>{t('invitation.toHome')}</Button>
      </Notice>
    );
  if (answered) return <Answered answer={answered} go={go} />;
  if (tookPart) return <ProgrammePage me={me} enrolment={enrolment} go={go} />;
  if (enrolment.state === 'left')
    return <LeftPage enrolment={enrolment} back={home} onJoined={() => setAnswered('join')} />;

  return <Asked enrolment={enrolment} back={home} onAnswered={setAnswered} />;
}

interface AskedProps {
  enrolment: Me['enrolments'][number];
  back: { label: string; go(): void };
  onAnswered(answer: Answer): void;
}

/** Nobody is asked to join what is over. */
function Asked({ enrolment, back, onAnswered }: AskedProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const cohort = enrolment.cohortName;
  const programme = useProgramme(enrolment.cohort);
  const meetIn = programme.data?.meetIn;
  const list = (key: string) => t(key, { returnObjects: true }) as string[];
  if (programme.data?.state === 'closed')
    return (
      <Page title={t('invitation.overTitle', { cohort })} back={back}>
        <Card title={t('invitation.overNextTitle')}>
          <p className={page.text}>{t('invitation.over')}</p>
        </Card>
      </Page>
    );
  return (
    <Page title={t('invitation.title', { cohort })} lead={t(`invitation.lead.${enrolment.role}`)} back={back}>
      <Card title={t('invitation.isTitle')}>
        {meetIn && (
          <p className={page.text}>{t(meetIn === 'team' ? 'invitation.inTeam' : 'invitation.inCircle')}</p>
        )}
        <Points points={list('invitation.is')} />
      </Card>
      <Card title={t('invitation.isNotTitle')}>
        <Points points={list('invitation.isNot')} />
      </Card>
      <Card title={t('invitation.timeTitle')}>
        <p className={page.text}>{t('invitation.time')}</p>
      </Card>
      <InYourHands role={enrolment.role} />
      <TakingPart names={programme.data?.takingPart ?? []} sponsor={programme.data?.sponsor ?? ''} />
      <Card title={t('invitation.whoTitle')}>
        <Points points={list('invitation.who')} />
      </Card>
      <Ready query={programme}>{() => <Answers cohort={enrolment.cohort} onAnswered={onAnswered} />}</Ready>
    </Page>
  );
}

function Answers({ cohort, onAnswered }: Pick<AskedProps, 'onAnswered'> & { cohort: string }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const answerEnrolment = useAnswerEnrolment(cohort);
  const { run, busy, trouble } = useAction();
  const answer = async (chosen: Answer) => {
    if (await run(() => answerEnrolment.mutateAsync(chosen))) onAnswered(chosen);
  };
  return (
    <>
      <div className={page.actions}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          onClick={() => void answer('join')}
        >
          {t('invitation.join')}
        </Button>
        <Button size="large" disabledFocusable={busy} onClick={() => void answer('pass')}>
          {t('invitation.pass')}
        </Button>
        <Button
          appearance="subtle"
          size="large"
          disabledFocusable={busy}
          onClick={() => void answer('later')}
        >
          {t('invitation.later')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </>
  );
}

const SAID = { join: 'joined', pass: 'passed', later: 'latered' } as const;

function Answered({ answer, go }: { answer: Answer; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const said = SAID[answer];
  return (
    <div role="status">
      <Notice title={t(`invitation.${said}`)} text={t(`invitation.${said}Text`)}>
        <div className={page.actions}>
          {answer === 'join' && (
            <Button appearance="primary" onClick={() => go({ at: 'profile' })}>
              {t('invitation.toProfile')}
            </Button>
          )}
          <Button onClick={() => go({ at: 'home' })}>{t('invitation.toHome')}</Button>
        </div>
      </Notice>
    </div>
  );
}
