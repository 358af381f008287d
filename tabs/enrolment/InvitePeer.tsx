import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestPeer } from '../api/enrolments.ts';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useAction } from '../parts/useAction.ts';
import { canPickPeople, openChatWith, pickPeople } from '../teams.ts';

/** A colleague as chosen: in Teams, or by a mail address alone. */
interface Peer {
  directoryId: string;
  address: string;
  written: string;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MAIL_LONGEST = 200;

interface InvitePeerProps {
  cohort: string;
  cohortName: string;
  champions: readonly string[];
}

/**
 * A colleague who might like the programme: a text to send oneself, and a word to whoever runs it. The bot writes to
 * nobody because of it, and what comes of it is not told.
 */
export function InvitePeer(props: InvitePeerProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const [peer, setPeer] = useState<Peer>();
  return (
    <Card title={t('peer.title')}>
      <p className={page.text}>{t('peer.text')}</p>
      {peer ? (
        <Chosen key={peer.written} {...props} peer={peer} onOther={() => setPeer(undefined)} />
      ) : (
        <Choose onChoose={setPeer} />
      )}
    </Card>
  );
}

function Choose({ onChoose }: { onChoose(peer: Peer): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const [mail, setMail] = useState('');
  const { run, busy, trouble, setTrouble } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = mail.trim().toLowerCase();
    if (!MAIL.test(address)) return setTrouble(t('peer.needMail'));
    onChoose({ directoryId: '', address, written: address });
  };
  const pick = async () => {
    const [chosen] = await pickPeople(t('peer.pick'), true);
    if (chosen) onChoose(chosen);
  };
  return (
    <form className={page.group} onSubmit={submit} noValidate aria-label={t('peer.title')}>
      <Field label={t('peer.mail')}>
        <Input
          type="email"
          value={mail}
          maxLength={MAIL_LONGEST}
          onChange={(_, { value }) => setMail(value)}
        />
      </Field>
      <div className={page.actions}>
        <Button type="submit">{t('peer.next')}</Button>
        {canPickPeople() && (
          <Button disabledFocusable={busy} onClick={() => void run(pick)}>
            {t('peer.pick')}
          </Button>
        )}
      </div>
      <Trouble text={trouble} />
    </form>
  );
}

function Chosen({
  cohort,
  cohortName,
  champions,
  peer,
  onOther,
}: InvitePeerProps & { peer: Peer; onOther(): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { locale } = useReader();
  const suggest = useSuggestPeer(cohort);
  const { run, busy, trouble } = useAction();
  const names = namesIn(locale, champions);
  const text = [
    t('peer.ready', { cohort: cohortName }),
    names && t('peer.readyWho', { names }),
    t('peer.readyFree'),
  ]
    .filter(Boolean)
    .join(' ');
  const { directoryId, address, written } = peer;
  const tell = () => suggest.mutateAsync(directoryId ? { directoryId, name: written } : { mail: address });
  return (
    <>
      <Field label={t('peer.label', { name: written })}>
        <Textarea
          readOnly
          resize="vertical"
          rows={5}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Field>
      <div className={page.actions}>
        {address && (
          <Button disabledFocusable={busy} onClick={() => void run(() => openChatWith([address], text))}>
            {t('peer.chat')}
          </Button>
        )}
        {!suggest.isSuccess && (
          <Button disabledFocusable={busy} onClick={() => void run(tell)}>
            {t('peer.tell')}
          </Button>
        )}
        <Button appearance="subtle" onClick={onOther}>
          {t('peer.other')}
        </Button>
      </div>
      <SeenBy who={t('peer.seen')} />
      <p className={`${page.quiet} ${page.said}`} role="status">
        {suggest.isSuccess ? t('peer.told') : ''}
      </p>
      <Trouble text={trouble} />
    </>
  );
}
