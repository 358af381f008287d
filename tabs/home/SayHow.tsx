import { Button } from '@fluentui/react-components';
import { type ComponentProps, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairOnHome } from '#api/contract/me.ts';
import type { OutcomeBody } from '#api/contract/meetings.ts';
import { useFeedback } from '../api/meetings.ts';
import { Waiting } from '../parts/Notice.tsx';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import { Hero } from './Hero.tsx';

const Feedback = lazy(() => import('../parts/Feedback.tsx'));

interface SayHowProps {
  card: PairOnHome;
  names: string;
  me: string;
  hero: Pick<ComponentProps<typeof Hero>, 'caption' | 'title' | 'lead' | 'picture'>;
  /** A face was sent just now. */
  isHeld: boolean;
  /** A face was sent: what follows it stays on screen. */
  onGiven(): void;
  onDone(): void;
}

/** How it was, on Home itself: one tap sends; then it can be changed for ten minutes, and a line added. */
export function SayHow({ card, names, me, hero, isHeld, onGiven, onDone }: SayHowProps) {
  const { t } = useTranslation('tab');
  const occurrence = card.meeting?.occurrence ?? '';
  const { give, change, add } = useFeedback(card.pair, occurrence);
  return (
    <Hero {...hero}>
      <Suspense fallback={<Waiting />}>
        <Feedback
          {...{ names, me }}
          given={card.meeting?.told ?? undefined}
          isWithin
          backLabel={t('home.done')}
          onBack={onDone}
          onGive={async (worthTheHour) => {
            onGiven();
            return give(worthTheHour);
          }}
          onChange={change}
          onAdd={add}
        />
        {card.meeting?.stage === 'after' && !card.meeting.isSure && !isHeld && <NotMet card={card} />}
      </Suspense>
    </Hero>
  );
}

/** Teams told nothing of the meeting: perhaps it was none. */
function NotMet({ card }: Pick<SayHowProps, 'card'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  const { tellOutcome } = useFeedback(card.pair, card.meeting?.occurrence ?? '');
  const tell = (outcome: OutcomeBody['outcome']) => void run(() => tellOutcome(outcome));
  return (
    <div className={page.actions}>
      {(['moved', 'notYet'] as const).map((outcome) => (
        <Button key={outcome} appearance="subtle" disabledFocusable={busy} onClick={() => tell(outcome)}>
          {t(`meetings.${outcome}`)}
        </Button>
      ))}
      <Trouble text={trouble} />
    </div>
  );
}
