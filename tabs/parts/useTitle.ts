import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The document is called after what it shows; an empty title leaves it as it is. */
export function useTitle(title: string): void {
  const { t } = useTranslation('panel');
  const name = t('pageTitle', { title });
  useEffect(() => {
    if (title !== '') document.title = name;
  }, [title, name]);
}
