import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView, DeliveryView } from '#api/contract/announcements.ts';
import { deliveryPages } from '../../api/announcements.ts';
import { MemberRow } from '../MemberRow.tsx';
import { Pages } from '../Pages.tsx';

const COLOURS = {
  queued: 'informative',
  reserved: 'informative',
  sent: 'success',
  skipped: 'subtle',
  failed: 'severe',
  unknown: 'severe',
} as const;

/** What is true of somebody who had it when it was changed. */
const AMENDED = {
  shown: 'corrected',
  removed: 'takenBack',
  replaced: 'takenBack',
  refused: 'sent',
  again: 'sent',
} as const;

interface DeliveriesProps {
  cohort: string;
  view: AnnouncementView;
  which: 'all' | 'sent' | 'unknown' | 'failed' | 'notMeant';
}

/** What became of an announcement for each person, and why where it did not arrive; last come those it was not for. */
export function Deliveries({ cohort, view: { announcement, title, counts }, which }: DeliveriesProps) {
  const { t } = useTranslation('console');
  return (
    <Pages
      label={t('announcement.deliveries', { title })}
      count={which === 'all' ? counts.meant + counts.notMeant : counts[which]}
      paging={deliveryPages(cohort, announcement, which)}
      itemsOf={({ deliveries }) => deliveries}
    >
      {(one) => <DeliveryRow key={one.person} one={one} />}
    </Pages>
  );
}

function DeliveryRow({ one: { name, state, reason, isMeant, amended } }: { one: DeliveryView }) {
  const { t } = useTranslation('console');
  return (
    <MemberRow name={name} about={reason}>
      <Badge appearance="tint" color={isMeant ? COLOURS[state] : 'subtle'} size="large">
        {t(amended ? `delivery.${AMENDED[amended]}` : `delivery.${state}`)}
      </Badge>
    </MemberRow>
  );
}
