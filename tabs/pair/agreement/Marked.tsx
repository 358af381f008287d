import { useSheetStyles } from './sheetStyles.ts';
import { wordDiff } from './wordDiff.ts';

/** Words with what changed in them marked. */
export function Marked({ before, after }: { before: string; after: string }) {
  const styles = useSheetStyles();
  return wordDiff(before, after).map(({ kind, text }, at) => {
    const key = `${at} ${kind}`;
    if (kind === 'new')
      return (
        <ins key={key} className={styles.ins}>
          {text}
        </ins>
      );
    if (kind === 'gone')
      return (
        <del key={key} className={styles.del}>
          {text}
        </del>
      );
    return <span key={key}>{text}</span>;
  });
}
