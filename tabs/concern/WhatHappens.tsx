import { useTranslation } from 'react-i18next';
import { useDates } from '../parts/dates.ts';
import { Card, Points, usePageStyles } from '../parts/Page.tsx';

/** What follows, by when, and who will know: to be read before anything is written. */
export function WhatHappens({ name, answerBy }: { name: string; answerBy: string }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  const points = ['told', 'answers', 'knows', 'yes', 'back'].map((point) =>
    t(`concern.then.${point}`, { name, day: dates.day(answerBy) }),
  );
  return (
    <>
      <Card title={t('concern.thenTitle')}>
        <Points points={points} />
      </Card>
      <p className={page.quiet}>{t('concern.urgent')}</p>
    </>
  );
}
