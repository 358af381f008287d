import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract/cohorts.ts';
import type { ContactBody, ContactView } from '#api/contract/contacts.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { canPickPeople, pickPeople } from '../../teams.ts';
import { PersonBox } from './PersonBox.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexBasis: '100%',
    minWidth: 0,
  },
  input: { minWidth: 0 },
});

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MAIL_LONGEST = 200;

interface NameContactProps {
  cohort: string;
  seat: ContactView['seat'];
  /** Somebody has accepted: nobody is sent to them any more. */
  isReplacing: boolean;
  onName(body: ContactBody): Promise<void>;
  onCancel(): void;
}

/** Who shall be asked: by mail address, among the people of the cohort, or chosen in Teams. */
export function NameContact({ cohort, seat, isReplacing, onName, onCancel }: NameContactProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const [mail, setMail] = useState('');
  const [member, setMember] = useState<MemberView>();
  const { run, busy, trouble, setTrouble } = useAction();
  const typed = mail.trim();
  useUnsaved(typed !== '' || member !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!MAIL.test(typed) && (typed !== '' || !member)) return setTrouble(t('contacts.needSomebody'));
    void run(() => onName(typed === '' && member ? { member: member.person } : { mail: typed }));
  };
  const pick = async () => {
    const [chosen] = await pickPeople(t('contacts.pick'), true);
    if (chosen) await onName({ directoryId: chosen.directoryId, name: chosen.written });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t(`contacts.nameFor.${seat}`)}>
      {isReplacing && <p className={page.text}>{t('contacts.replacing')}</p>}
      <Field label={t('contacts.mail')}>
        <Input
          autoFocus
          className={styles.input}
          type="email"
          value={mail}
          maxLength={MAIL_LONGEST}
          onChange={(_, { value }) => setMail(value)}
        />
      </Field>
      <PersonBox
        cohort={cohort}
        label={t('contacts.member')}
        among={{ which: 'everybody' }}
        nobody={t('join.nobody')}
        onChoose={setMember}
      />
      <div className={page.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {t('contacts.ask')}
        </Button>
        {canPickPeople() && (
          <Button disabledFocusable={busy} onClick={() => void run(pick)}>
            {t('contacts.pick')}
          </Button>
        )}
        <Button appearance="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <Trouble text={trouble} />
    </form>
  );
}
