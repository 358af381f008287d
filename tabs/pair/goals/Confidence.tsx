import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CONFIDENCES } from '#domain/pairs/goals.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  dot: {
    width: '10px',
    height: '10px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  full: { backgroundColor: tokens.colorCompoundBrandStroke },
  label: { marginInlineStart: tokens.spacingHorizontalXS },
});

/** How confident somebody feels, as dots and in words. */
export function Confidence({ value, label }: { value: number; label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {CONFIDENCES.map((dot) => (
        <span
          key={dot}
          aria-hidden="true"
          className={mergeClasses(styles.dot, dot <= value && styles.full)}
        />
      ))}
      <span className={styles.label}>{label}</span>
    </div>
  );
}
