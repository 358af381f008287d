import { useTranslation } from 'react-i18next';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';

/** Some of those who take part, by name, as they agreed to; where nobody did, nothing is said. */
export function TakingPart({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { locale } = useReader();
  if (names.length === 0) return null;
  return (
    <Card title={t('takingPart.title')}>
      <p className={page.text}>{namesIn(locale, names)}</p>
      <p className={page.quiet}>{t('takingPart.hint')}</p>
    </Card>
  );
}
