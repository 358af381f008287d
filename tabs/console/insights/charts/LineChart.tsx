import { makeStyles, tokens } from '@fluentui/react-components';
import { HUES, type Hue, Mark } from './Mark.tsx';

const useStyles = makeStyles({
  plot: {
    position: 'relative',
    direction: 'ltr',
    height: '160px',
    marginInlineStart: '48px',
    marginInlineEnd: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalS,
  },
  grid: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tick: {
    position: 'absolute',
    right: `calc(100% + ${tokens.spacingHorizontalS})`,
    transform: 'translateY(-50%)',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  lines: { position: 'absolute', width: '100%', height: '100%', overflow: 'visible', fill: 'none' },
  line: { stroke: 'currentColor', strokeWidth: '2px', vectorEffect: 'non-scaling-stroke' },
  point: { position: 'absolute', transform: 'translate(-50%, 50%)', display: 'flex' },
  months: {
    position: 'relative',
    direction: 'ltr',
    height: '20px',
    marginInlineStart: '48px',
    marginInlineEnd: tokens.spacingHorizontalL,
  },
  month: {
    position: 'absolute',
    transform: 'translateX(-50%)',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
});

interface LineChartProps {
  lines: { name: string; hue: Hue; values: (number | undefined)[] }[];
  /** One per value, in their order. */
  labels: string[];
  scale: { min: number; max: number; ticks: { at: number; label: string }[] };
}

/** So far from either end, in percent, the first and the last month stand. */
const INSET = 5;
/** More labels than that would stand in each other. */
const MOST_LABELS = 6;

/** Values over months, a line for each role. For the eye alone: the same stands in words, and in a table. */
export function LineChart({ lines, labels, scale: { min, max, ticks } }: LineChartProps) {
  const styles = useStyles();
  const x = (n: number) => INSET + ((100 - 2 * INSET) * n) / Math.max(1, labels.length - 1);
  const y = (value: number) => (100 * (value - min)) / (max - min);
  const every = Math.ceil(labels.length / MOST_LABELS);
  return (
    <div aria-hidden="true">
      <div className={styles.plot}>
        {ticks.map(({ at, label }) => (
          <div key={at} className={styles.grid} style={{ bottom: `${y(at)}%` }}>
            <span className={styles.tick}>{label}</span>
          </div>
        ))}
        <svg className={styles.lines} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {lines.map(({ name, hue, values }) => (
            <polyline
              key={name}
              className={styles.line}
              style={{ color: HUES[hue] }}
              points={values
                .flatMap((value, n) => (value === undefined ? [] : [`${x(n)},${100 - y(value)}`]))
                .join(' ')}
            />
          ))}
        </svg>
        {lines.flatMap(({ name, hue, values }) =>
          values.map((value, n) =>
            value === undefined ? null : (
              <span
                key={`${name} ${labels[n]}`}
                className={styles.point}
                style={{ left: `${x(n)}%`, bottom: `${y(value)}%` }}
              >
                <Mark hue={hue} />
              </span>
            ),
          ),
        )}
      </div>
      <div className={styles.months}>
        {labels.map((label, n) =>
          n % every === 0 ? (
            <span key={label} className={styles.month} style={{ left: `${x(n)}%` }}>
              {label}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
