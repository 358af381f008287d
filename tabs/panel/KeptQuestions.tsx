import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept } from '#api/contract/meetings.ts';
import { call } from '../api/call.ts';
import { BackArrow } from '../parts/BackArrow.tsx';
import { Failed, Waiting } from '../parts/Notice.tsx';
import { useSentence } from '../parts/sentence.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  back: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
  question: { justifyContent: 'flex-start', textAlign: 'start', whiteSpace: 'normal', minWidth: 0 },
  trouble: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

interface KeptQuestionsProps {
  pair: string;
  onBack(): void;
  /** Puts a kept question on the table, for both. */
  onDraw(prompt: string): Promise<void>;
}

/** The questions that the two put aside: a press brings one back for both. */
export default function KeptQuestions({ pair, onBack, onDraw }: KeptQuestionsProps) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const sentenceOf = useSentence();
  const [kept, setKept] = useState<Kept['kept']>();
  const [failed, setFailed] = useState<unknown>();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const read = useCallback(() => {
    setFailed(undefined);
    call('kept', { params: { pair } }).then((found) => setKept(found?.kept ?? []), setFailed);
  }, [pair]);
  useEffect(read, [read]);

  async function draw(prompt: string) {
    setBusy(true);
    setTrouble('');
    try {
      await onDraw(prompt);
    } catch (problem) {
      setTrouble(sentenceOf(problem));
      setBusy(false);
    }
  }

  if (failed) return <Failed problem={failed} onRetry={read} />;
  if (!kept) return <Waiting />;
  return (
    <div className={styles.list}>
      <Button className={styles.back} appearance="transparent" icon={<BackArrow />} onClick={onBack}>
        {t('feedback.back')}
      </Button>
      <h1 className={styles.title}>{t('kept.title')}</h1>
      <p className={styles.text}>{kept.length > 0 ? t('kept.lead') : t('kept.none')}</p>
      {kept.map(({ prompt, text }) => (
        <Button
          key={prompt}
          className={styles.question}
          size="large"
          disabledFocusable={busy}
          onClick={() => void draw(prompt)}
        >
          {text}
        </Button>
      ))}
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </div>
  );
}
