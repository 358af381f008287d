import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LocalMeeting, LocalPerson, PeopleAnswer } from '#local/contract.ts';
import type { Surroundings } from '../host/answers.ts';
import { contextOf, detailsOf } from '../host/context.ts';
import { type HostedTab, hostTab } from '../host/hostTab.ts';
import type { TeamsLink } from '../host/links.ts';
import type { FrameContext, PeopleQuestion, PickedPerson } from '../host/protocol.ts';
import { SelectPeople } from '../people/SelectPeople.tsx';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { useView } from '../state/ViewProvider.tsx';
import { TEAMS_THEMES } from '../themes.ts';
import { t } from '../words.ts';

const useStyles = makeStyles({
  room: { position: 'relative', width: '100%', height: '100%', minHeight: 0 },
  frame: { display: 'block', width: '100%', height: '100%', border: 'none', colorScheme: 'normal' },
  stopped: {
    display: 'grid',
    placeItems: 'center',
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
  },
  waiting: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface Props {
  src: string;
  title: string;
  frameContext: FrameContext;
  person: LocalPerson;
  people: PeopleAnswer;
  meeting?: LocalMeeting;
  subPageId?: string;
  follow: (link: TeamsLink) => boolean;
}

/** What somebody with a bad line once waited for their Teams client. */
const SLOW_MS = 18_000;

interface Asked {
  question: PeopleQuestion;
  answer: (picked: PickedPerson[] | undefined) => void;
}

const toPicked = (person: LocalPerson): PickedPerson => ({
  objectId: person.directoryId,
  displayName: person.name,
  ...(person.mail && { email: person.mail }),
});

/** One page of the app, with Teams played around it for one person. Opened once the server runs, then kept. */
export const TeamsFrame = (props: Props) => {
  const styles = useStyles();
  const { world } = useLocalTeams();
  const { view } = useView();
  const isRunning = world.status?.app === 'running';
  const [wasRunning, setWasRunning] = useState(isRunning);
  if (isRunning && !wasRunning) setWasRunning(true);
  if (wasRunning) return <HostedFrame key={String(view.slow)} {...props} />;
  return (
    <div className={mergeClasses(styles.room, styles.stopped)}>
      <Text>{t('frame.stopped')}</Text>
    </div>
  );
};

const HostedFrame = (props: Props) => {
  const { src, title, frameContext, person, people, meeting, subPageId = '', follow } = props;
  const styles = useStyles();
  const { view } = useView();
  const frame = useRef<HTMLIFrameElement>(null);
  const hosted = useRef<HostedTab>(undefined);
  const [arrived, setArrived] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const theme = TEAMS_THEMES[view.theme];
  const locale = view.locale || person.locale;

  const selectPeople = useCallback(
    (question: PeopleQuestion) =>
      new Promise<PickedPerson[] | undefined>((answer) => setAsked({ question, answer })),
    [],
  );
  const around: Surroundings = {
    frameContext,
    context: () => contextOf(frameContext, { person, people, theme, locale, meeting, subPageId }),
    token: async () => (await local.token(person.key)).token,
    selectPeople,
    follow,
    meeting: () => meeting && detailsOf(meeting, people),
    state: () => setArrived(true),
    answersAfterMs: view.slow ? SLOW_MS : 0,
  };
  const present = useRef(around);
  useEffect(() => {
    present.current = around;
  });

  useEffect(() => {
    if (!frame.current) return undefined;
    const tab = hostTab(frame.current, () => present.current);
    hosted.current = tab;
    return tab.end;
  }, []);
  useEffect(() => hosted.current?.push('themeChange', theme), [theme]);

  return (
    <div className={styles.room}>
      <iframe
        ref={frame}
        className={styles.frame}
        src={src}
        title={title}
        allow="clipboard-write"
        onLoad={() => setArrived(true)}
      />
      {!arrived && (
        <div className={styles.waiting}>
          <Spinner label={t('frame.loading')} />
        </div>
      )}
      {asked && (
        <SelectPeople
          question={asked.question}
          people={people.people}
          answer={(picked) => {
            asked.answer(picked?.map(toPicked));
            setAsked(undefined);
          }}
        />
      )}
    </div>
  );
};
