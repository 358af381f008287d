import { useTranslation } from 'react-i18next';
import { Page, usePageStyles } from '../parts/Page.tsx';

/** All there is for somebody who is erased: from here nothing is asked in their name. */
export function Gone() {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <Page title={t('privacy.goneTitle')}>
      <p className={page.text}>{t('privacy.goneText')}</p>
    </Page>
  );
}
