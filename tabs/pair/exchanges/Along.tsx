import { makeStyles, tokens } from '@fluentui/react-components';
import type { SpaceProps } from '../pairProps.ts';
import { Composer } from './Composer.tsx';
import { GiveAndTake } from './GiveAndTake.tsx';
import { Timeline } from './Timeline.tsx';

const useStyles = makeStyles({
  /** Beside each other where there is room; on a phone the scales come last. */
  along: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 264px',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  way: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

/** What the pair has lived through, what each keeps of it, and how give and take stand. */
export function Along({ view, names }: SpaceProps) {
  const styles = useStyles();
  return (
    <div className={styles.along}>
      <div className={styles.way}>
        <Composer view={view} names={names} />
        <Timeline view={view} names={names} />
      </div>
      <GiveAndTake view={view} names={names} />
    </div>
  );
}
