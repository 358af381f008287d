import { Button, Checkbox } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '#api/contract/agreement.ts';
import { useSignAgreement } from '../../api/agreement.ts';
import { Trouble } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';
import type { Walk } from './Changes.tsx';
import { Step } from './Step.tsx';
import { useSheetStyles } from './sheetStyles.ts';

interface SigningProps extends Pick<PairProps, 'view'> {
  agreement: AgreementView;
  walk: Walk;
  onEdit(): void;
}

/**
 * The foot of the page: the box, which nobody ticks but its reader, and the button to sign. A tick counts for the
 * words that were on screen; when they change it is gone.
 */
export function Signing({ view, agreement, walk, onEdit }: SigningProps) {
  const { t } = useTranslation('tab');
  const styles = useSheetStyles();
  const missing = useId();
  const box = useId();
  const [tickedFor, setTickedFor] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const sign = useSignAgreement(view.pair);
  const { run, busy, trouble } = useAction();
  const shown = `${agreement.version} ${agreement.hash}`;
  const isTicked = tickedFor === shown;
  const { version, hash } = agreement;

  function press() {
    setIsMissing(!isTicked);
    if (isTicked) void run(() => sign.mutateAsync({ version, hash, confidentiality: true }));
    else document.getElementById(box)?.focus();
  }
  const tick = (is: boolean) => {
    setTickedFor(is ? shown : '');
    setIsMissing(false);
  };

  if (!view.canSign && !view.canDraft) return null;
  return (
    <div className={view.canSign ? styles.foot : undefined}>
      {view.canSign && (
        <div>
          <Checkbox
            id={box}
            label={t('agreement.keep')}
            checked={isTicked}
            aria-describedby={isMissing ? missing : undefined}
            aria-invalid={isMissing}
            onChange={(_, { checked }) => tick(checked === true)}
          />
          <div id={missing}>
            <Trouble text={isMissing ? t('agreement.keepNeeded') : ''} />
          </div>
        </div>
      )}
      <Trouble text={trouble} />
      <div className={styles.row}>
        {walk.count > 0 && <Step walk={walk} />}
        <div className={styles.end}>
          {view.canDraft && (
            <Button className={styles.button} appearance="subtle" disabledFocusable={busy} onClick={onEdit}>
              {t('agreement.edit')}
            </Button>
          )}
          {view.canSign && (
            <Button className={styles.button} appearance="primary" disabledFocusable={busy} onClick={press}>
              {busy ? t('agreement.signing') : t('agreement.sign')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
