import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { useReader } from '../parts/Frame.tsx';
import { Failed, Notice, Waiting } from '../parts/Notice.tsx';
import { namesIn } from '../parts/names.ts';
import { Question } from './Question.tsx';
import { useLivePanel } from './useLivePanel.ts';

const useStyles = makeStyles({
  form: {
    maxWidth: '560px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
  },
});

const KeptQuestions = lazy(() => import('./KeptQuestions.tsx'));
const FeedbackForm = lazy(() => import('../parts/FeedbackForm.tsx'));

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
  const [at, setAt] = useState<'question' | 'kept' | 'feedback' | 'thanks'>('question');
  const [hasGiven, setHasGiven] = useState(false);
  const names = namesIn(locale, partners);

  // What somebody is writing stays, whatever became of the panel.
  const isWriting = at === 'feedback' && live.view !== undefined;
  if (live.problem && !isWriting) return <Failed problem={live.problem} onRetry={onOver} />;
  if (!live.view) return <Waiting />;
  if (at === 'thanks')
    return (
      <div role="status">
        <Notice title={t('feedback.thanksTitle')} text={t('feedback.thanks')}>
          <Button appearance="subtle" onClick={() => setAt('question')}>
            {t('feedback.back')}
          </Button>
        </Notice>
      </div>
    );
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
          <FeedbackForm
            names={names}
            backLabel={t('feedback.back')}
            onBack={() => setAt('question')}
            onSend={async (body) => {
              await call('giveFeedback', { params: { pair, occurrence }, body });
              setHasGiven(true);
              setAt('thanks');
            }}
          />
        </div>
      </Suspense>
    );
  return (
    <Question
      live={live}
      names={names}
      hasGiven={hasGiven || live.view.iGaveFeedback}
      onWrapUp={() => setAt('feedback')}
      onKept={() => setAt('kept')}
      onGiveBack={onGiveBack}
    />
  );
}
