import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSearches } from '../../api/searches.ts';
import { usePageStyles } from '../../parts/Page.tsx';

/** Who asked for the introduction can look at the search it came from, and stop it there. */
export function ToSearch({ pair, onSearch }: { pair: string; onSearch(cohort: string): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const search = useSearches().data?.find((one) => one.pair === pair);
  if (!search) return null;
  return (
    <div className={page.actions}>
      <Button onClick={() => onSearch(search.cohort)}>{t('introduction.toSearch')}</Button>
    </div>
  );
}
