import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { LocalPerson } from '#local/contract.ts';
import { t } from '../words.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  message: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export interface OtherChatIdea {
  people: LocalPerson[];
  message: string;
  /** A call rather than a chat. */
  isCall?: boolean;
}

const saidOf = ({ message, isCall }: OtherChatIdea) =>
  isCall ? 'otherChat.calling' : message ? 'otherChat.withMessage' : 'otherChat.empty';

/** Chats and calls between people are not played here; this says what Teams would open. */
export const OtherChat = ({ idea, close }: { idea: OtherChatIdea; close: () => void }) => {
  const styles = useStyles();
  const names = idea.people.map(({ name }) => name).join(', ');
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {t(idea.isCall ? 'otherChat.call' : 'otherChat.title', {
              names: names || t('otherChat.somebody'),
            })}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t(saidOf(idea))}</Text>
            {idea.message && <Text className={styles.message}>{idea.message}</Text>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {t('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
