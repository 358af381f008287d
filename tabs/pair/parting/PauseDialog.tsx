import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAUSE_MONTHS } from '#domain/pairs/pause.ts';
import { usePausePair } from '../../api/parting.ts';
import { useDates } from '../../parts/dates.ts';
import { useOthers } from '../../parts/others.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';

const DAY_MS = 86_400_000;

/** Asks for the day on which the pair goes on, and says who is told what. */
export function PauseDialog({
  view,
  names,
  open: isOpen,
  onClose,
}: SpaceProps & { open: boolean; onClose(): void }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const dates = useDates();
  const { run, busy, trouble, setTrouble } = useAction();
  const pause = usePausePair(view);
  const [until, setUntil] = useState(view.pause?.until ?? '');
  const [now] = useState(() => Date.now());
  const tomorrow = dates.dayIn(0, new Date(now + DAY_MS).toISOString());
  const last = dates.dayIn(PAUSE_MONTHS, new Date(now).toISOString());
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (until === '') setTrouble(t('parting.pickADay'));
    else if (await run(() => pause.mutateAsync(until))) onClose();
  };
  return (
    <Dialog open={isOpen} modalType="non-modal" onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <form noValidate onSubmit={(event) => void send(event)}>
          <DialogBody>
            <DialogTitle action={null}>{t('parting.pauseTitle', others)}</DialogTitle>
            <DialogContent className={page.group}>
              <p className={page.text}>{t('parting.pauseText', { names, count: view.partners.length })}</p>
              <Field label={{ children: t('parting.until'), weight: 'semibold' }}>
                <Input
                  type="date"
                  min={tomorrow}
                  max={last}
                  value={until}
                  onChange={(_, { value }) => setUntil(value)}
                />
              </Field>
              <Trouble text={trouble} />
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>{t('parting.stay')}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={busy}>
                {t(view.state === 'paused' ? 'parting.moveYes' : 'parting.pauseYes')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
