import { Button, Checkbox, ProgressBar } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortView } from '#api/contract/cohorts.ts';
import type { RoundView, RunningRound } from '#api/contract/rounds.ts';
import { useCancelRound, useRunRound } from '../../api/rounds.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { formatOf } from '../whatNext.ts';

interface RunCardProps {
  view: CohortView;
  running: RunningRound['running'];
  /** The round under review, whose pairs stay unless a fresh look is wanted. */
  reviewed: RoundView | undefined;
}

/** Starts a run, shows how far it is, and stops it. */
export function RunCard({ view, running, reviewed }: RunCardProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const start = useRunRound(view.cohort, reviewed?.round ?? 0);
  const { run, busy, trouble } = useAction();
  const [isFresh, setIsFresh] = useState(false);
  const [wasStopped, setWasStopped] = useState(false);
  const isGoing = running !== null || busy;
  const onRun = () => {
    setWasStopped(false);
    void run(() => start.mutateAsync(isFresh && reviewed !== undefined));
  };
  return (
    <Card title={t('rounds.runTitle')}>
      <p className={page.text}>
        {reviewed
          ? t('rounds.againText', formatOf(view))
          : t('rounds.runText', { count: view.counts.joined })}
      </p>
      {reviewed && !isGoing && (
        <Checkbox
          label={t('rounds.fresh')}
          checked={isFresh}
          onChange={(_, { checked }) => setIsFresh(checked === true)}
        />
      )}
      {!wasStopped && <Trouble text={trouble} />}
      <p role="status" className={page.said}>
        {wasStopped && !isGoing && t('rounds.stopped')}
      </p>
      {running && <Progress view={view} running={running} onCancelled={() => setWasStopped(true)} />}
      {!running && (
        <div className={page.actions}>
          <Button appearance={reviewed ? 'secondary' : 'primary'} disabledFocusable={busy} onClick={onRun}>
            {busy ? t('rounds.running') : t(reviewed ? 'rounds.again' : 'rounds.run')}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface ProgressProps {
  view: CohortView;
  running: NonNullable<RunningRound['running']>;
  onCancelled(): void;
}

function Progress({ view, running, onCancelled }: ProgressProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const cancel = useCancelRound(view.cohort);
  const { run, busy, trouble } = useAction();
  const label = useId();
  const isStopping = busy || running.cancelAsked;
  const onCancel = () =>
    void run(() => cancel.mutateAsync()).then((isDone) => {
      if (isDone) onCancelled();
    });
  return (
    <div className={page.group}>
      <p id={label} role="status" className={page.text}>
        {isStopping ? t('rounds.stopping') : t(`rounds.phase.${running.phase}`, formatOf(view))}
      </p>
      <ProgressBar value={running.part} max={100} thickness="large" aria-labelledby={label} />
      <p className={page.quiet}>{t('rounds.by', { name: running.by })}</p>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button disabledFocusable={isStopping} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
