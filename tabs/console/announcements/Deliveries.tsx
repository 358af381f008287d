import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { MemberRow } from '../MemberRow.tsx';
import { Paged } from '../rounds/Paged.tsx';

const COLOURS = {
  queued: 'informative',
  reserved: 'informative',
  sent: 'success',
  skipped: 'subtle',
  failed: 'severe',
  unknown: 'severe',
} as const;

/** What became of an announcement for each person, and why where it did not arrive; last come those it was not for. */
export function Deliveries({ view }: { view: AnnouncementView }) {
  const { t } = useTranslation('console');
  const people = view.deliveries.toSorted((a, b) => Number(b.isMeant) - Number(a.isMeant));
  return (
    <Paged
      label={t('announcement.deliveries', { title: view.title })}
      items={people}
      nameOf={({ name }) => name}
    >
      {({ person, name, state, reason, isMeant }) => (
        <MemberRow key={person} name={name} about={reason}>
          <Badge appearance="tint" color={isMeant ? COLOURS[state] : 'subtle'} size="large">
            {t(`delivery.${state}`)}
          </Badge>
        </MemberRow>
      )}
    </Paged>
  );
}
