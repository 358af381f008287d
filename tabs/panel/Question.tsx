import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { Grooves } from '../parts/Grooves.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useSentence } from '../parts/sentence.ts';
import { useTitle } from '../parts/useTitle.ts';
import type { LivePanel } from './useLivePanel.ts';

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    minHeight: '100vh',
    maxWidth: '560px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    overflow: 'hidden',
  },
  grooves: {
    position: 'absolute',
    top: '-70px',
    insetInlineEnd: '-90px',
    opacity: 0.35,
    pointerEvents: 'none',
  },
  first: {
    position: 'relative',
    margin: 0,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  middle: {
    position: 'relative',
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} 0`,
  },
  question: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: '1.3',
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
  buttons: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  two: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  narrow: { minWidth: 0 },
  quiet: { margin: 0, minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground3 },
  foot: { marginTop: tokens.spacingVerticalM },
});

const someoneWasQuicker = (problem: unknown) =>
  problem instanceof ApiProblem && [409, 412].includes(problem.status);

interface QuestionProps {
  live: LivePanel;
  names: string;
  /** Whoever has said how it was isn't asked again. */
  hasGiven: boolean;
  onWrapUp(): void;
  /** Opens the questions that were kept for later. */
  onKept(): void;
  onGiveBack(): void;
}

/** One open question, big and quiet. No agenda, no timer. */
export function Question({ live, names, hasGiven, onWrapUp, onKept, onGiveBack }: QuestionProps) {
  const { t } = useTranslation('panel');
  useTitle(t('live.label'));
  const styles = useStyles();
  const sentenceOf = useSentence();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { view } = live;
  if (!view) return null;

  async function move(move: 'another' | 'pass' | 'keep') {
    setBusy(true);
    setSaid('');
    try {
      await live.move({ move });
    } catch (problem) {
      setSaid(someoneWasQuicker(problem) ? t('live.changed') : sentenceOf(problem));
    }
    setBusy(false);
  }

  return (
    <div className={styles.panel}>
      <Grooves className={styles.grooves} size={240} />
      <p className={styles.first}>
        {view.firstIsMe ? t('live.firstMe') : t('live.firstOther', { name: view.first })}
      </p>
      <section className={styles.middle} aria-live="polite" aria-label={t('live.label')}>
        <h1 className={styles.question}>{view.prompt.text}</h1>
      </section>
      <div className={styles.buttons}>
        <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => move('another')}>
          {t('live.another')}
        </Button>
        <div className={styles.two}>
          <Button className={styles.narrow} disabledFocusable={busy} onClick={() => move('pass')}>
            {t('live.pass')}
          </Button>
          <Button
            className={styles.narrow}
            disabledFocusable={busy || view.isKept}
            onClick={() => move('keep')}
          >
            {view.isKept ? t('live.kept') : t('live.keep')}
          </Button>
        </div>
        <p className={styles.quiet} role="status">
          {said || (live.isBehind ? t('live.catchingUp') : '')}
        </p>
        {view.keptCount > 0 && (
          <Button appearance="subtle" onClick={onKept}>
            {t('kept.open', { count: view.keptCount })}
          </Button>
        )}
        {!hasGiven && (
          <Button appearance="subtle" onClick={onWrapUp}>
            {t('live.wrapUp')}
          </Button>
        )}
      </div>
      <Button appearance="transparent" size="small" onClick={onGiveBack}>
        {t('giveBack.open')}
      </Button>
      <div className={styles.foot}>
        <SeenBy who={t('live.privacy', { names })} />
      </div>
    </div>
  );
}
