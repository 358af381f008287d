import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useOthers } from '../../parts/others.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';

/** Once their time is over: the way to look back and to say how it goes on. */
export function ToClosing({ names, onOpen }: { names: string; onOpen(): void }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  return (
    <Card title={t('step.close.title', others)}>
      <p className={page.text}>{t('step.close.text')}</p>
      <div className={page.actions}>
        <Button appearance="primary" onClick={onOpen}>
          {t('step.close.go')}
        </Button>
      </div>
    </Card>
  );
}
