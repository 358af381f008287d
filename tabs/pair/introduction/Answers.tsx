import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairAnswer } from '#api/contract/pairs.ts';
import { useAnswerPair } from '../../api/pairs.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { severalIn } from '../../parts/several.ts';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';

type Answer = PairAnswer['answer'];

interface AnswersProps extends Pick<PairProps, 'view' | 'names'> {
  /** What can be answered besides “not this time”; the first is the one that most would choose. */
  offered: readonly Exclude<Answer, 'notThisTime'>[];
  /** Something else on the screen is what to do first. */
  isQuiet?: boolean;
}

/** The buttons of an answer. “Not this time” is asked for twice. */
export function Answers({ view, names, offered, isQuiet = false }: AnswersProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const answerPair = useAnswerPair(view.pair);
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  const group = severalIn(view);
  const answer = (chosen: Answer) => void run(() => answerPair.mutateAsync(chosen));
  if (isSure)
    return (
      <Sure
        title={t('introduction.sure')}
        text={t(`introduction.sureText.${view.asked}`, { names, ...group })}
        yes={t('introduction.sureYes')}
        no={t('introduction.sureNo')}
        busy={busy}
        trouble={trouble}
        onYes={() => answer('notThisTime')}
        onNo={() => setIsSure(false)}
      />
    );
  const size = isQuiet ? 'medium' : 'large';
  return (
    <>
      <div className={page.actions}>
        {offered.map((one, index) => (
          <Button
            key={one}
            size={size}
            appearance={index === 0 && !isQuiet ? 'primary' : 'secondary'}
            disabledFocusable={busy}
            onClick={() => answer(one)}
          >
            {t(`introduction.${one}`, group)}
          </Button>
        ))}
        <Button
          appearance={offered.length > 0 ? 'subtle' : 'secondary'}
          size={size}
          disabledFocusable={busy}
          onClick={() => setIsSure(true)}
        >
          {t('introduction.no')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </>
  );
}
