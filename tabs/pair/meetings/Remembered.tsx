import { makeStyles, tokens } from '@fluentui/react-components';
import type { SpaceProps } from '../pairProps.ts';
import { Jottings } from './Jottings.tsx';
import { Kept } from './Kept.tsx';

const useStyles = makeStyles({
  both: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** What the meetings left: questions kept for later, and lines that were jotted down. */
export function Remembered(props: SpaceProps) {
  const styles = useStyles();
  return (
    <div className={styles.both}>
      <Kept {...props} />
      <Jottings {...props} />
    </div>
  );
}
