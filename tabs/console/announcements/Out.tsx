import { Badge, Button, ProgressBar } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useRecall, useStop } from '../../api/announcements.ts';
import { useDates } from '../../parts/dates.ts';
import { MarkedText } from '../../parts/MarkedText.tsx';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import { Correct } from './Correct.tsx';
import { Outcome } from './Outcome.tsx';
import { Replies } from './Replies.tsx';
import { useWhom } from './useWhom.ts';

interface OutProps {
  cohort: string;
  view: AnnouncementView;
}

/** What was sent off: how far it has come, what became of it, and what can still be done. */
export function Out({ cohort, view }: OutProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  const whom = useWhom();
  const { state, counts } = view;
  const { meant, sent, notMeant } = counts;
  const isOut = state !== 'recalled' && sent > 0;
  const nobody = state === 'stopped' && meant + notMeant === 0;
  return (
    <Card title={view.title}>
      <p className={page.quiet}>
        {dates.moment(view.at)} · {whom(view)}
      </p>
      <MarkedText lines={view.lines} />
      {nobody && <p className={page.text}>{t('announcement.nobody')}</p>}
      {state !== 'stopped' && (
        <div className={page.actions}>
          <Badge appearance="tint" color={sent === meant ? 'success' : 'informative'} size="large">
            {t('announcement.sent', { sent, of: meant })}
          </Badge>
        </div>
      )}
      {state === 'stopped' && !nobody && (
        <p className={page.text}>{t('announcement.stopped', { sent, others: meant + notMeant - sent })}</p>
      )}
      {(state === 'sending' || state === 'sent') && <Progress cohort={cohort} view={view} />}
      <Amended view={view} />
      {!nobody && <Outcome cohort={cohort} view={view} />}
      {isOut && <Change cohort={cohort} view={view} />}
      <Replies cohort={cohort} view={view} />
    </Card>
  );
}

/** How far it has come, while it goes on, who gets it in the morning, and a way to stop it for all of them. */
function Progress({ cohort, view }: OutProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [isAsked, setIsAsked] = useState(false);
  const stop = useStop(cohort);
  const { run, busy, trouble } = useAction();
  const { title, counts, announcement } = view;
  const { meant, onTheWay, quiet } = counts;
  return (
    <>
      {onTheWay > 0 && (
        <>
          <ProgressBar
            aria-label={t('announcement.progress', { title })}
            value={meant - onTheWay}
            max={meant}
            thickness="large"
          />
          <p className={page.quiet}>{t('announcement.onTheWay', { count: onTheWay })}</p>
        </>
      )}
      {quiet > 0 && <p className={page.quiet}>{t('announcement.quiet', { count: quiet })}</p>}
      {onTheWay + quiet > 0 && !isAsked && (
        <div className={page.actions}>
          <Button onClick={() => setIsAsked(true)}>{t('announcement.stop')}</Button>
        </div>
      )}
      {isAsked && (
        <Sure
          title={t('announcement.stopSure')}
          text={t('announcement.stopText')}
          yes={t('announcement.stopYes')}
          no={t('announcement.stopNo')}
          busy={busy}
          trouble={trouble}
          onYes={() => void run(() => stop.mutateAsync(announcement))}
          onNo={() => setIsAsked(false)}
        />
      )}
    </>
  );
}

/** What came of a correction, or of taking it back. */
function Amended({ view: { state, corrected, counts } }: { view: AnnouncementView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  if (state !== 'recalled' && !corrected) return null;
  const { amended, notAmended, sent } = counts;
  const word = state === 'recalled' ? 'recalled' : 'corrected';
  const when = corrected ? dates.moment(corrected) : '';
  return (
    <>
      <p className={page.text}>{t(`announcement.${word}`, { when, amended, of: sent })}</p>
      {notAmended > 0 && <p className={page.quiet}>{t('announcement.notAmended', { count: notAmended })}</p>}
    </>
  );
}

/** Other words in its place, or taking it back from everybody who has it. */
function Change({ cohort, view }: OutProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [open, setOpen] = useState<'correct' | 'recall'>();
  const recall = useRecall(cohort);
  const { run, busy, trouble } = useAction();
  if (open === 'correct') return <Correct cohort={cohort} view={view} onDone={() => setOpen(undefined)} />;
  if (open === 'recall')
    return (
      <Sure
        title={t('announcement.recallSure')}
        text={t('announcement.recallText')}
        yes={t('announcement.recallYes')}
        no={t('announcement.recallNo')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => recall.mutateAsync(view.announcement))}
        onNo={() => setOpen(undefined)}
      />
    );
  return (
    <div className={page.actions}>
      <Button onClick={() => setOpen('correct')}>{t('announcement.correct')}</Button>
      <Button appearance="subtle" onClick={() => setOpen('recall')}>
        {t('announcement.recall')}
      </Button>
    </div>
  );
}
