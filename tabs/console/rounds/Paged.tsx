import { Button, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from '../../parts/Page.tsx';
import { byName } from './reviewing.ts';
import { useRoundStyles } from './roundStyles.ts';

const AT_ONCE = 50;
/** Fewer than that are found by looking. */
const WORTH_FINDING = 12;

interface PagedProps<Item> {
  /** What the list is, for screen readers. */
  label: string;
  items: readonly Item[];
  nameOf(item: Item): string;
  children(item: Item): ReactNode;
}

/** A list of people or pairs that may be thousands: so many at a time, and found by name. */
export function Paged<Item>({ label, items, nameOf, children }: PagedProps<Item>) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const found = byName(items, typed, nameOf);
  const more = Math.min(AT_ONCE, found.length - most);
  return (
    <>
      {items.length > WORTH_FINDING && (
        <Input
          className={styles.find}
          type="search"
          aria-label={t('paged.find', { label })}
          placeholder={t('paged.placeholder')}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      )}
      <ul className={styles.list} aria-label={label}>
        {found.slice(0, most).map(children)}
      </ul>
      <p role="status" className={page.said}>
        {typed !== '' && t('paged.found', { count: found.length })}
      </p>
      {more > 0 && (
        <div className={page.actions}>
          <Button onClick={() => setMost(most + AT_ONCE)}>{t('paged.more', { count: more })}</Button>
          <span className={page.quiet}>{t('paged.of', { shown: most, count: found.length })}</span>
        </div>
      )}
    </>
  );
}
