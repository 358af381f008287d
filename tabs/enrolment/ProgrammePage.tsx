import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/contract/enrolments.ts';
import type { Me } from '#api/contract/me.ts';
import { useAnswerEnrolment, useProgramme } from '../api/enrolments.ts';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { Notice } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Page, Points, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { Sure } from '../parts/Sure.tsx';
import { useAction } from '../parts/useAction.ts';
import { Gatherings } from './Gatherings.tsx';
import { InvitePeer } from './InvitePeer.tsx';
import { InYourHands } from './InYourHands.tsx';
import { OwnLeave } from './OwnLeave.tsx';
import { TakingPart } from './TakingPart.tsx';

interface ProgrammePageProps {
  me: Me;
  enrolment: Me['enrolments'][number];
  go(place: Place): void;
}

/** A programme for somebody who takes part: its days, who runs it, what comes next, who sees what, and the way out. */
export function ProgrammePage({ me, enrolment, go }: ProgrammePageProps) {
  const { t } = useTranslation('tab');
  const programme = useProgramme(enrolment.cohort);
  const [hasLeft, setHasLeft] = useState(false);
  const cohort = enrolment.cohortName;
  const home = { label: t('nav.back'), go: () => go({ at: 'home' }) };
  if (hasLeft)
    return (
      <Notice title={t('programme.left', { cohort })} text={t('programme.leftText')}>
        <Button onClick={home.go}>{t('invitation.toHome')}</Button>
      </Notice>
    );
  return (
    <Page title={cohort} lead={t(`programme.lead.${enrolment.role}`)} back={home}>
      <Ready query={programme}>
        {(about) => (
          <>
            <Next me={me} about={about} go={go} />
            {enrolment.role === 'mentor' && <Gatherings cohort={enrolment.cohort} cohortName={cohort} />}
            <About about={about} />
            {about.state !== 'closed' && <OwnLeave awayUntil={about.awayUntil} />}
            <TakingPart names={about.takingPart} sponsor={about.sponsor} />
            {about.state !== 'closed' && (
              <InvitePeer cohort={enrolment.cohort} cohortName={cohort} champions={about.champions} />
            )}
          </>
        )}
      </Ready>
      <InYourHands role={enrolment.role} />
      <Card title={t('invitation.whoTitle')}>
        <Points points={t('invitation.who', { returnObjects: true }) as string[]} />
      </Card>
      <Leaving enrolment={enrolment} pairs={goingIn(me, programme.data)} onLeft={() => setHasLeft(true)} />
    </Page>
  );
}

function About({ about }: { about: Programme }) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const dates = useDates();
  const names = namesIn(locale, about.champions);
  const days = t('programme.days', { days: dates.days(about.startsOn, about.endsOn) });
  const who = names ? [t('programme.champion', { names, count: about.champions.length })] : [];
  const over = about.state === 'closed' ? [t('programme.over')] : [];
  const contacts = namesIn(locale, about.contacts);
  const turnTo = contacts ? [t('programme.contacts', { names: contacts })] : [];
  return (
    <Card title={t('programme.about')}>
      <Points points={[days, ...over, ...who, ...turnTo]} />
    </Card>
  );
}

function Next({ me, about, go }: Pick<ProgrammePageProps, 'me' | 'go'> & { about: Programme }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { locale } = useReader();
  const mine = me.pairs.filter(({ pair, state }) => state !== 'ended' && about.pairs.includes(pair));
  const card = mine.find(({ state }) => state === 'active' || state === 'paused') ?? mine[0];
  const pairing = card?.state === 'introduced' ? 'introduced' : 'paired';
  const next = card ? pairing : about.state === 'closed' ? 'closed' : 'waiting';
  const names = namesIn(locale, card?.partners.map(({ firstName }) => firstName) ?? []);
  return (
    <Card title={t('programme.nextTitle')}>
      <p className={page.text}>{t(`programme.next.${next}`, { names })}</p>
      {card && (
        <div className={page.actions}>
          <Button appearance="primary" onClick={() => go({ at: 'pair', pair: card.pair })}>
            {t('programme.toPair')}
          </Button>
        </div>
      )}
      {next === 'waiting' && (
        <div className={page.actions}>
          <Button appearance="primary" onClick={() => go({ at: 'profile' })}>
            {t('programme.toProfile')}
          </Button>
        </div>
      )}
    </Card>
  );
}

type PairHere = Me['pairs'][number];

/** The pairs that go on or rest in a programme: leaving it ends them. */
const goingIn = (me: Me, about: Programme | undefined): PairHere[] =>
  me.pairs.filter(
    ({ pair, state }) => (state === 'active' || state === 'paused') && about?.pairs.includes(pair),
  );

interface LeavingProps {
  enrolment: Me['enrolments'][number];
  pairs: readonly PairHere[];
  onLeft(): void;
}

/** Leaving is asked for twice, and names whose pair ends by it. */
function Leaving({ enrolment, pairs, onLeft }: LeavingProps) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const ends = pairs.map(({ partners }) => {
    const names = namesIn(
      locale,
      partners.map(({ firstName }) => firstName),
    );
    return t('programme.surePair', { names, count: partners.length });
  });
  const page = usePageStyles();
  const answer = useAnswerEnrolment(enrolment.cohort);
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  const leave = async () => {
    if (await run(() => answer.mutateAsync('pass'))) onLeft();
  };
  if (isSure)
    return (
      <Sure
        title={t('programme.sure', { cohort: enrolment.cohortName })}
        text={[...ends, t('programme.sureText')].join('\n\n')}
        yes={t('programme.sureYes')}
        no={t('programme.sureNo')}
        busy={busy}
        trouble={trouble}
        onYes={() => void leave()}
        onNo={() => setIsSure(false)}
      />
    );
  return (
    <Card title={t('programme.leaveTitle')}>
      <p className={page.text}>{t('programme.leaveText')}</p>
      <div className={page.actions}>
        <Button appearance="subtle" onClick={() => setIsSure(true)}>
          {t('programme.leave')}
        </Button>
      </div>
    </Card>
  );
}
