import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { Grooves } from './Grooves.tsx';
import { useSentence } from './sentence.ts';
import { useTitle } from './useTitle.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    maxWidth: '420px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, lineHeight: tokens.lineHeightBase400, color: tokens.colorNeutralForeground2 },
  grey: { color: tokens.colorNeutralStrokeAccessible },
  reference: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface NoticeProps {
  title: string;
  text?: string;
  /** It belongs to others: the grooves are grey. */
  isOthers?: boolean;
  children?: ReactNode;
}

/** A whole screen that says one thing and, where there is one, the way on. */
export function Notice(props: NoticeProps) {
  useTitle(props.title);
  return <Said {...props} />;
}

function Said({ title, text, isOthers, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      {isOthers ? <Grooves className={styles.grey} size={120} /> : <Grooves size={72} />}
      <h1 className={styles.title}>{title}</h1>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}

/** Loading, said quietly. */
export function Waiting() {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  return (
    <div className={styles.box} role="status" data-waiting>
      <Grooves size={72} />
      <p className={styles.text}>{t('waiting')}</p>
    </div>
  );
}

/** What finds the matter in the log again, for whoever is asked for help. */
export function Reference({ reference }: { reference: string }) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  return reference ? <p className={styles.reference}>{t('trouble.reference', { reference })}</p> : null;
}

/** Tries again after so many seconds; each try ends in a problem of its own. Not where that is 0. */
function useRetry(problem: unknown, afterS: number, onRetry: () => void): void {
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    if (!problem || afterS === 0) return;
    const timer = setTimeout(() => retry(), afterS * 1_000);
    return () => clearTimeout(timer);
  }, [problem, afterS]);
}

/** How soon what may be old is read again, in seconds. */
const READ_AGAIN_S = 10;

/** What stands below was read before and may be old; it is read again by itself. */
export function Outdated({ problem, onRetry }: { problem: unknown; onRetry(): void }) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  useRetry(problem, READ_AGAIN_S, onRetry);
  return (
    <p className={styles.reference} role="status">
      {t('trouble.outdated')}
    </p>
  );
}

/** What went wrong, and a way to try again. Where the server says when it may answer, that happens by itself. */
export function Failed({ problem, onRetry }: { problem: unknown; onRetry(): void }) {
  const sentenceOf = useSentence();
  const { t } = useTranslation('panel');
  const { retryAfterS = 0, reference = '' } = problem instanceof ApiProblem ? problem : {};
  useRetry(problem, retryAfterS, onRetry);
  const text = sentenceOf(problem);
  return (
    <div role="alert">
      <Said
        title={t('trouble.title')}
        text={retryAfterS > 0 ? t('trouble.byItself', { sentence: text }) : text}
      >
        <Button appearance="primary" onClick={onRetry}>
          {t('trouble.retry')}
        </Button>
        {/* A new one with each try would be read out with each. */}
        <Reference reference={retryAfterS > 0 ? '' : reference} />
      </Said>
    </div>
  );
}
