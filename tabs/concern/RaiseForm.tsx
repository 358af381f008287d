import { Avatar, Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConcernWay } from '#api/contract/concerns.ts';
import { CONCERN_TEXT_MAX } from '#domain/concerns/concern.ts';
import { useRaiseConcern } from '../api/concerns.ts';
import { useDates } from '../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useUnsaved } from '../parts/Unsaved.tsx';
import { useAction } from '../parts/useAction.ts';
import { ChatButton } from './ChatButton.tsx';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
});

interface RaiseFormProps {
  way: ConcernWay;
  to: ConcernWay['contacts'][number];
  answerBy: string;
  onBack(): void;
  /** What can be done about a pair once it is said; the partner never learns why. */
  afterwards?: ((cohort: string) => ReactNode) | undefined;
}

/** The named person, and the words for them alone. What was typed stays until it has arrived. */
export function RaiseForm({ way, to, answerBy, onBack, afterwards }: RaiseFormProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const [text, setText] = useState('');
  const [isSent, setIsSent] = useState(false);
  const { run, busy, trouble, setTrouble } = useAction();
  const raise = useRaiseConcern();
  useUnsaved(text.trim() !== '');
  const name = to.firstName;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setTrouble(t('concern.empty'));
    const isThere = await run(() => raise.mutateAsync({ cohort: way.cohort, to: to.person, text }));
    if (!isThere) return;
    setText('');
    setIsSent(true);
  };
  return (
    <Card>
      <Who way={way} to={to} />
      <form className={page.group} onSubmit={(event) => void send(event)} noValidate>
        <Field label={{ children: t('concern.text'), className: page.strong }}>
          <Textarea
            value={text}
            rows={6}
            maxLength={CONCERN_TEXT_MAX}
            placeholder={t('concern.placeholder')}
            onChange={(_, { value }) => {
              setText(value);
              setTrouble('');
              setIsSent(false);
            }}
          />
        </Field>
        <SeenBy who={t('concern.seen', { name })} />
        {text.length >= CONCERN_TEXT_MAX && (
          <p className={page.quiet} role="status">
            {t('concern.full', { max: CONCERN_TEXT_MAX })}
          </p>
        )}
        <Trouble text={trouble} />
        <div className={page.actions}>
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {busy ? t('concern.sending') : t('concern.send', { name })}
          </Button>
          <Button appearance="subtle" onClick={onBack}>
            {t('concern.notNow')}
          </Button>
        </div>
        <p className={`${page.text} ${page.said}`} role="status">
          {isSent ? t('concern.sent', { name, day: dates.day(answerBy) }) : ''}
        </p>
      </form>
      {isSent && afterwards?.(way.cohort)}
    </Card>
  );
}

/** Who it is, where they stand, and where the one who comes first cannot be reached here, that too. */
function Who({ way, to }: Pick<RaiseFormProps, 'way' | 'to'>) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const [first] = way.contacts;
  const unreached = first && first.person !== to.person ? first : undefined;
  return (
    <>
      {unreached && (
        <p className={page.text}>{t('concern.standsIn', { first: unreached.name, name: to.name })}</p>
      )}
      <div className={styles.who}>
        <Avatar name={to.name} color="colorful" idForColor={to.person} size={48} aria-hidden="true" />
        <div className={styles.words}>
          <h2 className={page.heading}>{to.name}</h2>
          <p className={page.quiet}>{t('concern.outside', { cohort: way.cohortName })}</p>
        </div>
        <ChatButton name={to.firstName} mail={to.mail} />
      </div>
    </>
  );
}
