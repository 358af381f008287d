import { Badge, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactBody, ContactView } from '#api/contract/contacts.ts';
import { useContacts, useNameContact } from '../../api/contacts.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { useAction } from '../../parts/useAction.ts';
import { MemberRow } from '../MemberRow.tsx';
import { useRoundStyles } from '../rounds/roundStyles.ts';
import { NameContact } from './NameContact.tsx';

const SEATS = ['contact', 'standIn'] as const satisfies ContactView['seat'][];

/** Contact and stand-in of a cohort: whom the champion named, what they answered, and the way to somebody else. */
export function Contacts({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  return (
    <Card title={t('contacts.title')}>
      <Ready query={useContacts(cohort)}>
        {({ contacts }) => (
          <>
            <p className={page.text}>{t('contacts.text')}</p>
            <ul className={styles.list}>
              {SEATS.map((seat) => (
                <Seat
                  key={seat}
                  cohort={cohort}
                  seat={seat}
                  held={contacts.find((one) => one.seat === seat)}
                />
              ))}
            </ul>
          </>
        )}
      </Ready>
    </Card>
  );
}

const COLOURS = { asked: 'informative', accepted: 'success', declined: 'subtle' } as const;

interface SeatProps {
  cohort: string;
  seat: ContactView['seat'];
  held: ContactView | undefined;
}

function Seat({ cohort, seat, held }: SeatProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [isNaming, setIsNaming] = useState(false);
  const name = useNameContact(cohort, seat);
  const { run, busy, trouble } = useAction();
  const send = (body: ContactBody) => name.mutateAsync({ body, etag: held?.etag ?? '' });
  return (
    <MemberRow
      name={held?.name ?? t('contacts.nobody')}
      isEmpty={!held}
      about={<About seat={seat} held={held} />}
    >
      {held && (
        <Badge appearance="tint" color={COLOURS[held.state]} size="large">
          {t(`contacts.${held.state}`)}
        </Badge>
      )}
      {isNaming ? (
        <NameContact
          cohort={cohort}
          seat={seat}
          isReplacing={held?.state === 'accepted'}
          onName={async (body) => {
            await send(body);
            setIsNaming(false);
          }}
          onCancel={() => setIsNaming(false)}
        />
      ) : (
        <div className={page.actions}>
          {held && isToAskAgain(held) && (
            <Button
              disabledFocusable={busy}
              onClick={() => void run(() => send({ person: held.person }))}
              aria-label={t('contacts.againFor', { name: held.name })}
            >
              {t('contacts.again')}
            </Button>
          )}
          <Button
            aria-label={t(`contacts.${held ? 'otherFor' : 'nameFor'}.${seat}`)}
            onClick={() => setIsNaming(true)}
          >
            {held ? t('contacts.other') : t('contacts.name')}
          </Button>
        </div>
      )}
      <Trouble text={trouble} />
    </MemberRow>
  );
}

const isToAskAgain = ({ state, delivery, hasApp }: ContactView): boolean =>
  state === 'declined' || (state === 'asked' && hasApp && (delivery === 'failed' || delivery === 'unknown'));

/** Which of the two it is, and why the question has not arrived. */
function About({ seat, held }: Omit<SeatProps, 'cohort'>) {
  const { t } = useTranslation('console');
  const isMissing = held?.state === 'asked' && held.delivery !== 'sent' && held.deliveryReason !== '';
  return isMissing ? `${t(`contacts.${seat}`)} · ${held.deliveryReason}` : t(`contacts.${seat}`);
}
