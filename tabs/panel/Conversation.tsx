import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JottingView } from '#api/contract/jottings.ts';
import { call } from '../api/call.ts';
import { usePress } from '../api/press.ts';
import { useReader } from '../parts/Frame.tsx';
import { Failed, Waiting } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Question } from './Question.tsx';
import { useLivePanel } from './useLivePanel.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '560px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
  },
});

const KeptQuestions = lazy(() => import('./KeptQuestions.tsx'));
const Feedback = lazy(() => import('../parts/Feedback.tsx'));
const NextTime = lazy(() => import('./NextTime.tsx'));

interface ConversationProps {
  pair: string;
  occurrence: string;
  partners: string[];
  /** The panel is over or another's by now: looks anew whose meeting it is. */
  onOver(): void;
  onGiveBack(): void;
}

/** The panel of the two whose meeting it is: the question, then how it was. */
export function Conversation({ pair, occurrence, partners, onOver, onGiveBack }: ConversationProps) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const { locale } = useReader();
  const live = useLivePanel(pair, occurrence);
  const [at, setAt] = useState<'question' | 'kept' | 'feedback'>('question');
  const [hasGiven, setHasGiven] = useState(false);
  const [jotted, setJotted] = useState<JottingView[]>([]);
  const once = usePress();
  const names = namesIn(locale, partners);
  const params = { pair, occurrence };

  // What somebody is writing stays, whatever became of the panel.
  const isWriting = at === 'feedback' && live.view !== undefined;
  if (live.problem && !isWriting) return <Failed problem={live.problem} onRetry={onOver} />;
  if (!live.view) return <Waiting />;
  if (at === 'kept')
    return (
      <Suspense fallback={<Waiting />}>
        <div className={styles.form}>
          <KeptQuestions
            pair={pair}
            onBack={() => setAt('question')}
            onDraw={async (prompt) => {
              await live.move({ move: 'draw', prompt });
              setAt('question');
            }}
          />
        </div>
      </Suspense>
    );
  if (at === 'feedback')
    return (
      <Suspense fallback={<Waiting />}>
        <div className={styles.form}>
          <Feedback
            names={names}
            backLabel={t('feedback.back')}
            onBack={() => setAt('question')}
            onGive={async (worthTheHour) => {
              const given = await call('giveFeedback', { params, body: { worthTheHour } });
              setHasGiven(true);
              return given;
            }}
            onChange={(worthTheHour) => call('changeFace', { params, body: { worthTheHour } })}
            onAdd={(line) => call('addLine', { params, body: line })}
          />
          {hasGiven && <NextTime pair={pair} occurrence={occurrence} names={names} />}
        </div>
      </Suspense>
    );
  return (
    <Question
      live={live}
      names={names}
      hasGiven={hasGiven || live.view.iGaveFeedback}
      jottings={withNew(live.view.jottings, jotted)}
      onJot={async (body) => {
        const made = await once((press) => call('jot', { params, body, press }));
        setJotted((known) => [made, ...known]);
      }}
      onWrapUp={() => setAt('feedback')}
      onKept={() => setAt('kept')}
      onGiveBack={onGiveBack}
    />
  );
}

/** What is kept to oneself is announced to nobody, also not to one's own panel: until it is read again it stands here. */
const withNew = (read: JottingView[], made: JottingView[]): JottingView[] => [
  ...made.filter(({ jotting }) => !read.some((one) => one.jotting === jotting)),
  ...read,
];
