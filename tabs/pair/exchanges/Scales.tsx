import { makeStyles, tokens, useFluent } from '@fluentui/react-components';
import type { BalanceView } from '#api/contract/exchanges.ts';
import type { PairView } from '#api/contract/pairs.ts';

/** How far the beam leans, in degrees. */
const LITTLE = 4;
const CLEAR = 8;

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', maxWidth: '260px', margin: '0 auto', fill: 'none' },
  beam: {
    transformOrigin: '130px 44px',
    transitionProperty: 'transform',
    transitionDuration: tokens.durationSlow,
    transitionTimingFunction: tokens.curveDecelerateMid,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
  },
  bar: { stroke: tokens.colorNeutralForeground2, strokeWidth: '3' },
  stand: { stroke: tokens.colorNeutralStroke1, strokeWidth: '3' },
  groove: { stroke: tokens.colorBrandStroke1, strokeWidth: '1.5' },
  hub: { fill: tokens.colorNeutralForeground2 },
  executive: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke1, strokeWidth: '2.5' },
  mentor: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorPalettePumpkinBorderActive,
    strokeWidth: '2.5',
  },
  initial: {
    fill: tokens.colorNeutralForeground1,
    fontSize: '15px',
    fontWeight: tokens.fontWeightSemibold,
    textAnchor: 'middle',
  },
});

/** Lowered on the side that gave more: the reader's is where reading starts. */
function degreesOf(balance: BalanceView, isRightToLeft: boolean): number {
  if (balance.state !== 'leans') return 0;
  const degrees = balance.isClear ? CLEAR : LITTLE;
  return balance.iGaveMore === isRightToLeft ? degrees : -degrees;
}

interface ScalesProps {
  balance: BalanceView;
  role: PairView['role'];
  /** First names of the reader and of whom it is about. */
  me: string;
  partner: string;
}

/** A beam with the two at its ends. Decoration only: beside it stands the sentence, and nowhere a number. */
export function Scales({ balance, role, me, partner }: ScalesProps) {
  const styles = useStyles();
  const isRightToLeft = useFluent().dir === 'rtl';
  const [left, right] = isRightToLeft ? [partner, me] : [me, partner];
  const isExecutiveLeft = (role === 'executive') !== isRightToLeft;
  const sides = [
    { x: 30, name: left, look: isExecutiveLeft ? styles.executive : styles.mentor },
    { x: 230, name: right, look: isExecutiveLeft ? styles.mentor : styles.executive },
  ];
  const turn = { transform: `rotate(${degreesOf(balance, isRightToLeft)}deg)` };
  return (
    <svg className={styles.picture} viewBox="0 0 260 104" aria-hidden="true">
      <path className={styles.stand} d="M130 44V96M104 96H156" />
      {[10, 17, 24].map((radius, n) => (
        <circle key={radius} className={styles.groove} cx="130" cy="44" r={radius} opacity={0.8 - n * 0.25} />
      ))}
      <g className={styles.beam} style={turn}>
        <path
          className={styles.bar}
          d="M46 44H214"
          strokeDasharray={balance.state === 'felt' ? '6 5' : '0'}
        />
        {sides.map(({ x, name, look }) => (
          <g key={x}>
            <circle className={look} cx={x} cy="44" r="18" />
            <text className={styles.initial} x={x} y="49">
              {[...name][0] ?? ''}
            </text>
          </g>
        ))}
      </g>
      <circle className={styles.hub} cx="130" cy="44" r="5" />
    </svg>
  );
}
