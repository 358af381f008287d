import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlong } from '../../api/exchanges.ts';
import { useOthers } from '../../parts/others.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import type { SpaceProps } from '../pairProps.ts';
import { LearningForm } from './LearningForm.tsx';

/** Above the line of what happened: a way to keep something, and for whom it was kept last. */
export function Composer({ view, names }: SpaceProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const { keep } = useAlong(view.pair);
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState('');
  if (isOpen)
    return (
      <Card title={t('along.keep')}>
        <LearningForm
          names={names}
          onSave={keep}
          onDone={(shared) => {
            setSaid(t(shared ? 'along.keptBoth' : 'along.keptMine', others));
            setIsOpen(false);
          }}
          onCancel={() => setIsOpen(false)}
        />
      </Card>
    );
  return (
    <div className={page.actions}>
      <Button
        onClick={() => {
          setSaid('');
          setIsOpen(true);
        }}
      >
        {t('along.keep')}
      </Button>
      <p role="status" className={page.quiet}>
        {said}
      </p>
    </div>
  );
}
