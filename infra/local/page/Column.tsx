import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId } from 'react';
import type { LocalPerson, PeopleAnswer } from '#local/contract.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { Chat } from './chat/Chat.tsx';
import { OtherChat } from './chat/OtherChat.tsx';
import { TeamsFrame } from './frame/TeamsFrame.tsx';
import { Meeting } from './meeting/Meeting.tsx';
import { NewMeeting } from './meeting/NewMeeting.tsx';
import { local } from './state/local.ts';
import { useView } from './state/ViewProvider.tsx';
import type { Side } from './state/view.ts';
import { useLinks } from './useLinks.ts';
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
  const { view, seat } = useView();
  const links = useLinks(side, people);
  const { tab, subPageId } = view[side] ?? view.left;
  const sheet = mergeClasses(
    styles.sheet,
    view.width !== 'full' && styles.narrow,
    view.width === '360' && styles.phone,
    view.width === '280' && styles.panel,
  );

  useEffect(() => {
    if (view.locale) void local.speak(person.key, view.locale);
  }, [view.locale, person.key]);

  return (
    <section className={styles.column} aria-label={t(`side.${side}`)}>
      <ColumnHead side={side} person={person} tab={tab} id={id} reload={links.reload} />
      <div id={`${id}-body`} className={styles.body} role="tabpanel" aria-labelledby={`${id}-${tab}`}>
        {tab === 'chat' && <Chat key={person.key} person={person} openUrl={links.openUrl} />}
        {tab === 'turntable' && (
          <div className={styles.canvas}>
            <div className={sheet}>
              <TeamsFrame
                key={`${person.key} ${links.visit} ${view.locale}`}
                src="/tabs/index.html"
                title={t('frame.tab', { name: person.name })}
                frameContext="content"
                person={person}
                people={people}
                subPageId={subPageId}
                follow={links.follow}
              />
            </div>
          </div>
        )}
        {tab === 'meeting' && (
          <Meeting
            person={person}
            people={people}
            follow={links.follow}
            newMeeting={() => links.setMeetingIdea({ people: [] })}
          />
        )}
      </div>
      {links.meetingIdea && (
        <NewMeeting
          idea={links.meetingIdea}
          organiser={person}
          people={people.people}
          close={() => links.setMeetingIdea(undefined)}
          done={(meeting) => {
            links.setMeetingIdea(undefined);
            if (meeting.state === 'running') seat(side, { tab: 'meeting' });
          }}
        />
      )}
      {links.otherChat && <OtherChat idea={links.otherChat} close={() => links.setOtherChat(undefined)} />}
    </section>
  );
};
