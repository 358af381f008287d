import { Badge, Button, Input } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView, DeliveryView } from '#api/contract/announcements.ts';
import { useDeliveries } from '../../api/announcements.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { MemberRow } from '../MemberRow.tsx';
import { useRoundStyles } from '../rounds/roundStyles.ts';

const COLOURS = {
  queued: 'informative',
  reserved: 'informative',
  sent: 'success',
  skipped: 'subtle',
  failed: 'severe',
  unknown: 'severe',
} as const;
/** Fewer than that are found by looking. */
const WORTH_FINDING = 12;

interface DeliveriesProps {
  cohort: string;
  view: AnnouncementView;
}

/** What became of an announcement for each person, and why where it did not arrive; last come those it was not for. */
export function Deliveries({ cohort, view }: DeliveriesProps) {
  const { t } = useTranslation('console');
  const styles = useRoundStyles();
  const [typed, setTyped] = useState('');
  const find = useDeferredValue(typed.trim());
  const label = t('announcement.deliveries', { title: view.title });
  return (
    <>
      {view.counts.meant + view.counts.notMeant > WORTH_FINDING && (
        <Input
          className={styles.find}
          type="search"
          aria-label={t('paged.find', { label })}
          placeholder={t('paged.placeholder')}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      )}
      <DeliveryPage key={find} cohort={cohort} view={view} find={find} from={0} />
    </>
  );
}

interface PageProps extends DeliveriesProps {
  find: string;
  from: number;
}

/** So many at a time; the next ones are read when they are asked for. */
function DeliveryPage({ cohort, view, find, from }: PageProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const { announcement, title } = view;
  const query = useDeliveries({ cohort, announcement }, { find, from });
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Ready query={query}>
      {({ deliveries, found, more }) => (
        <>
          <ul className={styles.list} aria-label={t('announcement.deliveries', { title })}>
            {deliveries.map((one) => (
              <DeliveryRow key={one.person} one={one} />
            ))}
          </ul>
          {from === 0 && (
            <p role="status" className={page.said}>
              {find !== '' && t('paged.found', { count: found })}
            </p>
          )}
          {more !== undefined && !isOpen && (
            <div className={page.actions}>
              <Button onClick={() => setIsOpen(true)}>
                {t('paged.more', { count: Math.min(more - from, found - more) })}
              </Button>
              <span className={page.quiet}>{t('paged.of', { shown: more, count: found })}</span>
            </div>
          )}
          {more !== undefined && isOpen && (
            <DeliveryPage cohort={cohort} view={view} find={find} from={more} />
          )}
        </>
      )}
    </Ready>
  );
}

function DeliveryRow({ one: { name, state, reason, isMeant } }: { one: DeliveryView }) {
  const { t } = useTranslation('console');
  return (
    <MemberRow name={name} about={reason}>
      <Badge appearance="tint" color={isMeant ? COLOURS[state] : 'subtle'} size="large">
        {t(`delivery.${state}`)}
      </Badge>
    </MemberRow>
  );
}
