import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

/** Somebody saved a newer version meanwhile. What was typed stays on screen; the writer chooses. */
export function Conflict({ onMine, onTheirs }: { onMine(): void; onTheirs(): void }) {
  const { t } = useTranslation('tab');
  return (
    <div role="alert">
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{t('conflict.title')}</MessageBarTitle> {t('conflict.text')}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onMine}>{t('conflict.mine')}</Button>
          <Button onClick={onTheirs}>{t('conflict.theirs')}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
