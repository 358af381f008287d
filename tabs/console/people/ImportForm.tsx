import { Button, makeStyles } from '@fluentui/react-components';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportColumns as ImportColumnsView, ImportView } from '#api/contract/roster/imports.ts';
import {
  type ColumnsSaid,
  columnsOf,
  isGoing,
  useCheckImport,
  useCohortNews,
  useConfirmImport,
  useDiscardImport,
  useLastImport,
} from '../../api/cohorts.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useSentence } from '../../parts/sentence.ts';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportProblems, type Refused } from './ImportProblems.tsx';
import { CheckedImport, GoingImport, ImportProgress, LeftOutLines, said } from './ImportState.tsx';

const useStyles = makeStyles({ file: { display: 'none' } });

/**
 * People from a CSV: the file is checked first and says what it would do. Nobody of a file with bad lines is imported,
 * unless the good ones are wanted alone. What is on its way goes on when the page is closed, and is shown again when it is opened.
 */
export function ImportForm({ cohort, isFirst }: { cohort: string; isFirst: boolean }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { seen, isAway, reading, busy, refused, trouble, done, unknown, check, goOn, confirm, cancel } =
    useImport(cohort);
  const isBusy = busy || isGoing(seen);
  const state = seen?.state;
  return (
    <Card title={isFirst ? t('import.titleFirst') : t('import.title')}>
      <p className={page.text}>{t('import.text')}</p>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".csv,text/csv"
        aria-label={t('import.file')}
        onChange={(event) => void check(event)}
      />
      <div className={page.actions}>
        <Button
          appearance={isFirst && state !== 'checked' ? 'primary' : 'secondary'}
          disabledFocusable={isBusy}
          onClick={() => !isBusy && input.current?.click()}
        >
          {t('import.choose')}
        </Button>
      </div>
      {unknown && <ImportColumns key={unknown.file} {...unknown} />}
      {reading && <ImportProgress text={t('import.reading', { name: reading })} />}
      {!reading && seen && isGoing(seen) && (
        <GoingImport seen={seen} isAway={isAway} busy={busy} onConfirm={confirm} onCancel={cancel} />
      )}
      <div role="status" className={page.said}>
        {!reading && seen && state === 'checked' && (
          <p className={page.text}>
            {t(seen.leftOut > 0 ? 'import.wouldPartly' : 'import.would', said(seen))}
          </p>
        )}
        {!reading && done && <p className={page.text}>{t(doneWord(done), said(done))}</p>}
      </div>
      {!reading && seen && state === 'checked' && (
        <CheckedImport seen={seen} busy={busy} onConfirm={confirm} onCancel={cancel} />
      )}
      {!reading && done && <LeftOutLines seen={done} />}
      {!reading && refused && <ImportProblems {...refused} onGoOn={goOn} />}
      <Trouble text={trouble} />
    </Card>
  );
}

function doneWord({ added, changed, leftOut }: ImportView) {
  if (added + changed > 0) return 'import.done';
  return leftOut > 0 ? 'import.samePartly' : 'import.same';
}

const NOTHING_SAID: ColumnsSaid = { columns: '', why: '' };

/** Something of it can be kept, or may be what the list lacks. */
const isWorthAsking = ({ columns, open }: ImportColumnsView): boolean =>
  columns.some(({ isRefused }) => !isRefused) ||
  (columns.length > 0 && open.some((column) => column === 'name' || column === 'mail' || column === 'role'));

/** What of an import is to be seen, and what can be done with it. */
function useImport(cohort: string) {
  const sentenceOf = useSentence();
  const last = useLastImport(cohort);
  const checking = useCheckImport(cohort);
  const confirming = useConfirmImport(cohort);
  const discarding = useDiscardImport(cohort);
  const [reading, setReading] = useState('');
  const [refused, setRefused] = useState<Refused>();
  /** The file that was chosen, while it may be sent again without its bad lines. */
  const [chosen, setChosen] = useState<File>();
  /** Columns that the champion is asked about first. */
  const [unknown, setUnknown] = useState<{ file: File } & ImportColumnsView>();
  const [said, setSaid] = useState(NOTHING_SAID);
  const [trouble, setTrouble] = useState('');
  /** What was said of a file that needed no yes. */
  const [same, setSame] = useState<ImportView>();
  /** An import that this page saw on its way: its end is said here. */
  const [watched, setWatched] = useState('');
  const seen = last.data?.last ?? undefined;
  const going = isGoing(seen) ? (seen?.import ?? '') : '';
  const ended = useCohortNews(cohort);
  useEffect(() => {
    if (!going) return;
    setWatched(going);
    return ended;
  }, [going, ended]);

  const clear = () => {
    setTrouble('');
    setRefused(undefined);
    setChosen(undefined);
    setUnknown(undefined);
    setSame(undefined);
    setWatched('');
  };
  async function check(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    // The same file may be chosen again.
    event.target.value = '';
    clear();
    setReading(file.name);
    try {
      const columns = await columnsOf(cohort, file);
      if (isWorthAsking(columns)) setUnknown({ file, ...columns });
      else return await send(file, 'all', NOTHING_SAID);
    } catch (problem) {
      setTrouble(sentenceOf(problem));
    }
    setReading('');
  }
  async function send(file: File, lines: 'all' | 'good', about: ColumnsSaid) {
    clear();
    setSaid(about);
    setReading(file.name);
    try {
      const answer = await checking.mutateAsync({ file, lines, said: about });
      if (answer.state === 'applied') setSame(answer);
      else if (lines === 'all') setChosen(file);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.problems.length > 0) {
        setRefused({ name: file.name, problems: problem.problems, more: problem.more });
        if (problem.good > 0) setChosen(file);
      } else setTrouble(sentenceOf(problem));
    }
    setReading('');
  }
  async function act(change: { mutateAsync(id: string): Promise<unknown> }) {
    if (!seen) return;
    clear();
    setWatched(seen.import);
    await change.mutateAsync(seen.import).catch((problem) => setTrouble(sentenceOf(problem)));
  }
  const isWatched = seen !== undefined && seen.import === watched;
  return {
    seen,
    isAway: last.isError,
    reading,
    busy: checking.isPending || confirming.isPending || discarding.isPending,
    refused:
      refused ??
      (seen?.state === 'refused' && !same
        ? { name: seen.file, problems: seen.problems, more: seen.more }
        : undefined),
    trouble,
    done: same ?? (isWatched && seen.state === 'applied' ? seen : undefined),
    unknown: unknown && {
      ...{ columns: unknown.columns, open: unknown.open, file: unknown.file.name },
      onGoOn: (about: ColumnsSaid) => void send(unknown.file, 'all', about),
      onCancel: clear,
    },
    check,
    goOn: chosen && (() => void send(chosen, 'good', said)),
    confirm: () => void act(confirming),
    cancel: () => void act(discarding),
  };
}
