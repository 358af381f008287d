import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView, OutcomeBody } from '#api/contract/meetings.ts';
import { useFeedback, useMeetings } from '../../api/meetings.ts';
import { useDates } from '../../parts/dates.ts';
import { Waiting } from '../../parts/Notice.tsx';
import { useOthers } from '../../parts/others.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { several } from '../../parts/several.ts';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';
import { PartingButtons } from '../parting/PartingButtons.tsx';

const Feedback = lazy(() => import('../../parts/Feedback.tsx'));

/** The conversations so far, newest first, and how they were. */
export function Meetings({ view, names }: SpaceProps) {
  const meetings = useMeetings(view.pair);
  const [telling, setTelling] = useState<MeetingView>();
  if (telling)
    return <Telling view={view} meeting={telling} names={names} onDone={() => setTelling(undefined)} />;
  return (
    <Ready query={meetings}>
      {({ meetings: newestFirst }) => (
        <MeetingList view={view} meetings={newestFirst} names={names} onTell={setTelling} />
      )}
    </Ready>
  );
}

interface MeetingListProps extends SpaceProps {
  meetings: readonly MeetingView[];
  onTell(meeting: MeetingView): void;
}

function MeetingList({ view, meetings, names, onTell }: MeetingListProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <Card title={t('meetings.title')}>
      {meetings.length === 0 && <p className={page.text}>{t('meetings.empty', several(view.partners))}</p>}
      {meetings.map((meeting) => (
        <Meeting
          key={meeting.occurrence}
          view={view}
          meeting={meeting}
          names={names}
          onTell={() => onTell(meeting)}
        />
      ))}
    </Card>
  );
}

interface MeetingProps extends SpaceProps {
  meeting: MeetingView;
  onTell(): void;
}

function Meeting({ view, meeting, names, onTell }: MeetingProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const { told, state, myFace } = meeting;
  const day = dates.day(told ? `${told.day}T12:00:00Z` : meeting.startedAt);
  const time = dates.time(meeting.startedAt);
  const when = {
    planned: t('meetings.planned', { day, time }),
    open: t('meetings.open'),
    ended: told ? t(`meetings.told_${told.way}`) : time,
    unsure: t('meetings.unsure', { time }),
    missed: t('meetings.missed', { time }),
  };
  const face = myFace ? t(`feedback:worthTheHour${myFace}` as 'met.button') : '';
  return (
    <article className={page.group}>
      <div>
        <h3 className={page.heading}>{day}</h3>
        <p className={page.quiet}>{when[state]}</p>
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
      {face && <p className={page.quiet}>{t('meetings.given', { face })}</p>}
      <div className={page.actions}>
        {face && (
          <Button size="small" aria-label={t('meetings.moreFor', { day })} onClick={onTell}>
            {t('meetings.more')}
          </Button>
        )}
        {!face && state === 'ended' && (
          <Button aria-label={t('meetings.giveFor', { day })} onClick={onTell}>
            {t('meetings.give')}
          </Button>
        )}
        <Outcome view={view} meeting={meeting} />
      </div>
    </article>
  );
}

type Outcomes = readonly OutcomeBody['outcome'][];
const ASKED: Record<'unsure' | 'missed', Outcomes> = { unsure: ['met', 'moved', 'notYet'], missed: ['met'] };

/** What became of a meeting that Teams told nothing of; and the way to take one back that was only told of. */
function Outcome({ view, meeting }: Pick<MeetingProps, 'view' | 'meeting'>) {
  const { t } = useTranslation('tab');
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  const { tellOutcome } = useFeedback(view.pair, meeting.occurrence);
  if (isSure)
    return (
      <Sure
        title={t('meetings.sureTitle')}
        text={t('meetings.sure', several(view.partners))}
        yes={t('meetings.yes')}
        no={t('meetings.no')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => tellOutcome('notYet'))}
        onNo={() => setIsSure(false)}
      />
    );
  const choices = meeting.state === 'unsure' || meeting.state === 'missed' ? ASKED[meeting.state] : [];
  return (
    <>
      {choices.map((outcome) => (
        <Button
          key={outcome}
          size="small"
          disabledFocusable={busy}
          onClick={() => void run(() => tellOutcome(outcome))}
        >
          {t(`meetings.${outcome}`)}
        </Button>
      ))}
      {meeting.canTakeBack && (
        <Button size="small" appearance="subtle" onClick={() => setIsSure(true)}>
          {t('meetings.notMet')}
        </Button>
      )}
      <Trouble text={trouble} />
    </>
  );
}

/** What I wrote is mine to read again, shared or not. */
function MyWords({ meeting, names }: { meeting: MeetingView; names: string }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
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
      <SeenBy who={iShared ? t('meetings.seenBoth', others) : t('meetings.seenMe')} />
    </div>
  );
}

interface TellingProps extends SpaceProps {
  meeting: MeetingView;
  onDone(): void;
}

function Telling({ view, meeting, names, onDone }: TellingProps) {
  const { t } = useTranslation('tab');
  const { give, change, add } = useFeedback(view.pair, meeting.occurrence);
  const { myFace, changeUntil } = meeting;
  return (
    <Suspense fallback={<Waiting />}>
      <Card>
        <Feedback
          names={names}
          me={view.myFirstName}
          given={myFace && changeUntil ? { worthTheHour: myFace, changeUntil } : undefined}
          backLabel={t('meetings.back')}
          onBack={onDone}
          onGive={give}
          onChange={change}
          onAdd={add}
          parting={(say) => <PartingButtons view={view} names={names} say={say} />}
        />
      </Card>
    </Suspense>
  );
}
