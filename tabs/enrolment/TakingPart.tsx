import { useTranslation } from 'react-i18next';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';

/** Who backs it, and some of those who take part, as they agreed to; where nobody did, nothing is said. */
export function TakingPart({ names, sponsor }: { names: readonly string[]; sponsor: string }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { locale } = useReader();
  if (names.length === 0 && sponsor === '') return null;
  return (
    <Card title={t('takingPart.title')}>
      {sponsor && <p className={page.text}>{t('takingPart.sponsor', { name: sponsor })}</p>}
      {names.length > 0 && <p className={page.text}>{namesIn(locale, names)}</p>}
      {names.length > 0 && <p className={page.quiet}>{t('takingPart.hint')}</p>}
    </Card>
  );
}
