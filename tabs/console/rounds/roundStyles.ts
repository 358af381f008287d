import { makeStyles, tokens } from '@fluentui/react-components';

/** The looks of lists of pairs and people in a round. */
export const useRoundStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  two: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  names: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
  faces: { display: 'flex', '> :last-child': { marginInlineStart: '-8px' } },
  find: { width: '100%', minWidth: 0 },
  typed: { minWidth: 0 },
  /** Large enough to be hit. */
  opens: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '24px',
    minHeight: '24px',
  },
});
