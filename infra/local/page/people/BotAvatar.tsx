import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: 'block' },
  ground: { fill: tokens.colorBrandBackground },
  arcs: { fill: 'none', stroke: tokens.colorNeutralForegroundOnBrand },
  middle: { fill: tokens.colorNeutralForegroundOnBrand },
});

/** The product's mark: a turning table for two. Decoration. */
export const BotAvatar = ({ size = 28 }: { size?: number }) => {
  const styles = useStyles();
  return (
    <svg aria-hidden className={styles.mark} width={size} height={size} viewBox="0 0 32 32">
      <rect className={styles.ground} width="32" height="32" rx="9" />
      <circle
        className={styles.arcs}
        cx="16"
        cy="16"
        r="9.5"
        strokeWidth="2.2"
        strokeDasharray="21.8 8"
        strokeLinecap="round"
        transform="rotate(-38 16 16)"
      />
      <circle className={styles.middle} cx="16" cy="16" r="3" />
    </svg>
  );
};
