import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#api/contract/meetings.ts';
import { useGiveFeedback, useMeetings } from '../../api/meetings.ts';
import { useDates } from '../../parts/dates.ts';
import { Waiting } from '../../parts/Notice.tsx';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import type { SpaceProps } from '../pairProps.ts';

const FeedbackForm = lazy(() => import('../../parts/FeedbackForm.tsx'));

/** The conversations so far, newest first, and how they were. */
export function Meetings({ view, names }: SpaceProps) {
  const meetings = useMeetings(view.pair);
  const [telling, setTelling] = useState('');
  if (telling)
    return <Telling pair={view.pair} occurrence={telling} names={names} onDone={() => setTelling('')} />;
  return (
    <Ready query={meetings}>
      {({ meetings: newestFirst }) => (
        <MeetingList meetings={newestFirst} names={names} onTell={setTelling} />
      )}
    </Ready>
  );
}

interface MeetingListProps {
  meetings: readonly MeetingView[];
  names: string;
  onTell(occurrence: string): void;
}

function MeetingList({ meetings, names, onTell }: MeetingListProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <Card title={t('meetings.title')}>
      {meetings.length === 0 && <p className={page.text}>{t('meetings.empty')}</p>}
      {meetings.map((meeting) => (
        <Meeting
          key={meeting.occurrence}
          meeting={meeting}
          names={names}
          onTell={() => onTell(meeting.occurrence)}
        />
      ))}
    </Card>
  );
}

function Meeting({ meeting, names, onTell }: { meeting: MeetingView; names: string; onTell(): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const day = dates.day(meeting.startedAt);
  const time = dates.time(meeting.startedAt);
  const when = {
    planned: t('meetings.planned', { day, time }),
    open: t('meetings.open'),
    ended: time,
  };
  return (
    <article className={page.group}>
      <div>
        <h3 className={page.heading}>{day}</h3>
        <p className={page.quiet}>{when[meeting.state]}</p>
      </div>
      <MyWords meeting={meeting} names={names} />
      {meeting.partnerLearned && (
        <p className={page.text}>
          {t('meetings.learned', { names })}: {meeting.partnerLearned}
        </p>
      )}
      {meeting.partnerSurprised && (
        <p className={page.text}>
          {t('meetings.surprised', { names })}: {meeting.partnerSurprised}
        </p>
      )}
      {meeting.iGaveFeedback && <p className={page.quiet}>{t('meetings.given')}</p>}
      {!meeting.iGaveFeedback && meeting.state === 'ended' && (
        <div>
          <Button aria-label={t('meetings.giveFor', { day })} onClick={onTell}>
            {t('meetings.give')}
          </Button>
        </div>
      )}
    </article>
  );
}

/** What I wrote is mine to read again, shared or not. */
function MyWords({ meeting, names }: { meeting: MeetingView; names: string }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { myLearned, mySurprised, iShared } = meeting;
  if (!myLearned && !mySurprised) return null;
  return (
    <div>
      {myLearned && (
        <p className={page.text}>
          {t('meetings.iLearned')}: {myLearned}
        </p>
      )}
      {mySurprised && (
        <p className={page.text}>
          {t('meetings.iWasSurprised')}: {mySurprised}
        </p>
      )}
      <SeenBy who={iShared ? t('meetings.seenBoth', { names }) : t('meetings.seenMe')} />
    </div>
  );
}

interface TellingProps {
  pair: string;
  occurrence: string;
  names: string;
  onDone(): void;
}

function Telling({ pair, occurrence, names, onDone }: TellingProps) {
  const { t } = useTranslation('tab');
  const give = useGiveFeedback(pair, occurrence);
  return (
    <Suspense fallback={<Waiting />}>
      <Card>
        <FeedbackForm
          names={names}
          backLabel={t('meetings.back')}
          onBack={onDone}
          onSend={async (body) => {
            await give.mutateAsync(body);
            onDone();
          }}
        />
      </Card>
    </Suspense>
  );
}
