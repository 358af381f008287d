import { Button, ProgressBar } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '#api/contract/roster/imports.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { ProblemList } from './ImportProblems.tsx';

/** What sentences about an import say of it. */
export const said = (seen: ImportView) => ({ ...seen, name: seen.file });

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

/** Which lines stay out of an import, and why. */
export function LeftOutLines({ seen }: { seen: ImportView }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  if (seen.leftOut === 0) return null;
  const word = seen.state === 'applied' ? 'import.stayedOut' : 'import.staysOut';
  return (
    <div>
      <p className={`${page.text} ${page.strong}`}>{t(word, { count: seen.leftOut })}</p>
      <ProblemList {...seen} />
    </div>
  );
}

interface ChoiceProps {
  seen: ImportView;
  busy: boolean;
  onConfirm(): void;
  onCancel(): void;
}

/** What a file would do, what of it is not used, and whether its letters were read rightly. */
export function CheckedImport({ seen, busy, onConfirm, onCancel }: ChoiceProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <>
      <LeftOutLines seen={seen} />
      {seen.encoding !== 'utf-8' && seen.encoding !== 'utf-16' && seen.sample !== '' && (
        <p className={page.text}>
          {t('import.encoding', { sample: seen.sample, encoding: t(`import.encodings.${seen.encoding}`) })}
        </p>
      )}
      {seen.ignored.length > 0 && (
        <p className={page.quiet}>{t('import.ignored', { columns: seen.ignored.join(', ') })}</p>
      )}
      {seen.neverKept.length > 0 && (
        <p className={page.text}>
          {t('import.neverKept', { count: seen.neverKept.length, columns: seen.neverKept.join('”, “') })}
        </p>
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

/** How far an import is; one that does not end can be tried again, or left as it is. */
export function GoingImport({ seen, isAway, busy, onConfirm, onCancel }: ChoiceProps & { isAway: boolean }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const text = t(seen.state === 'checking' ? 'import.checking' : 'import.applying', said(seen));
  const isStuck = seen.isStuck && !isAway;
  const next = isAway ? 'import.waits' : isStuck ? 'import.stuck' : 'import.goesOn';
  return (
    <>
      <ImportProgress text={text} done={seen.done} of={seen.lines} />
      <p className={isStuck ? page.text : page.quiet}>{t(next)}</p>
      {isStuck && (
        <div className={page.actions}>
          <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
            {t('import.tryAgain')}
          </Button>
          <Button disabledFocusable={busy} onClick={onCancel}>
            {t('import.leave')}
          </Button>
        </div>
      )}
    </>
  );
}
