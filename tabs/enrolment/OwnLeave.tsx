import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayOwnAway, useSayOwnBack } from '../api/life.ts';
import { useDates } from '../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';

/** A leave of one's own: until when, noted or moved, and the way back before that day. */
export function OwnLeave({ awayUntil }: { awayUntil: string | undefined }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const [until, setUntil] = useState('');
  const away = useSayOwnAway();
  const back = useSayOwnBack();
  const { run, busy, trouble, setTrouble } = useAction();
  const note = async () => {
    if (until === '') return setTrouble(t('ownLeave.pickADay'));
    if (await run(() => away.mutateAsync(until))) setUntil('');
  };
  return (
    <Card title={t('ownLeave.title')}>
      {awayUntil && <p className={page.text}>{t('ownLeave.stands', { day: dates.date(awayUntil) })}</p>}
      <p className={page.text}>{t('ownLeave.text')}</p>
      <Field label={t('ownLeave.until')}>
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void note()}>
          {t(awayUntil ? 'ownLeave.move' : 'ownLeave.note')}
        </Button>
        {awayUntil && (
          <Button disabledFocusable={busy} onClick={() => void run(() => back.mutateAsync())}>
            {t('ownLeave.back')}
          </Button>
        )}
      </div>
      <Trouble text={trouble} />
    </Card>
  );
}
