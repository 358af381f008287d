import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ToggleButton,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '#api/contract/agreement.ts';
import { useDates } from '../../parts/dates.ts';

interface ChangesProps {
  agreement: AgreementView;
  count: number;
  isClean: boolean;
  onClean(isClean: boolean): void;
}

/** Who changed how many lines and when, and a button that hides the marks. */
export function Changes({ agreement, count, isClean, onClean }: ChangesProps) {
  const { t } = useTranslation('tab');
  const dates = useDates();
  const told = { count, by: agreement.by, moment: dates.moment(agreement.at) };
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('agreement.changed', told)}</MessageBarTitle>{' '}
        {t(agreement.before?.iSigned ? 'agreement.markedSigned' : 'agreement.marked')}
      </MessageBarBody>
      <MessageBarActions>
        <ToggleButton size="small" checked={isClean} onClick={() => onClean(!isClean)}>
          {t('agreement.clean')}
        </ToggleButton>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Which change is looked at, and the way to the next one. */
export interface Walk {
  count: number;
  /** From 1; 0 before the first step. */
  at: number;
  current: string | undefined;
  go(step: 1 | -1): void;
}

/** From one changed paragraph to the next, and around; focus goes along. */
export function useWalk(changed: readonly string[]): Walk {
  const [at, setAt] = useState(0);
  const count = changed.length;
  const go = (step: 1 | -1) => {
    const next = at === 0 && step === 1 ? 1 : ((at - 1 + step + count) % count) + 1;
    setAt(next);
    document.getElementById(`agreement-${changed[next - 1]}`)?.focus();
  };
  return { count, at: Math.min(at, count), current: changed[at - 1], go };
}
