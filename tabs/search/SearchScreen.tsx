import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSearches } from '../api/searches.ts';
import { Notice } from '../parts/Notice.tsx';
import type { Place } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { Asking } from './Asking.tsx';
import { Choosing } from './Choosing.tsx';
import { Looking } from './Looking.tsx';
import type { SearchProps } from './searchProps.ts';

/** An executive's own search for a mentor in one cohort: its state decides which screen it is. */
export function SearchScreen({ cohort, go }: { cohort: string; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  return (
    <Ready query={useSearches()}>
      {(searches) => {
        const search = searches.find((one) => one.cohort === cohort);
        if (search) return <SearchStage search={search} go={go} />;
        return (
          <Notice title={t('search.missing.title')} text={t('search.missing.text')}>
            <Button onClick={() => go({ at: 'home' })}>{t('nav.back')}</Button>
          </Notice>
        );
      }}
    </Ready>
  );
}

function SearchStage(props: SearchProps) {
  const { state } = props.search;
  switch (state) {
    case 'choosing':
      return <Choosing {...props} />;
    case 'asking':
      return <Asking {...props} />;
    case 'none':
    case 'over':
    case 'impossible':
      return <Looking {...props} />;
    default:
      return state satisfies never;
  }
}
