import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: {
    flexShrink: 0,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '1.4',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  round: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  met: {
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** Small drawings on a square of 16. */
const DRAWN = {
  walk: 'M9 2.6a1 1 0 1 0-.1 0M8.6 5 6.8 9l2.4 1.6.6 3.4M6.8 9l-2.3 5M8.6 5l-2.6 1-1 2.2M8.6 5l1.6 2 2 .6',
  coffee: 'M3 6h8v4a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3ZM11 7h1a1.6 1.6 0 0 1 0 3.4h-1M5.4 2.4v1.6M8.4 2.4v1.6',
  lunch: 'M4.6 2.4v11.2M3 2.4v3a1.6 1.6 0 0 0 3.2 0v-3M11 13.6V2.4c-2 .6-2.6 3-2.6 5.4H11',
  screen: 'M2 4.4h8v7H2ZM10 7l4-2v6l-4-2',
  talk: 'M2.4 3.4h11.2v7.2H8l-3 2.6v-2.6H2.4Z',
  learned: 'M8 2.2a4 4 0 0 0-2.2 7.3c.6.5.7 1 .7 1.7h3c0-.7.1-1.2.7-1.7A4 4 0 0 0 8 2.2ZM6.8 13.6h2.4',
  surprised:
    'M8 2.2v2.6M8 11.2v2.6M2.2 8h2.6M11.2 8h2.6M4 4l1.7 1.7M10.3 10.3 12 12M12 4l-1.7 1.7M5.7 10.3 4 12',
  ripple: 'M8 7.4a.6.6 0 1 0 .1 0M8 4.6a3.4 3.4 0 1 0 .1 0M8 1.8a6.2 6.2 0 1 0 .1 0',
  help: 'M3 5.6h9M9.6 3.2 12 5.6 9.6 8M13 10.4H4M6.4 8 4 10.4l2.4 2.4',
  signature: 'M2.4 12.6c2-4 3-8 4.4-8s-.8 7 .6 7 1.6-3 2.6-3 .4 2.4 1.4 2.4 1.2-.8 2-.8',
  lock: 'M4 7.4h8v5.8H4ZM5.6 7.4V5.2a2.4 2.4 0 0 1 4.8 0v2.2',
  people:
    'M5.4 3.4a1.8 1.8 0 1 0 .1 0M10.8 4a1.5 1.5 0 1 0 .1 0M2.2 12.6c0-2.4 1.2-4 3.2-4s3.2 1.6 3.2 4M9.6 8.8c2.6-.8 4.2 1 4.2 3.8',
} as const;
export type MarkName = keyof typeof DRAWN;

/** A small drawing beside words that say the same. */
export function Mark({ name, size = 16 }: { name: MarkName; size?: number }) {
  const styles = useStyles();
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={DRAWN[name]} />
    </svg>
  );
}

/** The same on the line of what happened; a meeting stands out. */
export function RoundMark({ name, isMeeting = false }: { name: MarkName; isMeeting?: boolean }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.round, isMeeting && styles.met)}>
      <Mark name={name} />
    </span>
  );
}
