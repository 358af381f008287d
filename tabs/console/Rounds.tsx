import { Avatar, Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView, RoundView } from '#api/contract.ts';
import { usePublishRound, useRounds, useRunRound } from '../api/cohorts.ts';
import { useDates } from '../parts/dates.ts';
import { Card, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { useAction } from '../parts/useAction.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  two: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  names: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
  faces: { display: 'flex', '> :last-child': { marginInlineStart: '-8px' } },
});

/** Matching: run, look at who would meet whom and why, publish. Nobody is told before. */
export function Rounds({ view }: { view: CohortView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const rounds = useRounds(view.cohort);
  const start = useRunRound(view.cohort);
  const { run, busy, trouble } = useAction();
  return (
    <Ready query={rounds}>
      {({ rounds: list }) => (
        <>
          <Card title={t('rounds.runTitle')}>
            <p className={page.text}>{t('rounds.runText', { count: view.counts.joined })}</p>
            <Trouble text={trouble} />
            <div className={page.actions}>
              <Button
                appearance={list.some(({ state }) => state === 'reviewed') ? 'secondary' : 'primary'}
                disabledFocusable={busy}
                onClick={() => void run(() => start.mutateAsync(undefined))}
              >
                {busy ? t('rounds.running') : t('rounds.run')}
              </Button>
            </div>
          </Card>
          {list
            .filter(({ state }) => state !== 'discarded')
            .toSorted((a, b) => b.round - a.round)
            .map((round) => (
              <Round key={round.round} cohort={view.cohort} round={round} />
            ))}
        </>
      )}
    </Ready>
  );
}

function Round({ cohort, round }: { cohort: string; round: RoundView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  return (
    <Card title={t('round.title', { number: round.round })}>
      <div className={page.actions}>
        <Badge appearance="tint" color={round.state === 'published' ? 'success' : 'brand'} size="large">
          {t(`round.state.${round.state}`)}
        </Badge>
        <span className={page.quiet}>{dates.moment(round.ranAt)}</span>
      </div>
      <p className={page.text}>
        {t('round.found', { count: round.proposals.length })}{' '}
        {t(round.provenBest ? 'round.proven' : 'round.notProven')}
      </p>
      <Proposals round={round} />
      <LeftOut round={round} />
      {round.state === 'reviewed' && round.proposals.length > 0 && <Publish cohort={cohort} round={round} />}
    </Card>
  );
}

function Proposals({ round }: { round: RoundView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={t('round.proposals')}>
      {round.proposals.map(({ executive, mentor, fit, reasons, state }) => (
        <li key={`${executive.person} ${mentor.person}`} className={styles.item}>
          <div className={styles.two}>
            <span className={styles.faces} aria-hidden="true">
              <Avatar name={mentor.name} color="colorful" />
              <Avatar name={executive.name} color="colorful" />
            </span>
            <h3 className={`${page.heading} ${styles.names}`}>
              {t(state === 'introduced' ? 'round.introduced' : 'round.pair', {
                mentor: mentor.name,
                executive: executive.name,
              })}
            </h3>
            <span className={page.quiet}>
              {state === 'noRoom' ? t('round.noRoom') : t('round.fit', { fit: Math.round(fit / 10) })}
            </span>
          </div>
          <Points points={reasons} />
        </li>
      ))}
    </ul>
  );
}

function LeftOut({ round }: { round: RoundView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  if (round.leftOut.length === 0) return <p className={page.quiet}>{t('round.nobodyLeftOut')}</p>;
  return (
    <section aria-label={t('round.leftOut')}>
      <h3 className={page.heading}>{t('round.leftOut')}</h3>
      <ul className={styles.list}>
        {round.leftOut.map(({ person, name, role, reason }) => (
          <li key={person} className={styles.item}>
            <div>
              <p className={page.text}>
                {name} · {t(`role.${role}`)}
              </p>
              <p className={page.quiet}>{reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Publish({ cohort, round }: { cohort: string; round: RoundView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const publish = usePublishRound(cohort);
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  if (!isSure)
    return (
      <div className={page.actions}>
        <Button appearance="primary" onClick={() => setIsSure(true)}>
          {t('round.publish')}
        </Button>
      </div>
    );
  return (
    <div role="alert" className={page.group}>
      <p className={page.text}>{t('round.sure', { count: round.proposals.length * 2 })}</p>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button
          autoFocus
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void run(() => publish.mutateAsync(round.round))}
        >
          {t('round.publishNow')}
        </Button>
        <Button onClick={() => setIsSure(false)}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
