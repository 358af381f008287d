import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '#api/contract/cohorts.ts';
import { useImport } from '../../api/cohorts.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useSentence } from '../../parts/sentence.ts';

const useStyles = makeStyles({
  file: { display: 'none' },
  problems: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxHeight: '320px',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  },
});

type Checked = { csv: string; name: string; would: ImportView };
type Refused = { name: string; problems: { where: string; what: string }[] };

/** People from a CSV: the file is checked first and says what it would do; nothing is half-imported. */
export function ImportForm({ cohort, isFirst }: { cohort: string; isFirst: boolean }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const sentenceOf = useSentence();
  const input = useRef<HTMLInputElement>(null);
  const load = useImport(cohort);
  const [checked, setChecked] = useState<Checked>();
  const [refused, setRefused] = useState<Refused>();
  const [done, setDone] = useState<ImportView>();
  const [trouble, setTrouble] = useState('');

  async function send(csv: string, name: string, check: boolean) {
    setTrouble('');
    setRefused(undefined);
    try {
      const answer = await load.mutateAsync({ csv, check });
      setChecked(check ? { csv, name, would: answer } : undefined);
      setDone(check ? undefined : answer);
    } catch (problem) {
      setChecked(undefined);
      if (problem instanceof ApiProblem && problem.problems.length > 0)
        setRefused({ name, problems: problem.problems });
      else setTrouble(sentenceOf(problem));
    }
  }
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    const csv = await file.text();
    event.target.value = '';
    await send(csv, file.name, true);
  }

  return (
    <Card title={isFirst ? t('import.titleFirst') : t('import.title')}>
      <p className={page.text}>{t('import.text')}</p>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".csv,text/csv"
        aria-label={t('import.file')}
        onChange={(event) => void choose(event)}
      />
      <div className={page.actions}>
        <Button
          appearance={isFirst && !checked ? 'primary' : 'secondary'}
          disabledFocusable={load.isPending}
          onClick={() => input.current?.click()}
        >
          {t('import.choose')}
        </Button>
      </div>
      <div role="status" className={page.said}>
        {checked && (
          <p className={page.text}>{t('import.would', { ...checked.would, name: checked.name })}</p>
        )}
        {done && <p className={page.text}>{t('import.done', { ...done })}</p>}
      </div>
      {checked && (
        <div className={page.actions}>
          <Button
            appearance="primary"
            disabledFocusable={load.isPending}
            onClick={() => void send(checked.csv, checked.name, false)}
          >
            {t('import.confirm')}
          </Button>
          <Button onClick={() => setChecked(undefined)}>{t('cancel')}</Button>
        </div>
      )}
      {refused && (
        <div role="alert">
          <p className={`${page.text} ${page.strong}`}>
            {t('import.refused', { name: refused.name, count: refused.problems.length })}
          </p>
          <ul className={styles.problems}>
            {refused.problems.map(({ where, what }) => (
              <li key={`${where} ${what}`}>
                <strong>{where}</strong>: {what}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Trouble text={trouble} />
    </Card>
  );
}
