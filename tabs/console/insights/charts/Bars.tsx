import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { HUES, type Hue, Mark } from './Mark.tsx';

const useStyles = makeStyles({
  bars: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  value: { fontWeight: tokens.fontWeightSemibold },
  track: {
    marginTop: tokens.spacingVerticalXS,
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  /** Words instead of a number have no length. */
  open: {
    backgroundColor: 'transparent',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  full: { height: '100%', borderRadius: tokens.borderRadiusCircular, forcedColorAdjust: 'none' },
});

export interface Bar {
  name: string;
  /** What stands beside it: a number, or words where there is none. */
  said: string;
  /** 0–1; left out where no number may be said. */
  part?: number | undefined;
  hue: Hue;
  /** Whether its shape stands before the name. */
  isMarked?: boolean;
}

/** Bars under each other, each with its name and value in words. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const styles = useStyles();
  return (
    <div className={styles.bars}>
      {bars.map(({ name, said, part, hue, isMarked = false }) => (
        <div key={name}>
          <div className={styles.head}>
            <span className={styles.name}>
              {isMarked && <Mark hue={hue} />}
              {name}
            </span>
            <span className={styles.value}>{said}</span>
          </div>
          <div className={mergeClasses(styles.track, part === undefined && styles.open)} aria-hidden="true">
            {part !== undefined && (
              <div className={styles.full} style={{ width: `${100 * part}%`, backgroundColor: HUES[hue] }} />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
