import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from '../../parts/Page.tsx';

interface ForAssistantProps {
  text: string;
  size: 'medium' | 'large';
}

/** Copies a ready text; where the client lets nobody copy, it stands there to be copied by hand. */
export function useForAssistant({ text, size }: ForAssistantProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const [said, setSaid] = useState<'' | 'copied' | 'byHand'>('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      // A frame may not always write to the clipboard; then people do.
      setSaid('byHand');
    }
  };
  const button = (
    <Button appearance="subtle" size={size} onClick={() => void copy()}>
      {t('assistant.button')}
    </Button>
  );
  const below =
    said === 'byHand' ? (
      <Field label={t('assistant.byHand')}>
        <Textarea
          readOnly
          autoFocus
          rows={6}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Field>
    ) : (
      <p role="status" className={page.said}>
        {said === 'copied' ? t('assistant.copied') : ''}
      </p>
    );
  return { button, below };
}
