import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract/cohorts.ts';
import { useSayAway, useSayGone } from '../../api/life.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import { PersonBox } from './PersonBox.tsx';

/** Somebody has left the company, or is away for long: whoever they meet is told kindly. */
export function LifeHappens({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [who, setWho] = useState<MemberView>();
  const [until, setUntil] = useState('');
  const [isSure, setIsSure] = useState(false);
  const [done, setDone] = useState('');
  const gone = useSayGone(cohort);
  const away = useSayAway(cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  const said = (what: string) => {
    setDone(what);
    setWho(undefined);
    setUntil('');
    setIsSure(false);
  };
  if (who && isSure)
    return (
      <Sure
        title={t('life.sure', { name: who.name })}
        text={t('life.sureText', { name: who.name })}
        yes={t('life.yes')}
        no={t('life.no')}
        busy={busy}
        trouble={trouble}
        onYes={() =>
          void run(async () => {
            await gone.mutateAsync(who.person);
            said(t('life.goneDone', { name: who.name }));
          })
        }
        onNo={() => setIsSure(false)}
      />
    );
  const note = () => {
    if (!who || !until) return setTrouble(t('life.need'));
    void run(async () => {
      await away.mutateAsync({ member: who.person, until });
      said(t('life.awayDone', { name: who.name }));
    });
  };
  return (
    <Card title={t('life.title')}>
      <p className={page.text}>{t('life.text')}</p>
      <PersonBox
        key={done}
        cohort={cohort}
        label={t('life.who')}
        among={{ which: 'joined' }}
        nobody={t('life.nobody')}
        onChoose={(member) => {
          setWho(member);
          if (member) setDone('');
        }}
      />
      <Field label={t('life.until')}>
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={note}>
          {t('life.away')}
        </Button>
        <Button disabledFocusable={busy || !who} onClick={() => setIsSure(true)}>
          {t('life.gone')}
        </Button>
      </div>
      <p role="status" className={`${page.quiet} ${page.said}`}>
        {done}
      </p>
    </Card>
  );
}
