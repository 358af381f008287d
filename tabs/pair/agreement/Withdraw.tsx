import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useWithdrawConsent } from '../../api/agreement.ts';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';

/** The quiet menu of the agreement, where somebody can take back their promise. */
export function WithdrawMenu({ onAsk }: { onAsk(): void }) {
  const { t } = useTranslation('tab');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<Dots />} aria-label={t('agreement.more')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onAsk}>{t('agreement.withdraw')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Asks once more, since it closes the space for everybody in it. */
export function SureToWithdraw({
  view,
  names,
  onDone,
}: Pick<PairProps, 'view' | 'names'> & { onDone(): void }) {
  const { t } = useTranslation('tab');
  const withdraw = useWithdrawConsent(view.pair);
  const { run, busy, trouble } = useAction();
  const close = async () => {
    if (await run(() => withdraw.mutateAsync(undefined))) onDone();
  };
  return (
    <Sure
      title={t('agreement.sureTitle')}
      text={t('agreement.sureText', { names })}
      yes={t('agreement.sureYes')}
      no={t('agreement.sureNo')}
      busy={busy}
      trouble={trouble}
      onYes={() => void close()}
      onNo={onDone}
    />
  );
}

const Dots = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <circle cx="3" cy="8" r="1.3" />
    <circle cx="8" cy="8" r="1.3" />
    <circle cx="13" cy="8" r="1.3" />
  </svg>
);
