import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RaisedConcern } from '#api/contract/concerns.ts';
import { useTakeBackConcern } from '../api/concerns.ts';
import { useDates } from '../parts/dates.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';
import { Sure } from '../parts/Sure.tsx';
import { useAction } from '../parts/useAction.ts';
import { ChatButton } from './ChatButton.tsx';
import { Words } from './Words.tsx';

/** What the reader raised, with whom, when, and what became of it. */
export function RaisedList({ raised }: { raised: readonly RaisedConcern[] }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <Card title={t('concern.raisedTitle')}>
      <p className={page.quiet}>{t('concern.raisedLead')}</p>
      {raised.map((one) => (
        <RaisedOne key={one.concern} one={one} />
      ))}
    </Card>
  );
}

function RaisedOne({ one }: { one: RaisedConcern }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const takeBack = useTakeBackConcern(one.concern);
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  const { name, mail, text } = one;
  const state = one.isUntold ? 'untold' : one.state;
  const canTakeBack = one.state !== 'takenBack' && one.state !== 'gone';
  return (
    <article className={page.group}>
      <h3 className={page.label}>
        {t(name ? 'concern.raisedWith' : 'concern.raisedOnce', { name, moment: dates.moment(one.at) })}
      </h3>
      <p className={page.quiet}>{t(`concern.state.${state}`, { name, mail })}</p>
      {text && <Words text={text} />}
      {isSure ? (
        <Sure
          title={t('concern.backTitle')}
          text={t('concern.backText', { name })}
          yes={t('concern.backYes')}
          no={t('concern.backNo')}
          busy={busy}
          trouble={trouble}
          onYes={() => void run(() => takeBack.mutateAsync()).then((isDone) => isDone && setIsSure(false))}
          onNo={() => setIsSure(false)}
        />
      ) : (
        canTakeBack && (
          <div className={page.actions}>
            {one.isUntold && <ChatButton name={name} mail={mail} />}
            <Button appearance="subtle" onClick={() => setIsSure(true)}>
              {t('concern.takeBack')}
            </Button>
          </div>
        )
      )}
    </article>
  );
}
