import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchView } from '#api/contract/searches.ts';
import { useStopSearch } from '../api/searches.ts';
import { Card, Page, usePageStyles } from '../parts/Page.tsx';
import { Sure } from '../parts/Sure.tsx';
import { useAction } from '../parts/useAction.ts';
import type { SearchProps } from './searchProps.ts';
import { turnsOf } from './turns.ts';
import { useSearchWords } from './useSearchWords.ts';

/** One of them is asked: who, by when the executive hears, who comes next, and how to stop. */
export function Asking({ search, go }: SearchProps) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const words = useSearchWords(search);
  const [isStopping, setIsStopping] = useState(false);
  const { pair } = search;
  const hasNext = search.mentors.some(({ state }) => state === 'open');
  return (
    <Page
      title={t('search.asking.title', words)}
      lead={t('search.asking.lead', words)}
      back={{ label: t('nav.back'), go: () => go({ at: 'home' }) }}
    >
      <Card title={t('search.asking.order')}>
        <Turns search={search} />
        <p className={page.text}>{t(hasNext ? 'search.asking.then' : 'search.asking.last', words)}</p>
      </Card>
      {isStopping ? (
        <Stopping search={search} onNo={() => setIsStopping(false)} />
      ) : (
        <div className={page.actions}>
          {pair && <Button onClick={() => go({ at: 'pair', pair })}>{t('search.asking.open', words)}</Button>}
          <Button appearance="subtle" onClick={() => setIsStopping(true)}>
            {t('search.stop')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Stopping({ search, onNo }: { search: SearchView; onNo(): void }) {
  const { t } = useTranslation('tab');
  const words = useSearchWords(search);
  const stop = useStopSearch(search.cohort);
  const { run, busy, trouble } = useAction();
  return (
    <Sure
      title={t('search.stopSure')}
      text={t('search.stopText', words)}
      yes={t('search.stopYes')}
      no={t('search.stopNo')}
      busy={busy}
      trouble={trouble}
      onYes={() => void run(() => stop.mutateAsync())}
      onNo={onNo}
    />
  );
}

const useStyles = makeStyles({
  turns: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  turn: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { minWidth: 0 },
});

/** The people in the order in which they are asked. */
function Turns({ search }: { search: SearchView }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <ol className={styles.turns}>
      {turnsOf(search).map(({ person, name, turn }) => (
        <li key={person} className={styles.turn}>
          <Avatar name={name} color="colorful" size={32} aria-hidden="true" />
          <div className={styles.words}>
            <div className={page.heading}>{name}</div>
            <div className={page.quiet}>{t(`search.turn.${turn}`)}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
