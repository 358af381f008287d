import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { Card, Points } from '../parts/Page.tsx';

/** What an executive keeps in their own hands: whom they meet, whether, and for how long. */
export function InYourHands({ role }: Pick<Me['enrolments'][number], 'role'>) {
  const { t } = useTranslation('tab');
  if (role !== 'executive') return null;
  return (
    <Card title={t('inYourHands.title')}>
      <Points points={t('inYourHands.points', { returnObjects: true }) as string[]} />
    </Card>
  );
}
