import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The document is called after what it shows. */
export function useTitle(title: string): void {
  const { t } = useTranslation('panel');
  const name = t('pageTitle', { title });
  useEffect(() => {
    document.title = name;
  }, [name]);
}
