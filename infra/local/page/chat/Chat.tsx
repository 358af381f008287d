import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { LocalPerson } from '#local/contract.ts';
import { BotAvatar } from '../people/BotAvatar.tsx';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { LocalError, local } from '../state/local.ts';
import { t } from '../words.ts';
import { Composer } from './Composer.tsx';
import { Message } from './Message.tsx';
import { Typing } from './Typing.tsx';

const useStyles = makeStyles({
  room: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    position: 'relative',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
  },
  list: {
    listStyle: 'none',
    margin: '0 auto',
    maxWidth: '760px',
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  empty: {
    height: '100%',
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
  },
  foot: {
    display: 'grid',
    // A bar that may grow with its words never learns that it has to break them.
    gridTemplateColumns: 'minmax(0, 1fr)',
    width: '100%',
    maxWidth: '792px',
    margin: '0 auto',
    boxSizing: 'border-box',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  suggestions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A newest message taller than the room is shown from its top. */
const ABOVE_NEWEST_PX = 12;

interface Props {
  person: LocalPerson;
  openUrl: (url: string) => void;
}

/** The personal chat of one person with the bot. */
export const Chat = ({ person, openUrl }: Props) => {
  const styles = useStyles();
  const { world, tell, attempt } = useLocalTeams();
  const [busy, setBusy] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const { key, chatId } = person;
  const messages = world.chats[chatId];
  const last = messages?.at(-1);

  useEffect(() => {
    void attempt(async () => {
      const { chat, messages } = await local.chat(key);
      tell({ kind: 'chat', chat, messages });
    });
  }, [key, attempt, tell]);
  useEffect(() => {
    if ((world.unread[key] ?? 0) > 0) tell({ kind: 'seen', person: key });
  }, [world.unread, key, tell]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: while the bot is busy it types below the newest message
  useEffect(() => {
    const room = scroll.current;
    const newest = room?.querySelector<HTMLElement>('ol > li:last-child');
    if (!room || !newest || !last) return;
    const end = room.scrollHeight - room.clientHeight;
    room.scrollTo({ top: Math.min(end, newest.offsetTop - ABOVE_NEWEST_PX) });
  }, [last, busy]);

  const say = async (text: string): Promise<void> => {
    setBusy(true);
    await attempt(async () => {
      const { message, status } = await local.say(key, text);
      tell({ kind: 'messageUpdated', chat: chatId, people: [key], message });
      if (status < 200 || status > 299) throw new LocalError(t('chat.notHeard'));
    });
    setBusy(false);
  };

  return (
    <div className={styles.room}>
      <div
        ref={scroll}
        className={styles.scroll}
        role="log"
        aria-live="off"
        aria-label={t('chat.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        {messages?.length === 0 ? (
          <div className={styles.empty}>
            <BotAvatar size={48} />
            <Text weight="semibold">{t('chat.emptyTitle')}</Text>
            <Text size={200}>{t(person.installed ? 'chat.empty' : 'chat.emptyNotInstalled')}</Text>
          </div>
        ) : (
          <ol className={styles.list}>
            {messages?.map((message) => (
              <Message key={message.id} message={message} person={person} openUrl={openUrl} />
            ))}
          </ol>
        )}
        {(busy || world.typing[chatId]) && <Typing />}
      </div>
      <div className={styles.foot}>
        {last?.from === 'bot' && last.suggestions.length > 0 && (
          <div className={styles.suggestions}>
            {last.suggestions.map((suggestion) => (
              <Button
                key={suggestion.title}
                size="small"
                shape="circular"
                disabledFocusable={busy}
                onClick={() => void say(suggestion.value)}
              >
                {suggestion.title}
              </Button>
            ))}
          </div>
        )}
        {!person.installed && (
          <MessageBar>
            <MessageBarBody>{t('chat.notInstalled', { name: person.name })}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => void attempt(() => local.install(key))}>{t('chat.install')}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <Composer say={(text) => void say(text)} disabled={!person.installed} />
      </div>
    </div>
  );
};
