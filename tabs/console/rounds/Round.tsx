import { Badge, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView, WishView } from '#api/contract/rounds.ts';
import { usePublishRound } from '../../api/rounds.ts';
import { useDates } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { Comparison } from './Comparison.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Proposals } from './Proposals.tsx';
import { inWordsOf, isRuledOut, proofOf, reachedIn, shareOf, standingOf } from './reviewing.ts';

interface RoundProps {
  cohort: string;
  round: RoundView;
  wishes: readonly WishView[];
  /** While another run is on its way, this one waits. */
  isRunning: boolean;
}

/** One round: what it found, how it compares, who would meet whom, who is left out, and publishing it. */
export function Round({ cohort, round, wishes, isRunning }: RoundProps) {
  const { t } = useTranslation('console');
  const { locale } = useReader();
  const page = usePageStyles();
  const dates = useDates();
  const { covered, total, waiting, waited } = round.figures;
  return (
    <Card title={t('round.title', { number: round.round })}>
      <div className={page.actions}>
        <Badge appearance="tint" color={round.state === 'published' ? 'success' : 'brand'} size="large">
          {t(`round.state.${round.state}`)}
        </Badge>
        <span className={page.quiet}>{dates.moment(round.ranAt)}</span>
      </div>
      <div>
        <p className={page.text}>
          {t(round.areCircles ? 'round.foundCircles' : 'round.found', {
            count: round.counts.proposals,
            ...inWordsOf(round),
          })}{' '}
          {total > 0 && t(`round.covered_${shareOf(covered, total)}`, { count: covered || total, total })}{' '}
          {waited > 0 && t(`round.waited_${shareOf(waiting, waited)}`, { count: waiting })}
        </p>
        <p className={page.text}>
          {t(`round.proof.${proofOf(round)}`, { part: reachedIn(locale, round.gap) })}
        </p>
        <p className={page.quiet}>{t('promises:round')}</p>
        {round.around.kept > 0 && covered < total && <p className={page.quiet}>{t('round.tryFresh')}</p>}
      </div>
      {round.comparison && <Comparison comparison={round.comparison} now={round.figures} />}
      <Proposals cohort={cohort} round={round} wishes={wishes} />
      <LeftOut cohort={cohort} round={round} />
      {round.state === 'reviewed' && round.counts.proposals > 0 && (
        <Publish cohort={cohort} round={round} wishes={wishes} isRunning={isRunning} />
      )}
    </Card>
  );
}

function Publish({ cohort, round, wishes, isRunning }: RoundProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const publish = usePublishRound(cohort);
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  const mustRunAgain = isRuledOut(round, wishes);
  const hasNews = wishes.some((wish) => standingOf(wish, round) === 'next');
  const words = mustRunAgain ? t('round.mustRunAgain') : hasNews && t('round.hasNews');
  if (!isSure || mustRunAgain)
    return (
      <>
        {words && <p className={page.text}>{words}</p>}
        <div className={page.actions}>
          <Button
            appearance="primary"
            disabledFocusable={mustRunAgain || isRunning}
            onClick={() => setIsSure(true)}
          >
            {t('round.publish')}
          </Button>
        </div>
      </>
    );
  return (
    <div role="alert" className={page.group}>
      {words && <p className={page.text}>{words}</p>}
      <p className={page.text}>{t('round.sure', { count: round.counts.people })}</p>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button
          autoFocus
          appearance="primary"
          disabledFocusable={busy || isRunning}
          onClick={() => void run(() => publish.mutateAsync(round.round))}
        >
          {t('round.publishNow')}
        </Button>
        <Button onClick={() => setIsSure(false)}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
