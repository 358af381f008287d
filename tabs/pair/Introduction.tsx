import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairAnswer } from '#api/contract.ts';
import { useAnswerPair } from '../api/pairs.ts';
import { useDates } from '../parts/dates.ts';
import { Card, Page, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useAction } from '../parts/useAction.ts';
import type { PairProps } from './PairScreen.tsx';

/** Two people who might meet. Once answered, only the own answer shows. */
export function Introduction({ view, names, onBack }: PairProps) {
  const { t } = useTranslation('tab');
  const next = t('introduction.next', { returnObjects: true }) as string[];
  return (
    <Page
      title={t('introduction.title', { names })}
      lead={t(`introduction.role.${view.role}`, { names })}
      back={{ label: t('nav.back'), go: onBack }}
    >
      {view.reasons.length > 0 && (
        <Card title={t('introduction.why')}>
          <Points points={view.reasons} />
        </Card>
      )}
      {view.myAnswer === 'none' ? <Answering view={view} names={names} /> : <Answered view={view} />}
      <Card title={t('introduction.nextTitle')}>
        <Points points={next} />
      </Card>
    </Page>
  );
}

function Answering({ view, names }: Pick<PairProps, 'view' | 'names'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const answerPair = useAnswerPair(view.pair);
  const { run, busy, trouble } = useAction();
  const [isSure, setIsSure] = useState(false);
  const answer = (chosen: PairAnswer['answer']) => void run(() => answerPair.mutateAsync(chosen));
  if (isSure)
    return (
      <Card title={t('introduction.sure')}>
        <p className={page.text}>{t('introduction.sureText', { names })}</p>
        <div className={page.actions}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => answer('notThisTime')}>
            {t('introduction.sureYes')}
          </Button>
          <Button autoFocus disabledFocusable={busy} onClick={() => setIsSure(false)}>
            {t('introduction.sureNo')}
          </Button>
        </div>
        <Trouble text={trouble} />
      </Card>
    );
  return (
    <div className={page.group}>
      <div className={page.actions}>
        <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => answer('yes')}>
          {t('introduction.yes')}
        </Button>
        <Button size="large" disabledFocusable={busy} onClick={() => setIsSure(true)}>
          {t('introduction.no')}
        </Button>
      </div>
      <SeenBy who={t('introduction.seen')} />
      {view.answerBy && (
        <p className={page.quiet}>{t('introduction.until', { when: dates.moment(view.answerBy) })}</p>
      )}
      <Trouble text={trouble} />
    </div>
  );
}

function Answered({ view }: Pick<PairProps, 'view'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const said = view.myAnswer === 'yes' ? 'saidYes' : 'saidNo';
  const when = view.answerBy ? dates.moment(view.answerBy) : '';
  return (
    <div role="status">
      <Card title={t(`introduction.${said}`)}>
        <p className={page.text}>{t(`introduction.${said}Text`, { when })}</p>
        <SeenBy who={t('introduction.seen')} />
      </Card>
    </div>
  );
}
