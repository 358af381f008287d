import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { t } from '../words.ts';

/** What is out of order, in a sentence: the page's own connection, the server, the last thing that failed. */
export const Troubles = () => {
  const { world, tell, attempt, trouble, forgetTrouble } = useLocalTeams();
  const start = async (): Promise<void> => {
    const status = await attempt(() => local.app({ do: 'start' }));
    if (status) tell({ kind: 'app', status });
  };
  const isStopped = world.connected && world.status?.app === 'stopped';
  if (world.connected && !isStopped && !trouble) return null;
  return (
    <>
      {!world.connected && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('trouble.lost')}</MessageBarBody>
        </MessageBar>
      )}
      {isStopped && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('trouble.stopped')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void start()}>
              {t('world.start')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {trouble && world.connected && (
        <MessageBar intent="error">
          <MessageBarBody>{trouble}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                size="small"
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t('close')}
                onClick={forgetTrouble}
              />
            }
          />
        </MessageBar>
      )}
    </>
  );
};
