import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Gatherings as Seen } from '#api/contract/gatherings/gatherings.ts';
import { useAnswerGathering, useGatherings } from '../api/gatherings.ts';
import { useDates } from '../parts/dates.ts';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import { composeMeeting } from '../teams.ts';

interface GatheringsProps {
  cohort: string;
  cohortName: string;
}

/** Gatherings of the mentors that lie ahead, and what they may ask each other. Nothing while there is none. */
export function Gatherings({ cohort, cohortName }: GatheringsProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { data } = useGatherings(cohort);
  if (!data || data.gatherings.length === 0) return null;
  return (
    <Card title={t('gathering.title')}>
      {data.gatherings.map((one) => (
        <Ahead key={one.gathering} one={one} cohort={cohort} cohortName={cohortName} />
      ))}
      <p className={page.quiet}>{t('gathering.who')}</p>
      <details>
        <summary>{t('gathering.questions')}</summary>
        <p className={page.quiet}>{t('gathering.confidential')}</p>
        <Points points={data.questions.map(({ text }) => text)} />
      </details>
    </Card>
  );
}

function Ahead({ one, cohort, cohortName }: GatheringsProps & { one: Seen['gatherings'][number] }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const { locale } = useReader();
  const answer = useAnswerGathering(cohort, one.gathering);
  const { run, busy, trouble } = useAction();
  const { isComing, startsAt: startTime, endsAt: endTime, place, line, others } = one;
  const plan = {
    ...{ subject: t('gathering.subject', { cohort: cohortName }), content: [place, line].join('\n') },
    ...{ attendees: [], startTime, endTime },
  };
  return (
    <div className={page.group}>
      <p className={`${page.text} ${page.strong}`}>
        {t('gathering.when', { when: dates.moment(startTime), count: one.minutes })}
      </p>
      <p className={page.text}>{place}</p>
      {line && <p className={page.text}>{line}</p>}
      {others.length > 0 && (
        <p className={page.quiet}>{t('gathering.others', { names: namesIn(locale, others) })}</p>
      )}
      <div className={page.actions}>
        {isComing && (
          <Button appearance="primary" onClick={() => void run(() => composeMeeting(plan))}>
            {t('gathering.diary')}
          </Button>
        )}
        <Button
          appearance={isComing ? 'subtle' : 'primary'}
          disabledFocusable={busy}
          onClick={() => void run(() => answer.mutateAsync(!isComing))}
        >
          {t(isComing ? 'gathering.not' : 'gathering.come')}
        </Button>
      </div>
      <p role="status" className={`${page.quiet} ${page.said}`}>
        {isComing && t('gathering.comes')}
      </p>
      <Trouble text={trouble} />
    </div>
  );
}
