import type { GriffelStyle } from '@fluentui/react-components';

/** A group of choices without the frame that browsers draw around it. */
export const FRAMELESS = {
  border: 'none',
  margin: 0,
  padding: 0,
  minWidth: 0,
} as const satisfies GriffelStyle;

/** A real radio button or checkbox, unseen over the whole of what stands for it. */
export const OVER_ALL = {
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  margin: 0,
  opacity: 0,
  cursor: 'inherit',
} as const satisfies GriffelStyle;

/** There for screen readers alone. */
export const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const satisfies GriffelStyle;
