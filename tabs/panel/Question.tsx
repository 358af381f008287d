import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JottingView } from '#api/contract/jottings.ts';
import { ApiProblem } from '../api/problem.ts';
import { Grooves } from '../parts/Grooves.tsx';
import type { Written } from '../parts/Line.tsx';
import { useOthers } from '../parts/others.ts';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useSentence } from '../parts/sentence.ts';
import { useTitle } from '../parts/useTitle.ts';
import { Aside } from './Aside.tsx';
import { Moves, type SimpleMove } from './Moves.tsx';
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
  aside: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalL,
  },
  two: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between' },
  quiet: { margin: 0, minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground3 },
  foot: { marginTop: tokens.spacingVerticalM },
});

const Jot = lazy(() => import('./Jot.tsx'));

const someoneWasQuicker = (problem: unknown) =>
  problem instanceof ApiProblem && [409, 412].includes(problem.status);

interface QuestionProps {
  live: LivePanel;
  names: string;
  /** Whoever has said how it was isn't asked again. */
  hasGiven: boolean;
  jottings: JottingView[];
  onJot(written: Written): Promise<unknown>;
  onWrapUp(): void;
  /** Opens the questions that were kept for later. */
  onKept(): void;
  onGiveBack(): void;
}

/** One open question, big and quiet. No agenda, no timer. */
export function Question(props: QuestionProps) {
  const { live, names, hasGiven, jottings, onJot, onWrapUp, onKept, onGiveBack } = props;
  const { t } = useTranslation('panel');
  const others = useOthers(names);
  useTitle(t('live.label'));
  const styles = useStyles();
  const sentenceOf = useSentence();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [isJotting, setIsJotting] = useState(false);
  const { view } = live;
  if (!view) return null;

  async function move(move: SimpleMove) {
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
        {view.firstIsMe
          ? t(view.firstAgain ? 'live.againMe' : 'live.firstMe')
          : t(view.firstAgain ? 'live.againOther' : 'live.firstOther', { name: view.first })}
      </p>
      <section className={styles.middle} aria-live="polite" aria-label={t('live.label')}>
        <h1 className={styles.question}>{view.prompt.text}</h1>
      </section>
      <div className={styles.aside}>
        {isJotting && (
          <Suspense>
            <Jot
              names={names}
              onClose={() => setIsJotting(false)}
              onKeep={async (written) => {
                await onJot(written);
                setIsJotting(false);
                setSaid(t('jot.kept'));
              }}
            />
          </Suspense>
        )}
        <Aside curiosities={view.curiosities} jottings={jottings} />
      </div>
      <div className={styles.buttons}>
        {!isJotting && <Moves busy={busy} isKept={view.isKept} onMove={move} />}
        <p className={styles.quiet} role="status">
          {said || (live.isBehind ? t('live.catchingUp') : '')}
        </p>
        {view.keptCount > 0 && !isJotting && (
          <Button appearance="subtle" onClick={onKept}>
            {t('kept.open', { count: view.keptCount })}
          </Button>
        )}
        <div className={styles.two}>
          {isJotting ? (
            <Button disabledFocusable={busy} onClick={() => void move('another')}>
              {t('live.another')}
            </Button>
          ) : (
            <Button appearance="subtle" onClick={() => setIsJotting(true)}>
              {t('jot.open')}
            </Button>
          )}
          {!hasGiven && (
            <Button appearance="subtle" onClick={onWrapUp}>
              {t('live.wrapUp')}
            </Button>
          )}
        </div>
      </div>
      <Button appearance="transparent" size="small" onClick={onGiveBack}>
        {t('giveBack.open')}
      </Button>
      <div className={styles.foot}>
        <SeenBy who={t('live.privacy', others)} />
      </div>
    </div>
  );
}
