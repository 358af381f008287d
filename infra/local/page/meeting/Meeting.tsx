import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LocalMeeting, LocalPerson, PeopleAnswer } from '#local/contract.ts';
import type { TeamsLink } from '../host/links.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { writeTime } from '../state/useNow.ts';
import { runningMeetingOf } from '../state/world.ts';
import { t } from '../words.ts';
import { BesideMeeting, type Place, PlaceButtons } from './BesideMeeting.tsx';
import { InMeeting } from './InMeeting.tsx';

const useStyles = makeStyles({
  room: {
    height: '100%',
    overflowY: 'auto',
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXL,
    boxSizing: 'border-box',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  intro: { display: 'grid', justifyItems: 'center', gap: tokens.spacingVerticalS },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    width: 'min(100%, 420px)',
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'start',
  },
  grow: { flexGrow: 1, display: 'grid', minWidth: 0 },
});

const SHOWN_ENDED = 2;

interface Props {
  person: LocalPerson;
  people: PeopleAnswer;
  follow: (link: TeamsLink) => boolean;
  newMeeting: () => void;
}

/** The meeting somebody is in, or what they could join and start. */
export const Meeting = ({ person, people, follow, newMeeting }: Props) => {
  const styles = useStyles();
  const { world, tell, attempt } = useLocalTeams();
  const [beside, setBeside] = useState<{ id: string; place: Place }>();
  const opened = beside && world.meetings.find(({ id }) => id === beside.id);
  if (beside && opened) {
    return (
      <BesideMeeting
        key={person.key}
        meeting={opened}
        place={beside.place}
        person={person}
        people={people}
        follow={follow}
        back={() => setBeside(undefined)}
      />
    );
  }
  const running = runningMeetingOf(world, person.key);
  if (running) {
    return (
      <InMeeting
        key={`${running.id} ${person.key}`}
        meeting={running}
        person={person}
        people={people}
        follow={follow}
        open={(place) => setBeside({ id: running.id, place })}
      />
    );
  }

  const open = world.meetings.filter(
    ({ state, people }) => state === 'running' || (state === 'planned' && people.includes(person.key)),
  );
  const ended = world.meetings
    .filter(({ state, people }) => state === 'ended' && people.includes(person.key))
    .slice(-SHOWN_ENDED);
  const enter = async (meeting: LocalMeeting): Promise<void> => {
    if (meeting.state === 'running') {
      const joined = await attempt(() => local.moveIn(meeting.id, person.key, true));
      if (joined) tell({ kind: 'present', meeting: meeting.id, person: person.key, present: true });
      return;
    }
    const started = await attempt(() => local.startMeeting(meeting.id));
    if (started) tell({ kind: 'meeting', meeting: started });
  };
  const stateOf = (meeting: LocalMeeting): string =>
    t(`meeting.state.${meeting.state}`, {
      at: writeTime(
        Date.parse(meeting.endedAt ?? meeting.startedAt ?? meeting.startsAt),
        { dateStyle: 'medium', timeStyle: 'short' },
        person.timeZone,
      ),
    });

  return (
    <div className={styles.room}>
      <div className={styles.intro}>
        <VideoRegular aria-hidden className={styles.icon} />
        <Text weight="semibold">{t('meeting.none')}</Text>
        <Text size={200} className={styles.quiet}>
          {t('meeting.explain')}
        </Text>
        <Button appearance="primary" onClick={newMeeting}>
          {t('meeting.new')}
        </Button>
      </div>
      {open.length + ended.length > 0 && (
        <ul className={styles.list} aria-label={t('meeting.list')}>
          {[...open, ...ended].map((meeting) => (
            <li key={meeting.id} className={styles.item}>
              <span className={styles.grow}>
                <Text>{meeting.title}</Text>
                <Text size={200} className={styles.quiet}>
                  {stateOf(meeting)}
                </Text>
              </span>
              {meeting.people.includes(person.key) && (
                <PlaceButtons title={meeting.title} open={(place) => setBeside({ id: meeting.id, place })} />
              )}
              <Button size="small" onClick={() => void enter(meeting)}>
                {t(`meeting.enter.${meeting.state}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
