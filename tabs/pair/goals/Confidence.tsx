import { makeStyles, tokens } from '@fluentui/react-components';
import { CONFIDENCES } from '#domain/pairs/goals.ts';

const useStyles = makeStyles({
  picture: { display: 'block', flexShrink: 0, fill: 'none', overflow: 'visible' },
  line: { color: tokens.colorNeutralStroke1, stroke: 'currentColor' },
  dot: { color: tokens.colorNeutralStroke1, fill: 'currentColor' },
  executive: { color: tokens.colorBrandStroke1 },
  mentor: { color: tokens.colorPalettePumpkinBorderActive },
  /** Hollow when it began, full now. */
  hole: { fill: tokens.colorNeutralBackground1 },
});

const WIDTH = 132;
const STEP = 26;
const FIRST = 14;
const MIDDLE = 14;

interface ConfidenceProps {
  /** How sure its owner felt when the goal was set and feels now, each from 1 to 5. */
  began: number;
  now: number;
  owner: 'executive' | 'mentor';
}

/** From then to now, as a picture; the words stand beside it. */
export function Confidence({ began, now, owner }: ConfidenceProps) {
  const styles = useStyles();
  const isRtl = document.documentElement.dir === 'rtl';
  const at = (value: number) => {
    const x = FIRST + (value - 1) * STEP;
    return isRtl ? WIDTH - x : x;
  };
  return (
    <svg
      className={styles.picture}
      width={WIDTH}
      height="28"
      viewBox={`0 0 ${WIDTH} 28`}
      aria-hidden="true"
      data-began={began}
      data-now={now}
    >
      <path
        className={styles.line}
        d={`M${at(1)} ${MIDDLE}H${at(5)}`}
        strokeWidth="2"
        strokeLinecap="round"
      />
      {CONFIDENCES.map((value) => (
        <circle key={value} className={styles.dot} cx={at(value)} cy={MIDDLE} r="2.5" />
      ))}
      <g className={styles[owner]} stroke="currentColor">
        <path d={`M${at(began)} ${MIDDLE}H${at(now)}`} strokeWidth="3" />
        {began !== now && <circle className={styles.hole} cx={at(began)} cy={MIDDLE} r="6" strokeWidth="2" />}
        <circle cx={at(now)} cy={MIDDLE} r="8" fill="currentColor" stroke="none" />
        <circle className={styles.hole} cx={at(now)} cy={MIDDLE} r="2" stroke="none" />
      </g>
    </svg>
  );
}
