import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWish } from '../../api/rounds.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { PersonBox } from '../people/PersonBox.tsx';

const ROLES = ['mentor', 'executive'] as const;
type Role = (typeof ROLES)[number];

/** Chooses two of those who joined, to be kept together. */
export function PinForm({ cohort, onDone }: { cohort: string; onDone(): void }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const add = useWish(cohort);
  const { run, busy, trouble } = useAction();
  const [chosen, setChosen] = useState<Record<Role, string>>({ mentor: '', executive: '' });
  useUnsaved(chosen.mentor !== '' || chosen.executive !== '');
  const isReady = chosen.mentor !== '' && chosen.executive !== '';
  const onAdd = async () => {
    if (await run(() => add.mutateAsync({ ...chosen, wish: 'pin' }))) onDone();
  };
  return (
    <div className={page.group}>
      {ROLES.map((role) => (
        <PersonBox
          key={role}
          cohort={cohort}
          label={t(`role.${role}`)}
          among={{ which: 'joined', role }}
          nobody={t('wishes.nobody')}
          onChoose={(member) => setChosen((before) => ({ ...before, [role]: member?.person ?? '' }))}
        />
      ))}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" disabledFocusable={busy || !isReady} onClick={() => void onAdd()}>
          {t('wish.pin')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
