import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChatMessage, LocalPerson } from '#local/contract.ts';
import { BotAvatar } from '../people/BotAvatar.tsx';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { writeTime } from '../state/useNow.ts';
import { t } from '../words.ts';
import { CardView, type Press } from './CardView.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  mine: { justifyContent: 'flex-end' },
  body: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, maxWidth: 'min(100%, 520px)' },
  wide: { flexGrow: 1 },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  headMine: { justifyContent: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground3 },
  bubble: {
    justifySelf: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  bubbleMine: {
    justifySelf: 'end',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  deleted: { fontStyle: 'italic', color: tokens.colorNeutralForeground3 },
  note: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
  },
});

interface Props {
  message: ChatMessage;
  person: LocalPerson;
  openUrl: (url: string) => void;
}

/** One message of the chat between a person and the bot, with its cards. */
export const Message = ({ message, person, openUrl }: Props) => {
  const styles = useStyles();
  const { attempt } = useLocalTeams();
  const [note, setNote] = useState('');
  const isMine = message.from !== 'bot';
  const at = writeTime(Date.parse(message.at), { hour: '2-digit', minute: '2-digit' }, person.timeZone);

  const press = async (pressed: Press): Promise<void> => {
    setNote('');
    const answer = await attempt(() => local.press(person.key, { ...pressed, message: message.id }));
    if (!answer) return;
    if (answer.kind === 'message') setNote(answer.text ?? '');
    if (answer.kind === 'error') setNote(answer.text || t('chat.pressFailed'));
  };

  return (
    <li className={mergeClasses(styles.row, isMine && styles.mine)}>
      {!isMine && <BotAvatar />}
      <div className={mergeClasses(styles.body, message.cards.length > 0 && styles.wide)}>
        <div className={mergeClasses(styles.head, isMine && styles.headMine)}>
          <Text size={200} weight={isMine ? 'regular' : 'semibold'} className={styles.quiet}>
            {isMine ? t('chat.you') : t('product')}
          </Text>
          <Text size={200} className={styles.quiet}>
            {message.updatedAt && !message.deleted ? t('chat.edited', { at }) : at}
          </Text>
        </div>
        {message.deleted && (
          <div className={mergeClasses(styles.bubble, styles.deleted)}>{t('chat.deleted')}</div>
        )}
        {message.text && (
          <div dir="auto" className={mergeClasses(styles.bubble, isMine && styles.bubbleMine)}>
            {message.text}
          </div>
        )}
        {message.cards.map((card, at) => (
          <CardView
            // biome-ignore lint/suspicious/noArrayIndexKey: cards have no name and keep their order
            key={at}
            card={card}
            label={t('chat.card')}
            press={(pressed) => void press(pressed)}
            openUrl={openUrl}
          />
        ))}
        <div role="status">{note && <div className={styles.note}>{note}</div>}</div>
      </div>
    </li>
  );
};
