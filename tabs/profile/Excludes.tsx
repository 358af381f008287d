import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXCLUDES_MAX, MAIL_MAX } from '#domain/profile/limits.ts';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useUnsaved } from '../parts/Unsaved.tsx';
import { useAction } from '../parts/useAction.ts';
import { canPickPeople, pickPeople } from '../teams.ts';
import type { ProfilePartProps } from './profilePart.ts';
import { useTyped } from './typed.ts';

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
type Exclusion = ProfilePartProps['body']['excludes'][number];
const isSame = (one: Exclusion, other: Exclusion): boolean =>
  one.directoryId || other.directoryId || one.address || other.address
    ? one.directoryId === other.directoryId && one.address === other.address
    : one.written === other.written;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  one: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  written: { flexGrow: 1, minWidth: 0 },
  remove: { flexShrink: 0, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
});

/** Whom somebody should not be matched with. Only they ever see it. */
export function Excludes({ body, change }: ProfilePartProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const { run, busy, trouble, setTrouble } = useAction();
  const { excludes } = body;
  const add = (added: Exclusion[]): boolean => {
    const fresh = added.filter((one) => !excludes.some((other) => isSame(one, other)));
    const isFull = excludes.length + fresh.length > EXCLUDES_MAX;
    setTrouble(isFull ? t('profile.excludesFull', { max: EXCLUDES_MAX }) : '');
    if (!isFull) change({ excludes: [...excludes, ...fresh] });
    return !isFull;
  };
  const addTyped = (): boolean => {
    const written = typed.trim();
    const isAddress = written.includes('@');
    if (written === '' || (isAddress && !MAIL.test(written))) {
      setTrouble(t('profile.excludesWrong'));
      return false;
    }
    const address = isAddress ? written.toLowerCase() : '';
    const isAdded = add([{ directoryId: '', address, written: address || written }]);
    if (isAdded) setTyped('');
    return isAdded;
  };
  useTyped(typed.trim() !== '', async () => addTyped());
  useUnsaved(typed.trim() !== '');
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    addTyped();
  };
  return (
    <>
      <SeenBy who={t('profile.excludesHint')} />
      {excludes.length > 0 && (
        <ul className={styles.list}>
          {excludes.map((one) => (
            <li key={`${one.directoryId} ${one.address} ${one.written}`} className={styles.one}>
              <span className={styles.written}>{one.written}</span>
              <Button
                className={styles.remove}
                appearance="subtle"
                aria-label={t('profile.remove', { topic: one.written })}
                onClick={() => change({ excludes: excludes.filter((other) => other !== one) })}
              >
                {t('profile.take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field label={t('profile.excludesMail')}>
        <div className={styles.row}>
          <Input
            className={styles.input}
            aria-label={t('profile.excludesMail')}
            value={typed}
            maxLength={MAIL_MAX}
            onChange={(_, { value }) => setTyped(value)}
            onKeyDown={onEnter}
          />
          <Button aria-label={`${t('profile.add')}: ${t('profile.excludesMail')}`} onClick={addTyped}>
            {t('profile.add')}
          </Button>
        </div>
      </Field>
      {canPickPeople() && (
        <div className={page.actions}>
          <Button
            disabledFocusable={busy}
            onClick={() => void run(async () => void add(await pickPeople(t('profile.excludes'))))}
          >
            {t('profile.pick')}
          </Button>
        </div>
      )}
      <Trouble text={trouble} />
    </>
  );
}
