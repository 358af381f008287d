import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { LocalMeeting } from '#local/contract.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { t } from '../words.ts';

const useStyles = makeStyles({
  chat: {
    maxHeight: '140px',
    overflowY: 'auto',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@container (max-width: 430px)': { display: 'none' },
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What the bot said in the chat that everybody in the meeting sees; nothing while it is empty. */
export const MeetingChat = ({ meeting }: { meeting: LocalMeeting }) => {
  const styles = useStyles();
  const { world, tell, attempt } = useLocalTeams();
  const said = (world.chats[meeting.chatId] ?? []).filter(({ text }) => text !== '');

  useEffect(() => {
    void attempt(async () => {
      const { chat, messages } = await local.meetingChat(meeting.id);
      tell({ kind: 'chat', chat, messages });
    });
  }, [meeting.id, attempt, tell]);

  if (said.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={styles.chat} role="log" aria-label={t('meeting.chat')} tabIndex={0}>
      {said.map((message) => (
        <Text key={message.id} size={200} className={styles.text}>
          <strong>{t('product')}</strong> {message.text}
        </Text>
      ))}
    </div>
  );
};
