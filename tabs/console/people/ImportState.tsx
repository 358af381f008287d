import { Button, ProgressBar } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '#api/contract/cohorts.ts';
import { usePageStyles } from '../../parts/Page.tsx';

/** How far a file is; without `of` nobody knows yet. */
export function ImportProgress({ text, done, of }: { text: string; done?: number; of?: number }) {
  const page = usePageStyles();
  const label = useId();
  const known = of === undefined ? {} : { value: done ?? 0, max: Math.max(of, 1) };
  return (
    <div className={page.group}>
      <p id={label} className={page.text}>
        {text}
      </p>
      <ProgressBar {...known} thickness="large" aria-labelledby={label} />
    </div>
  );
}

interface CheckedProps {
  seen: ImportView;
  busy: boolean;
  onConfirm(): void;
  onCancel(): void;
}

/** What a file would do, what of it is not used, and whether its letters were read rightly. */
export function CheckedImport({ seen, busy, onConfirm, onCancel }: CheckedProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <>
      {seen.encoding === 'windows-1252' && seen.sample !== '' && (
        <p className={page.text}>{t('import.encoding', { sample: seen.sample })}</p>
      )}
      {seen.ignored.length > 0 && (
        <p className={page.quiet}>{t('import.ignored', { columns: seen.ignored.join(', ') })}</p>
      )}
      <div className={page.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
          {t('import.confirm')}
        </Button>
        <Button disabledFocusable={busy} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
