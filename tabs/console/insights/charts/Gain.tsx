import { makeStyles, tokens } from '@fluentui/react-components';
import { HUES, type Hue, Mark } from './Mark.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  value: { fontWeight: tokens.fontWeightSemibold },
  line: {
    position: 'relative',
    height: '16px',
    margin: `0 ${tokens.spacingHorizontalS}`,
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke2}, ${tokens.colorNeutralStroke2})`,
    backgroundSize: '100% 1px',
    backgroundPosition: 'center',
    backgroundRepeat: 'no-repeat',
  },
  from: {
    position: 'absolute',
    top: '2px',
    transform: 'translateX(-50%)',
    display: 'flex',
    ':dir(rtl)': { transform: 'translateX(50%)' },
  },
  between: { position: 'absolute', top: '7px', height: '2px', forcedColorAdjust: 'none' },
});

interface GainProps {
  name: string;
  said: string;
  hue: Hue;
  /** 1–5; left out where nothing is shown. */
  began?: number | undefined;
  now?: number | undefined;
}

const at = (value: number): number => ((value - 1) / 4) * 100;

/** How sure people were when it began, hollow, and are now, full, on a line from 1 to 5. */
export function Gain({ name, said, hue, began, now }: GainProps) {
  const styles = useStyles();
  const [low, high] = [Math.min(began ?? 1, now ?? 1), Math.max(began ?? 1, now ?? 1)];
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span>{name}</span>
        <span className={styles.value}>{said}</span>
      </div>
      <div className={styles.line} aria-hidden="true">
        {began !== undefined && now !== undefined && (
          <span
            className={styles.between}
            style={{
              insetInlineStart: `${at(low)}%`,
              width: `${at(high) - at(low)}%`,
              backgroundColor: HUES[hue],
            }}
          />
        )}
        {began !== undefined && (
          <span className={styles.from} style={{ insetInlineStart: `${at(began)}%` }}>
            <Mark hue={hue} isHollow />
          </span>
        )}
        {now !== undefined && (
          <span className={styles.from} style={{ insetInlineStart: `${at(now)}%` }}>
            <Mark hue={hue} />
          </span>
        )}
      </div>
    </div>
  );
}
