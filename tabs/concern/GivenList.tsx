import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ConcernAnswerBody, GivenConcern } from '#api/contract/concerns.ts';
import { useAnswerConcern } from '../api/concerns.ts';
import { useDates } from '../parts/dates.ts';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import { ChatButton } from './ChatButton.tsx';
import { Words } from './Words.tsx';

/** Who turned to the reader. Nothing is shown of it before it is opened: somebody may be looking on. */
export const GivenList = ({ given }: { given: readonly GivenConcern[] }) =>
  given.map((one) => <GivenOne key={one.concern} one={one} />);

function GivenOne({ one }: { one: GivenConcern }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const answer = useAnswerConcern(one.concern);
  const { run, busy, trouble } = useAction();
  const say = (state: ConcernAnswerBody['state']) => void run(() => answer.mutateAsync(state));
  const { name, mail, state, text } = one;
  const moment = dates.moment(one.at);
  if (state === 'takenBack') return <p className={page.quiet}>{t('concern.given.takenBack', { moment })}</p>;
  return (
    <article className={page.group}>
      <h3 className={page.label}>{t('concern.given.from', { name, moment })}</h3>
      <p className={page.quiet}>{t(`concern.given.${state}`)}</p>
      {text && <Words text={text} />}
      <div className={page.actions}>
        {state === 'raised' ? (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => say('read')}>
            {t('concern.given.open')}
          </Button>
        ) : (
          <>
            <ChatButton name={name} mail={mail} />
            <Button disabledFocusable={busy} onClick={() => say(state === 'read' ? 'closed' : 'read')}>
              {t(state === 'read' ? 'concern.given.close' : 'concern.given.reopen')}
            </Button>
          </>
        )}
      </div>
      <Trouble text={trouble} />
    </article>
  );
}
