import {
  Badge,
  Button,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  Text,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { LocalPerson, PeopleAnswer } from '#local/contract.ts';
import { Chat } from './chat/Chat.tsx';
import { OtherChat, type OtherChatIdea } from './chat/OtherChat.tsx';
import { TeamsFrame } from './frame/TeamsFrame.tsx';
import { parseLink, type TeamsLink } from './host/links.ts';
import { Meeting } from './meeting/Meeting.tsx';
import { type MeetingIdea, NewMeeting } from './meeting/NewMeeting.tsx';
import { LocalTime } from './people/LocalTime.tsx';
import { lineOf, PersonPicker } from './people/PersonPicker.tsx';
import { useLocalTeams } from './state/LocalTeams.tsx';
import { useView } from './state/ViewProvider.tsx';
import { type Side, TABS, type TabName } from './state/view.ts';
import { runningMeetingOf } from './state/world.ts';
import { t } from './words.ts';

const useStyles = makeStyles({
  column: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { color: tokens.colorNeutralForeground3, flexGrow: 1, flexBasis: '140px' },
  tabs: { flexBasis: '100%', display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  body: { minHeight: 0, minWidth: 0 },
  canvas: {
    height: '100%',
    display: 'grid',
    justifyItems: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  sheet: { width: '100%', height: '100%', minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  narrow: { boxShadow: tokens.shadow8 },
  phone: { maxWidth: '360px' },
  panel: { maxWidth: '280px' },
});

interface Props {
  side: Side;
  person: LocalPerson;
  people: PeopleAnswer;
}

/** One person's Teams: chat with the bot, the app's own tab, a meeting. */
export const Column = ({ side, person, people }: Props) => {
  const styles = useStyles();
  const id = useId();
  const { world } = useLocalTeams();
  const { view, seat } = useView();
  const [visit, setVisit] = useState(0);
  const [idea, setIdea] = useState<MeetingIdea>();
  const [otherChat, setOtherChat] = useState<OtherChatIdea>();
  const { tab, subPageId } = view[side] ?? view.left;

  const byMail = (mails: string[]): LocalPerson[] =>
    people.people.filter(({ mail, directoryId }) => mails.includes(mail) || mails.includes(directoryId));
  const follow = (link: TeamsLink): boolean => {
    switch (link.kind) {
      case 'tab':
        setVisit(visit + 1);
        seat(side, { tab: 'turntable', subPageId: link.subPageId });
        return true;
      case 'newMeeting':
        setIdea({ ...link, people: byMail(link.mails).map(({ key }) => key) });
        return true;
      case 'chat':
        if (link.users.includes(people.bot.id)) seat(side, { tab: 'chat' });
        else setOtherChat({ people: byMail(link.users), message: link.message });
        return true;
      default:
        return link satisfies never;
    }
  };
  const openUrl = (url: string): void => {
    const link = parseLink(url);
    if (!link || !follow(link)) window.open(url, '_blank', 'noopener,noreferrer');
  };
  const isNews: Record<TabName, boolean> = {
    chat: (world.unread[person.key] ?? 0) > 0 && tab !== 'chat',
    turntable: false,
    meeting: runningMeetingOf(world, person.key) !== undefined && tab !== 'meeting',
  };

  return (
    <section className={styles.column} aria-label={t(`side.${side}`)}>
      <div className={styles.head}>
        <PersonPicker person={person} choose={(key) => seat(side, { person: key })} />
        <Text size={200} className={styles.line}>
          {lineOf(person)} <LocalTime timeZone={person.timeZone} />
        </Text>
        <div className={styles.tabs}>
          <TabList
            size="small"
            selectedValue={tab}
            onTabSelect={(_, { value }) => seat(side, { tab: TABS.find((one) => one === value) ?? 'chat' })}
          >
            {TABS.map((one) => (
              <Tab
                key={one}
                value={one}
                id={`${id}-${one}`}
                aria-controls={tab === one ? `${id}-body` : undefined}
              >
                {t(`tab.${one}`)}
                {isNews[one] && (
                  <>
                    {' '}
                    <Badge size="extra-small" color="brand" role="img" aria-label={t(`tab.news.${one}`)} />
                  </>
                )}
              </Tab>
            ))}
          </TabList>
          {tab === 'turntable' && (
            <Tooltip content={t('frame.reload')} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowClockwiseRegular />}
                onClick={() => setVisit(visit + 1)}
              />
            </Tooltip>
          )}
        </div>
      </div>
      <div id={`${id}-body`} className={styles.body} role="tabpanel" aria-labelledby={`${id}-${tab}`}>
        {tab === 'chat' && <Chat key={person.key} person={person} openUrl={openUrl} />}
        {tab === 'turntable' && (
          <div className={styles.canvas}>
            <div
              className={mergeClasses(
                styles.sheet,
                view.width !== 'full' && styles.narrow,
                view.width === '360' && styles.phone,
                view.width === '280' && styles.panel,
              )}
            >
              <TeamsFrame
                key={`${person.key} ${visit} ${view.locale}`}
                src="/tabs/index.html"
                title={t('frame.tab', { name: person.name })}
                frameContext="content"
                person={person}
                people={people}
                subPageId={subPageId}
                follow={follow}
              />
            </div>
          </div>
        )}
        {tab === 'meeting' && (
          <Meeting
            person={person}
            people={people}
            follow={follow}
            newMeeting={() => setIdea({ people: [] })}
          />
        )}
      </div>
      {idea && (
        <NewMeeting
          idea={idea}
          organiser={person}
          people={people.people}
          close={() => setIdea(undefined)}
          done={(meeting) => {
            setIdea(undefined);
            if (meeting.state === 'running') seat(side, { tab: 'meeting' });
          }}
        />
      )}
      {otherChat && <OtherChat idea={otherChat} close={() => setOtherChat(undefined)} />}
    </section>
  );
};
