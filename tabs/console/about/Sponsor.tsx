import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backing } from '#api/contract/sponsors/sponsors.ts';
import { useBacking, useChooseSponsor, useRemoveSponsor } from '../../api/sponsors.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { canPickPeople, pickPeople } from '../../teams.ts';
import { MemberRow } from '../MemberRow.tsx';
import { useRoundStyles } from '../rounds/roundStyles.ts';

/** Who backs a cohort in public: one person, or nobody yet. */
export function Sponsor({ cohort, name }: { cohort: string; name: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  return (
    <Card title={t('sponsor.title')}>
      <p className={page.text}>{t('sponsor.text')}</p>
      <Ready query={useBacking(cohort)}>
        {({ sponsor }) =>
          sponsor ? <Chosen sponsor={sponsor} cohort={cohort} name={name} /> : <Choosing cohort={cohort} />
        }
      </Ready>
    </Card>
  );
}

interface ChosenProps {
  sponsor: NonNullable<Backing['sponsor']>;
  cohort: string;
  name: string;
}

function Chosen({ sponsor, cohort, name }: ChosenProps) {
  const { t } = useTranslation('console');
  const styles = useRoundStyles();
  const dates = useDates();
  const [isSure, setIsSure] = useState(false);
  const remove = useRemoveSponsor(cohort);
  const { run, busy, trouble } = useAction();
  const words = { name: sponsor.name, cohort: name };
  if (isSure)
    return (
      <Sure
        title={t('sponsor.sure', words)}
        text={t('sponsor.sureText', words)}
        yes={t('sponsor.yes')}
        no={t('sponsor.no')}
        busy={busy}
        trouble={trouble}
        onYes={() => void run(() => remove.mutateAsync(sponsor.person))}
        onNo={() => setIsSure(false)}
      />
    );
  return (
    <ul className={styles.list}>
      <MemberRow name={sponsor.name} about={t('sponsor.since', { day: dates.date(sponsor.since) })}>
        <Button onClick={() => setIsSure(true)} aria-label={t('sponsor.takeOff', words)}>
          {t('sponsor.take')}
        </Button>
      </MemberRow>
    </ul>
  );
}

/** Somebody with the app role Sponsor, chosen in Teams or by the address of their account. */
function Choosing({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [mail, setMail] = useState('');
  const choose = useChooseSponsor(cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  useUnsaved(mail.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!mail.includes('@')) return setTrouble(t('champions.needSomebody'));
    void run(() => choose.mutateAsync({ mail: mail.trim() }));
  };
  const pick = async () => {
    const [chosen] = await pickPeople(t('sponsor.pick'));
    if (chosen) await choose.mutateAsync({ directoryId: chosen.directoryId, name: chosen.written });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={t('sponsor.mail')} hint={t('sponsor.hint')}>
        <Input type="email" value={mail} maxLength={200} onChange={(_, { value }) => setMail(value)} />
      </Field>
      <div className={page.actions}>
        <Button type="submit" disabledFocusable={busy}>
          {t('sponsor.choose')}
        </Button>
        {canPickPeople() && (
          <Button disabledFocusable={busy} onClick={() => void run(pick)}>
            {t('sponsor.pick')}
          </Button>
        )}
      </div>
      <Trouble text={trouble} />
    </form>
  );
}
