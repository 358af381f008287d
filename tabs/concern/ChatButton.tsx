import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import { openChatWith } from '../teams.ts';

/** Opens a chat that only the two of them see; nothing where no address is known. */
export function ChatButton({ name, mail }: { name: string; mail: string }) {
  const { t } = useTranslation('tab');
  const { run, busy, trouble } = useAction();
  if (mail === '') return null;
  return (
    <>
      <Button disabledFocusable={busy} onClick={() => void run(() => openChatWith([mail]))}>
        {t('concern.chat', { name })}
      </Button>
      <Trouble text={trouble} />
    </>
  );
}
