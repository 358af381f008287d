import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { LocalMeeting, LocalPerson, MeetingBody } from '#local/contract.ts';
import { lineOf } from '../people/PersonPicker.tsx';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { useNow, writeTime } from '../state/useNow.ts';
import { t } from '../words.ts';

const LENGTHS_MIN = [15, 30, 45, 60, 90];
const MINUTE_MS = 60_000;

const useStyles = makeStyles({
  fields: { display: 'grid', gap: tokens.spacingVerticalM },
  people: {
    display: 'grid',
    margin: 0,
    padding: 0,
    border: 'none',
    '& legend': { padding: 0, marginBottom: tokens.spacingVerticalXS },
  },
  note: { whiteSpace: 'pre-wrap', color: tokens.colorNeutralForeground3 },
});

/** What a deep link or the tab suggests for a meeting; every part may be missing. */
export interface MeetingIdea {
  title?: string;
  people: string[];
  startsAt?: string;
  endsAt?: string;
  content?: string;
}

interface Props {
  idea: MeetingIdea;
  organiser: LocalPerson;
  people: LocalPerson[];
  close: () => void;
  /** Called with the meeting when it was started or put into the calendar. */
  done: (meeting: LocalMeeting) => void;
}

const lengthOf = ({ startsAt, endsAt }: MeetingIdea): number => {
  const minutes = (Date.parse(endsAt ?? '') - Date.parse(startsAt ?? '')) / MINUTE_MS;
  return LENGTHS_MIN.find((length) => length >= minutes) ?? 30;
};

/** The dialog in which a meeting is started or planned. */
export const NewMeeting = ({ idea, organiser, people, close, done }: Props) => {
  const styles = useStyles();
  const now = useNow();
  const { tell, attempt } = useLocalTeams();
  const [title, setTitle] = useState(idea.title || t('meeting.defaultTitle'));
  const [chosen, setChosen] = useState([...new Set([organiser.key, ...idea.people])]);
  const [minutes, setMinutes] = useState(lengthOf(idea));
  const [busy, setBusy] = useState(false);
  const planned = Date.parse(idea.startsAt ?? '');
  const isPlanned = planned > now;

  const create = async (start: boolean): Promise<void> => {
    setBusy(true);
    const startMs = start ? now : planned;
    const body: MeetingBody = {
      title: title.trim(),
      people: chosen,
      startsAt: new Date(startMs).toISOString(),
      plannedEnd: new Date(startMs + minutes * MINUTE_MS).toISOString(),
    };
    const meeting = await attempt(async () => {
      const made = await local.newMeeting(body);
      return start ? local.startMeeting(made.id) : made;
    });
    setBusy(false);
    if (!meeting) return;
    tell({ kind: 'meeting', meeting });
    done(meeting);
  };
  const toggle = (key: string): void =>
    setChosen((list) => (list.includes(key) ? list.filter((one) => one !== key) : [...list, key]));
  const incomplete = busy || title.trim() === '' || chosen.length < 2;

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('meeting.new')}</DialogTitle>
          <DialogContent className={styles.fields}>
            <Field label={t('meeting.title')} required>
              <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
            </Field>
            <Field label={t('meeting.length')}>
              <Select value={minutes} onChange={(_, { value }) => setMinutes(Number(value))}>
                {LENGTHS_MIN.map((length) => (
                  <option key={length} value={length}>
                    {t('meeting.minutes', { count: length })}
                  </option>
                ))}
              </Select>
            </Field>
            {isPlanned && (
              <Text>
                {t('meeting.plannedFor', {
                  at: writeTime(planned, { dateStyle: 'full', timeStyle: 'short' }, organiser.timeZone),
                  city: organiser.city,
                })}
              </Text>
            )}
            {idea.content && <Text className={styles.note}>{idea.content}</Text>}
            <fieldset className={styles.people}>
              <legend>{t('meeting.people')}</legend>
              {people.map((person) => (
                <Checkbox
                  key={person.key}
                  label={
                    person.key === organiser.key ? t('meeting.organiser', { name: person.name }) : person.name
                  }
                  title={lineOf(person)}
                  checked={chosen.includes(person.key)}
                  disabled={person.key === organiser.key}
                  onChange={() => toggle(person.key)}
                />
              ))}
            </fieldset>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('cancel')}</Button>
            {isPlanned && (
              <Button disabledFocusable={incomplete} onClick={() => void create(false)}>
                {t('meeting.plan')}
              </Button>
            )}
            <Button appearance="primary" disabledFocusable={incomplete} onClick={() => void create(true)}>
              {t('meeting.startNow')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
