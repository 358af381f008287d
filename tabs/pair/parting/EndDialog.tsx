import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useEndPair } from '../../api/parting.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { inTeam } from '../../parts/several.ts';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';

/** One question, with the names in it, and no reason asked. The harmless answer has the focus. */
export function EndDialog({
  view,
  names,
  open: isOpen,
  onClose,
}: SpaceProps & { open: boolean; onClose(): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const end = useEndPair(view.pair);
  const finish = async () => {
    if (await run(() => end.mutateAsync(undefined))) onClose();
  };
  const way = view.leaves ? 'leave' : 'end';
  const values = {
    ...{ names, cohort: view.cohortName, count: view.partners.length },
    ...(view.leaves && inTeam(view)),
  };
  return (
    <Dialog open={isOpen} modalType="non-modal" onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle action={null}>{t(`parting.${way}Title`, values)}</DialogTitle>
          <DialogContent className={page.group}>
            <p className={page.text}>{t(`parting.${way}Text`, values)}</p>
            <Trouble text={trouble} />
          </DialogContent>
          <DialogActions fluid>
            <Button autoFocus onClick={onClose}>
              {t('parting.stay')}
            </Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void finish()}>
              {t(`parting.${way}Yes`)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
