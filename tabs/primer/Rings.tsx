import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Role } from './leaves.ts';

const useStyles = makeStyles({
  rings: {
    position: 'absolute',
    insetInlineEnd: '-72px',
    insetBlockStart: '-92px',
    fill: 'none',
    stroke: 'currentColor',
    pointerEvents: 'none',
    '@media (max-width: 640px)': { display: 'none' },
  },
  executive: { color: tokens.colorBrandStroke1 },
  mentor: { color: tokens.colorPalettePumpkinBorderActive },
});

/** The grooves of whose page it is, in the corner of the card. Decoration only. */
export function Rings({ role }: { role: Role }) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.rings, styles[role])}
      width="260"
      height="260"
      viewBox="0 0 260 260"
      aria-hidden="true"
    >
      {[30, 50, 70, 90, 110, 128].map((radius, ring) => (
        <circle key={radius} cx="130" cy="130" r={radius} strokeWidth="1.5" opacity={0.5 - ring * 0.08} />
      ))}
    </svg>
  );
}
