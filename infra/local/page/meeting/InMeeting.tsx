import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LocalMeeting, LocalPerson, PeopleAnswer } from '#local/contract.ts';
import { TeamsFrame } from '../frame/TeamsFrame.tsx';
import type { TeamsLink } from '../host/links.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { useNow, writeTime } from '../state/useNow.ts';
import { useView } from '../state/ViewProvider.tsx';
import { isIn } from '../state/world.ts';
import { t } from '../words.ts';
import { type Place, PlaceButtons } from './BesideMeeting.tsx';
import { MeetingChat } from './MeetingChat.tsx';
import { Stage } from './Stage.tsx';

const useStyles = makeStyles({
  room: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100%',
    minHeight: 0,
    containerType: 'inline-size',
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flexGrow: 1, minWidth: '120px', display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground3 },
  floor: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 281px',
    minHeight: 0,
    '@container (max-width: 430px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: '96px minmax(0, 1fr)',
      justifyItems: 'center',
      '& ul': {
        width: '100%',
        boxSizing: 'border-box',
        gridTemplateColumns: 'repeat(auto-fit, minmax(100px, 1fr))',
        gridAutoRows: 'minmax(68px, 1fr)',
      },
      '& ul .fui-Avatar': { width: '32px', height: '32px', fontSize: tokens.fontSizeBase200 },
      backgroundColor: tokens.colorNeutralBackground4,
    },
  },
  others: { display: 'grid', gridTemplateRows: 'minmax(0, 1fr) auto', minHeight: 0, width: '100%' },
  panel: {
    width: '280px',
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@container (max-width: 430px)': { borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface Props {
  meeting: LocalMeeting;
  person: LocalPerson;
  people: PeopleAnswer;
  follow: (link: TeamsLink) => boolean;
  /** Opens Turntable beside the meeting. */
  open: (place: Place) => void;
}

/** A running meeting as one of its people has it: the others on stage, the side panel at 280 px. */
export const InMeeting = ({ meeting, person, people, follow, open }: Props) => {
  const styles = useStyles();
  const { world, tell, attempt } = useLocalTeams();
  const { view } = useView();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const present = people.people.filter((one) => isIn(world, meeting, one.key));
  const leftMin = Math.round((Date.parse(meeting.plannedEnd) - now) / 60_000);

  const end = async (): Promise<void> => {
    setBusy(true);
    const ended = await attempt(() => local.endMeeting(meeting.id, world.losesEnd));
    setBusy(false);
    if (ended) tell({ kind: 'meeting', meeting: ended });
  };
  const leave = async (): Promise<void> => {
    const left = await attempt(() => local.moveIn(meeting.id, person.key, false));
    if (left) tell({ kind: 'present', meeting: meeting.id, person: person.key, present: false });
  };

  return (
    <div className={styles.room}>
      <div className={styles.bar}>
        <div className={styles.title}>
          <Text weight="semibold">{meeting.title}</Text>
          <Text size={200} className={styles.quiet}>
            {leftMin >= 0
              ? t('meeting.until', {
                  at: writeTime(Date.parse(meeting.plannedEnd), { timeStyle: 'short' }, person.timeZone),
                })
              : t('meeting.over')}
          </Text>
        </div>
        <PlaceButtons title={meeting.title} open={open} />
        <Button size="small" onClick={() => void leave()}>
          {t('meeting.leave')}
        </Button>
        <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void end()}>
          {t('meeting.end')}
        </Button>
      </div>
      <div className={styles.floor}>
        <div className={styles.others}>
          <Stage present={present} />
          <MeetingChat meeting={meeting} />
        </div>
        <div className={styles.panel}>
          <TeamsFrame
            key={`${meeting.id} ${view.locale}`}
            src="/tabs/panel.html"
            title={t('frame.panel', { name: person.name })}
            frameContext="sidePanel"
            person={person}
            people={people}
            meeting={meeting}
            follow={follow}
          />
        </div>
      </div>
    </div>
  );
};
