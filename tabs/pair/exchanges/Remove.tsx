import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  /** Its words stand under the text above. */
  quietly: {
    display: 'flex',
    flexWrap: 'wrap',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  quiet: {
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** A button that stays behind what was written. */
export const useQuiet = useStyles;

interface RemoveProps {
  /** On the button, and the whole of it for whoever does not see beside what it stands. */
  label: string;
  whole: string;
  /** The question, what becomes of it, and both answers. */
  title: string;
  text: string;
  yes: string;
  no: string;
  onRemove(): Promise<unknown>;
  /** What else can be done, before. */
  children?: ReactNode;
}

/** Takes away what its writer wrote, after one question. */
export function Remove({ label, whole, title, text, yes, no, onRemove, children }: RemoveProps) {
  const styles = useStyles();
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  if (isSure)
    return (
      <Sure
        {...{ title, text, yes, no, busy, trouble }}
        onYes={() => void run(onRemove)}
        onNo={() => setIsSure(false)}
      />
    );
  return (
    <div className={styles.quietly}>
      {children}
      <Button appearance="subtle" className={styles.quiet} aria-label={whole} onClick={() => setIsSure(true)}>
        {label}
      </Button>
    </div>
  );
}
