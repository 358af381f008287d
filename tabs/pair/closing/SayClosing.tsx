import { Button, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosingView } from '#api/contract/closing.ts';
import { CLOSING_WORDS_MAX } from '#domain/closing/closing.ts';
import { WORTH } from '#domain/meetings/feedback.ts';
import { useSayClosing } from '../../api/closing.ts';
import { FiveFaces } from '../../parts/FiveFaces.tsx';
import { Audience } from '../../parts/Line.tsx';
import { useOthers } from '../../parts/others.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { SpaceProps } from '../pairProps.ts';

/** A last face, for oneself, and words that may be shared with the others. It can be said anew. */
export function SayClosing({ closing, view, names }: SpaceProps & { closing: ClosingView }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const { run, busy, trouble, setTrouble } = useAction();
  const say = useSayClosing(view.pair);
  const { worth, words, shared } = closing.mine ?? { worth: 0, words: '', shared: false };
  const [said, setSaid] = useState({ worth, words, shared });
  const isChanged = said.worth !== worth || said.words !== words || said.shared !== shared;
  useUnsaved(isChanged && !busy);

  function send(event: FormEvent) {
    event.preventDefault();
    if (said.worth === 0) return setTrouble(t('closing.needFace'));
    void run(() => say(said, closing.seq));
  }
  return (
    <Card title={t('closing.sayTitle')}>
      <form className={page.group} noValidate onSubmit={send}>
        <FiveFaces
          legend={t('closing.worth')}
          words={WORTH.map((value) => t(`feedback:worthTheHour${value}`))}
          value={said.worth || undefined}
          busy={busy}
          onChoose={(value) => setSaid((now) => ({ ...now, worth: value }))}
        />
        <SeenBy who={t('closing.worthSeen')} />
        <Field label={t('closing.words', { names })}>
          <Textarea
            value={said.words}
            maxLength={CLOSING_WORDS_MAX}
            resize="vertical"
            onChange={(_, { value }) => setSaid((now) => ({ ...now, words: value }))}
          />
        </Field>
        <Audience
          words={{
            audience: t('closing.audience'),
            onlyMe: t('closing.onlyMe'),
            all: t('closing.all', { names }),
            seen: (isShared) => (isShared ? t('closing.seenByAll', others) : t('closing.seenByMe')),
          }}
          shared={said.shared}
          onChoose={(isShared) => setSaid((now) => ({ ...now, shared: isShared }))}
        />
        <div className={page.actions}>
          <Button appearance="primary" type="submit" disabledFocusable={busy || !isChanged}>
            {busy ? t('closing.saying') : t('closing.say')}
          </Button>
        </div>
        <p role="status" className={page.quiet}>
          {closing.mine && !isChanged ? t('closing.said') : ''}
        </p>
        <Trouble text={trouble} />
      </form>
    </Card>
  );
}
