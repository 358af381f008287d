import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InNameView } from '#api/contract/sponsors/sponsors.ts';
import { IN_NAME_WORD_MAX } from '#domain/announcements/inName.ts';
import { useAnswerInName } from '../../api/sponsors.ts';
import { MarkedText } from '../../parts/MarkedText.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

/** What waits for the sponsor's yes, whole, as it would be sent. What was answered a moment ago is said. */
export function WaitingWords({ cohort, waiting }: { cohort: string; waiting: readonly InNameView[] }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const answer = useAnswerInName(cohort);
  return (
    <Card title={t('sponsor.waiting')}>
      <p className={page.quiet}>{t(waiting.length > 0 ? 'sponsor.waitingText' : 'sponsor.nothing')}</p>
      {waiting.map((one) => (
        <Words key={one.announcement} one={one} answer={answer} />
      ))}
      <p role="status" className={`${page.quiet} ${page.said}`}>
        {answer.data && t(`sponsor.answered.${answer.data.state}`)}
      </p>
    </Card>
  );
}

interface WordsProps {
  one: InNameView;
  answer: ReturnType<typeof useAnswerInName>;
}

function Words({ one, answer }: WordsProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [isNo, setIsNo] = useState(false);
  const [word, setWord] = useState('');
  const { run, busy, trouble } = useAction();
  const { title, announcement } = one;
  const say = (said: 'send' | 'no') =>
    void run(() => answer.mutateAsync({ announcement, answer: said, word: said === 'no' ? word : '' }));
  return (
    <section aria-label={title} className={page.group}>
      <h3 className={page.heading}>{title}</h3>
      <p className={page.quiet}>
        {t('sponsor.from', { name: one.by || t('deeds.gone'), audience: t(`audience.${one.audience}`) })}
      </p>
      <MarkedText lines={one.lines} />
      {isNo && (
        <Field label={t('sponsor.word')} hint={t('sponsor.wordHint')}>
          <Textarea value={word} maxLength={IN_NAME_WORD_MAX} onChange={(_, { value }) => setWord(value)} />
        </Field>
      )}
      <Trouble text={trouble} />
      <div className={page.actions}>
        {isNo ? (
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => say('no')}>
              {t('sponsor.sendBack')}
            </Button>
            <Button onClick={() => setIsNo(false)}>{t('sponsor.keep')}</Button>
          </>
        ) : (
          <>
            <Button
              appearance="primary"
              aria-label={t('sponsor.sendThis', { title })}
              disabledFocusable={busy}
              onClick={() => say('send')}
            >
              {t('sponsor.send')}
            </Button>
            <Button aria-label={t('sponsor.notLikeThis', { title })} onClick={() => setIsNo(true)}>
              {t('sponsor.notLike')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
