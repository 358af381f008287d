import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SearchView } from '#api/contract/searches.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { STEP_OF_SEARCH } from './steps.ts';
import { useSearchWords } from './useSearchWords.ts';

/** One search on Home: how it stands, and the way there. */
export function SearchEntry({ search, go }: { search: SearchView; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const words = useSearchWords(search);
  const step = STEP_OF_SEARCH[search.state];
  return (
    <Card title={t(`step.${step}.title`, words)}>
      <p className={page.text}>{t(`step.${step}.text`, words)}</p>
      <div className={page.actions}>
        <Button onClick={() => go({ at: 'search', cohort: search.cohort })}>{t(`step.${step}.go`)}</Button>
        <span className={page.quiet}>{search.cohortName}</span>
      </div>
    </Card>
  );
}
