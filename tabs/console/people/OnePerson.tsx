import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountBody, MemberView } from '#api/contract/cohorts.ts';
import { useJoinMembers } from '../../api/cohorts.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useAction } from '../../parts/useAction.ts';
import { canPickPeople, pickPeople } from '../../teams.ts';
import { PersonBox } from './PersonBox.tsx';

/** Whose account it would be, and how it is called. */
interface Meant {
  account: AccountBody;
  name: string;
}

const labelOf = ({ name, mail }: MemberView): string => (mail ? `${name} (${mail})` : name);

/** An address that was invited and the account that came: the champion says that they are one, after a question. */
export function OnePerson({ cohort, waiting }: { cohort: string; waiting: number }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [one, setOne] = useState<MemberView>();
  const [two, setTwo] = useState<MemberView>();
  const [meant, setMeant] = useState<Meant>();
  const [done, setDone] = useState('');
  const join = useJoinMembers(cohort);
  const { run, busy, trouble } = useAction();
  if (waiting === 0) return done ? <p role="status">{done}</p> : null;
  async function send({ account, name }: Meant, from: MemberView) {
    await join.mutateAsync({ member: from.person, account });
    setDone(t('join.done', { invited: labelOf(from), account: name }));
    setMeant(undefined);
    setOne(undefined);
    setTwo(undefined);
  }
  async function pick() {
    const [chosen] = await pickPeople(t('join.pick'));
    if (chosen) setMeant({ account: { directoryId: chosen.directoryId }, name: chosen.written });
  }
  if (one && meant)
    return (
      <Sure
        title={t('join.sureTitle')}
        text={t('join.sure', { invited: labelOf(one), account: meant.name })}
        yes={t('join.yes')}
        no={t('join.no')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => send(meant, one))}
        onNo={() => setMeant(undefined)}
      />
    );
  return (
    <Card title={t('join.title')}>
      <p className={page.text}>{t('join.text')}</p>
      <PersonBox
        cohort={cohort}
        label={t('join.invited')}
        among={{ which: 'withoutAccount' }}
        nobody={t('join.nobody')}
        onChoose={setOne}
      />
      <PersonBox
        cohort={cohort}
        label={t('join.account')}
        among={{ which: 'everybody' }}
        nobody={t('join.nobody')}
        without={one?.person ?? ''}
        onChoose={setTwo}
      />
      <div className={page.actions}>
        <Button
          disabledFocusable={busy || !one || !two}
          onClick={() => two && setMeant({ account: { member: two.person }, name: labelOf(two) })}
        >
          {t('join.join')}
        </Button>
        {canPickPeople() && (
          <Button disabledFocusable={busy || !one} onClick={() => void run(pick)}>
            {t('join.pick')}
          </Button>
        )}
      </div>
      <p role="status" className={page.said}>
        {done}
      </p>
      <Trouble text={trouble} />
    </Card>
  );
}
