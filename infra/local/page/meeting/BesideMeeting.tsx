import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LocalMeeting, LocalPerson, PeopleAnswer } from '#local/contract.ts';
import { TeamsFrame } from '../frame/TeamsFrame.tsx';
import type { TeamsLink } from '../host/links.ts';
import { useView } from '../state/ViewProvider.tsx';
import { t } from '../words.ts';

/** Where Teams shows an app beside a meeting. */
export type Place = 'chatTab' | 'details';
const PLACES: readonly Place[] = ['chatTab', 'details'];

const useStyles = makeStyles({
  room: { display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', height: '100%', minHeight: 0 },
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
});

/** One button for each place beside the meeting. */
export const PlaceButtons = ({ title, open }: { title: string; open: (place: Place) => void }) =>
  PLACES.map((place) => (
    <Button
      key={place}
      size="small"
      aria-label={t(`meeting.place.of.${place}`, { title })}
      onClick={() => open(place)}
    >
      {t(`meeting.place.${place}`)}
    </Button>
  ));

interface Props {
  meeting: LocalMeeting;
  place: Place;
  person: LocalPerson;
  people: PeopleAnswer;
  follow: (link: TeamsLink) => boolean;
  back: () => void;
}

/** Turntable in the chat or the details of a meeting, at any time: nobody is in the meeting there. */
export const BesideMeeting = ({ meeting, place, person, people, follow, back }: Props) => {
  const styles = useStyles();
  const { view } = useView();
  return (
    <div className={styles.room}>
      <div className={styles.bar}>
        <div className={styles.title}>
          <Text weight="semibold">{meeting.title}</Text>
          <Text size={200} className={styles.quiet}>
            {t(`meeting.place.${place}`)}
          </Text>
        </div>
        <Button size="small" onClick={back}>
          {t('meeting.place.back')}
        </Button>
      </div>
      <TeamsFrame
        key={`${meeting.id} ${place} ${meeting.state} ${view.locale}`}
        src="/tabs/panel.html"
        title={t('frame.beside', { name: person.name })}
        frameContext="content"
        person={person}
        people={people}
        meeting={meeting}
        follow={follow}
      />
    </div>
  );
};
