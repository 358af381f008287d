import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from '../parts/Page.tsx';

/** The quiet way to five minutes of reading, for a pair that has not met yet. */
export function ToPrimer({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <div className={page.actions}>
      <p className={page.quiet}>{t('primer.hint')}</p>
      <Button appearance="subtle" onClick={onOpen}>
        {t('primer.open')}
      </Button>
    </div>
  );
}
