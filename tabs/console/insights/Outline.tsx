import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePageStyles } from '../../parts/Page.tsx';

const useStyles = makeStyles({
  outline: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    minWidth: 0,
  },
});

/** Where something will stand, dashed, and why it is not there yet. */
export function Outline({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <section className={styles.outline} aria-label={title}>
      <h2 className={page.heading}>{title}</h2>
      {text && <p className={page.quiet}>{text}</p>}
      {children}
    </section>
  );
}
