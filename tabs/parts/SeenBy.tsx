import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  eye: { flexShrink: 0, marginTop: '1px', fill: 'none', stroke: 'currentColor', strokeWidth: '1.3' },
});

/** Who can see what is written here, beside the field itself. */
export function SeenBy({ who }: { who: string }) {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      <svg className={styles.eye} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.5 8C3 5 5.3 3.5 8 3.5S13 5 14.5 8C13 11 10.7 12.5 8 12.5S3 11 1.5 8Z" />
        <circle cx="8" cy="8" r="2" />
      </svg>
      {who}
    </p>
  );
}
