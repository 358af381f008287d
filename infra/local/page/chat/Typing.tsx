import { makeStyles, tokens } from '@fluentui/react-components';
import { t } from '../words.ts';

const useStyles = makeStyles({
  dots: {
    display: 'inline-flex',
    gap: '4px',
    marginTop: tokens.spacingVerticalL,
    marginInlineStart: '36px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  dot: {
    width: '6px',
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralForeground3,
    animationName: { '0%, 60%, 100%': { opacity: 0.3 }, '30%': { opacity: 1 } },
    animationDuration: '1.2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  second: { animationDelay: '0.15s' },
  third: { animationDelay: '0.3s' },
});

/** Three dots: the bot is writing. */
export const Typing = () => {
  const styles = useStyles();
  return (
    <div role="img" aria-label={t('chat.typing')} className={styles.dots}>
      <span className={styles.dot} />
      <span className={`${styles.dot} ${styles.second}`} />
      <span className={`${styles.dot} ${styles.third}`} />
    </div>
  );
};
