import { tokens } from '@fluentui/react-components';

/** Blue for executives, orange for mentors, grey-blue for both together; told apart by shape as well. */
export const HUES = {
  executive: tokens.colorBrandStroke1,
  mentor: tokens.colorPalettePumpkinBorderActive,
  all: tokens.colorNeutralForeground2,
} as const;
export type Hue = keyof typeof HUES;

/** A circle for executives, a square for mentors, a lozenge for both together. */
export function Mark({ hue, isHollow = false }: { hue: Hue; isHollow?: boolean }) {
  const colour = HUES[hue];
  const look = { fill: isHollow ? tokens.colorNeutralBackground1 : colour, stroke: colour, strokeWidth: 2 };
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {hue === 'executive' && <circle cx="6" cy="6" r="4.5" {...look} />}
      {hue === 'mentor' && <rect x="1.5" y="1.5" width="9" height="9" {...look} />}
      {hue === 'all' && <rect x="2.5" y="2.5" width="7" height="7" transform="rotate(45 6 6)" {...look} />}
    </svg>
  );
}
