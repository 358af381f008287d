import { useTranslation } from 'react-i18next';
import { Card, Points, usePageStyles } from '../../parts/Page.tsx';
import type { SpaceProps } from '../pairProps.ts';

/** The questions kept for later. */
export function Kept({ space }: SpaceProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <Card title={t('kept.title')}>
      {space.kept.length > 0 ? (
        <Points points={space.kept.map(({ text }) => text)} />
      ) : (
        <p className={page.text}>{t('kept.empty')}</p>
      )}
    </Card>
  );
}
