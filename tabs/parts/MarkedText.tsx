import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LineView } from '#api/contract/announcements.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { margin: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  close: { marginTop: `calc(-1 * ${tokens.spacingVerticalXS})` },
  bold: { fontWeight: tokens.fontWeightSemibold },
  italic: { fontStyle: 'italic' },
});

/** Words with what is bold, italic, a list or a link in them, as a card shows them. */
export function MarkedText({ lines }: { lines: readonly LineView[] }) {
  const styles = useStyles();
  return (
    <div className={styles.lines}>
      {lines.map(({ lead, isClose, runs }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <p key={n} className={mergeClasses(styles.line, isClose && styles.close)}>
          {lead}
          {runs.map((run, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
            <Run key={at} run={run} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Run({ run: { text, isBold, isItalic, address } }: { run: LineView['runs'][number] }) {
  const styles = useStyles();
  const look = mergeClasses(isBold && styles.bold, isItalic && styles.italic);
  if (address === undefined) return <span className={look}>{text}</span>;
  return (
    <Link inline className={look} href={address} target="_blank" rel="noreferrer">
      {text}
    </Link>
  );
}
