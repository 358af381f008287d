import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSearch } from '../api/searches.ts';
import { Grooves } from '../parts/Grooves.tsx';
import { Card, Page, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import { useAction } from '../parts/useAction.ts';
import type { SearchProps } from './searchProps.ts';

/** Nobody is looked for now: what a search is, or how the last one ended, and the way to a new one. */
export function Looking({ search: known, go }: SearchProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const look = useSearch(known.cohort);
  // That nobody fits right now is answered once and kept nowhere.
  const search = look.data?.state === 'impossible' ? look.data : known;
  const { run, busy, trouble } = useAction();
  const { state } = search;
  const isFirst = state === 'none';
  const again = { label: t(`search.${state}.go`), go: () => void run(() => look.mutateAsync()) };
  const profile = { label: t('search.toProfile'), go: () => go({ at: 'profile' }) };
  const ways = isFirst ? [again] : state === 'impossible' ? [profile, again] : [again, profile];
  return (
    <Page
      title={t(`search.${state}.title`)}
      lead={isFirst ? t('search.none.lead', { cohort: search.cohortName }) : search.why}
      back={{ label: t('nav.back'), go: () => go({ at: 'home' }) }}
    >
      {busy ? (
        <Busy />
      ) : (
        <div className={page.actions}>
          {ways.map((way, index) => (
            <Button
              key={way.label}
              appearance={index === 0 ? 'primary' : 'secondary'}
              size="large"
              onClick={way.go}
            >
              {way.label}
            </Button>
          ))}
        </div>
      )}
      <Trouble text={trouble} />
      <Card title={t('search.howTitle')}>
        <Points points={t('search.how', { returnObjects: true }) as string[]} />
      </Card>
    </Page>
  );
}

/** The server compares everybody, which takes a moment where there are many. */
function Busy() {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <div className={page.actions} role="status">
      <Grooves size={48} />
      <p className={page.text}>{t('search.busy')}</p>
    </div>
  );
}
