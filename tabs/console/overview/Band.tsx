import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  band: {
    ...{ display: 'block', width: '100%', height: '96px', overflow: 'visible' },
    ':dir(rtl)': { transform: 'scaleX(-1)' },
  },
  part: { fill: tokens.colorBrandBackground },
  open: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: '4 4' },
});

const HIGH = 96;
const WIDE = 100;
/** Where the curve to the next step begins. */
const BEND = 72;
/** Even one person is to be seen. */
const THINNEST = 3;

interface BandProps {
  /** 0–1: how high it begins and ends; left out where words stand instead of a number. */
  from: number | undefined;
  to: number | undefined;
  /** 0–1: how dark it is. */
  shade: number;
}

/** One step of a band that narrows from step to step; decoration beside the figures. */
export function Band({ from, to, shade }: BandProps) {
  const styles = useStyles();
  const [begins, ends] = [heightOf(from), heightOf(to ?? from)];
  return (
    <svg
      className={styles.band}
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {begins === undefined || ends === undefined ? (
        <path
          className={styles.open}
          d={`M2 ${HIGH / 3}H${WIDE - 2}V${(2 * HIGH) / 3}H2Z`}
          vectorEffect="non-scaling-stroke"
        />
      ) : (
        <path className={styles.part} opacity={shade} d={outline(begins, ends)} />
      )}
    </svg>
  );
}

const heightOf = (part: number | undefined): number | undefined =>
  part === undefined ? undefined : Math.max(THINNEST, part * HIGH);

/** Level at first, then curved to where the next step begins; a hair is left free between the two. */
function outline(begins: number, ends: number): string {
  const [top, bottom] = [(HIGH - begins) / 2, (HIGH + begins) / 2];
  const [nextTop, nextBottom] = [(HIGH - ends) / 2, (HIGH + ends) / 2];
  const end = WIDE - 1.5;
  const middle = (BEND + end) / 2;
  return [
    `M0 ${top}H${BEND}C${middle} ${top} ${middle} ${nextTop} ${end} ${nextTop}`,
    `V${nextBottom}C${middle} ${nextBottom} ${middle} ${bottom} ${BEND} ${bottom}H0Z`,
  ].join('');
}
