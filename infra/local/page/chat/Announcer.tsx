import { makeStyles } from '@fluentui/react-components';
import type { LocalPerson } from '#local/contract.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { t } from '../words.ts';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells a screen reader of the newest message of the bot to somebody on the page, whichever tab is open. */
export const Announcer = ({ people }: { people: LocalPerson[] }) => {
  const styles = useStyles();
  const { world } = useLocalTeams();
  return (
    <div aria-live="polite" className={styles.unseen}>
      {people.map((person) => {
        const last = world.chats[person.chatId]?.findLast((message) => message.from === 'bot');
        if (!last) return null;
        return (
          <p key={person.key}>
            {t('chat.announced', { name: person.name, text: last.text || t('chat.card') })}
          </p>
        );
      })}
    </div>
  );
};
