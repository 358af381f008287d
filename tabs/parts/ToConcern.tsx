import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from './Page.tsx';

/** The quiet way to somebody outside; for whoever is there for others alone (`isContact`), to those who turned to them. */
export function ToConcern({ onOpen, isContact = false }: { onOpen(): void; isContact?: boolean }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <div className={page.actions}>
      <p className={page.quiet}>{t(isContact ? 'concern.givenHint' : 'concern.hint')}</p>
      <Button appearance="subtle" onClick={onOpen}>
        {t(isContact ? 'concern.givenTitle' : 'concern.title')}
      </Button>
    </div>
  );
}
