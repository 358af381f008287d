import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairProps } from '../pairProps.ts';
import { groupOf, type Paragraph } from './document.ts';
import type { Field } from './merging.ts';
import { useSheetStyles } from './sheetStyles.ts';

interface SheetProps extends Pick<PairProps, 'view'> {
  caption: string;
  lead: string;
  paragraphs: readonly Paragraph[];
  /** Keys of paragraphs with a line in the margin, and the one that is looked at now. */
  changed: readonly string[];
  current?: string | undefined;
  /** What stands in place of a phrase. */
  phrase(field: Field, paragraph: Paragraph): ReactNode;
  /** What stands beneath a paragraph. */
  beneath?(paragraph: Paragraph): ReactNode;
  menu?: ReactNode;
  children?: ReactNode;
}

/** The agreement as a page that is read: confidentiality first, then six short paragraphs. */
export function Sheet(props: SheetProps) {
  const { view, caption, lead, paragraphs, changed, current, phrase, beneath, menu, children } = props;
  const { t } = useTranslation('tab');
  const styles = useSheetStyles();
  const title = t('agreement.title');
  return (
    <article className={styles.sheet} aria-label={title}>
      <header className={styles.head}>
        <div className={styles.grow}>
          <p className={styles.caption}>{caption}</p>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.lead}>{lead}</p>
        </div>
        {menu}
      </header>
      <p className={styles.promise}>
        <strong>{t('agreement.promise')}</strong> {t('agreement.promiseText', groupOf(view))}
      </p>
      {paragraphs.map((one) => (
        <div key={one.key}>
          <h3 className={styles.heading}>{one.heading}</h3>
          <p
            id={`agreement-${one.key}`}
            tabIndex={-1}
            className={mergeClasses(
              styles.text,
              changed.includes(one.key) && styles.changed,
              current === one.key && styles.current,
            )}
          >
            {one.pieces.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
              <span key={at}>{'field' in piece ? phrase(piece.field, one) : piece.words}</span>
            ))}
          </p>
          {beneath?.(one)}
        </div>
      ))}
      {children}
    </article>
  );
}
