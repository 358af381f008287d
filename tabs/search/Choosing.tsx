import { Avatar, Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchView } from '#api/contract/searches.ts';
import { useAskInTurn, useStopSearch } from '../api/searches.ts';
import { Card, Page, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useAction } from '../parts/useAction.ts';
import type { SearchProps } from './searchProps.ts';

const useStyles = makeStyles({
  who: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  /** The switch stands under the title, not its own margin. */
  others: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Up to three people to choose from: who is asked first, and whether the others follow. */
export function Choosing({ search, go }: SearchProps) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const page = usePageStyles();
  const ask = useAskInTurn(search.cohort);
  const stop = useStopSearch(search.cohort);
  const { run, busy, trouble } = useAction();
  const [others, setOthers] = useState(true);
  const several = search.mentors.length > 1;
  const home = () => go({ at: 'home' });
  const putAway = async () => {
    if (await run(() => stop.mutateAsync())) home();
  };
  return (
    <Page
      title={t('search.choosing.title', { count: search.mentors.length })}
      lead={t('search.choosing.lead', { count: search.mentors.length })}
      back={{ label: t('nav.back'), go: home }}
    >
      {several && (
        <Switch
          className={styles.others}
          label={t('search.others')}
          checked={others}
          onChange={(_, { checked }) => setOthers(checked)}
        />
      )}
      {search.mentors.map((mentor) => (
        <Candidate
          key={mentor.person}
          mentor={mentor}
          label={t(several ? 'search.askFirst' : 'search.ask', { name: mentor.name })}
          busy={busy}
          onAsk={() => void run(() => ask.mutateAsync({ first: mentor.person, others: several && others }))}
        />
      ))}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={() => void putAway()}>
          {t('search.notNow')}
        </Button>
      </div>
      <SeenBy who={t('search.seen')} />
    </Page>
  );
}

interface CandidateProps {
  mentor: SearchView['mentors'][number];
  label: string;
  busy: boolean;
  onAsk(): void;
}

function Candidate({ mentor, label, busy, onAsk }: CandidateProps) {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <Card>
      <div className={styles.who}>
        <Avatar name={mentor.name} color="colorful" size={40} aria-hidden="true" />
        <h2 className={page.heading}>{mentor.name}</h2>
      </div>
      <Points points={mentor.reasons} />
      <div className={page.actions}>
        <Button disabledFocusable={busy} onClick={onAsk}>
          {label}
        </Button>
      </div>
    </Card>
  );
}
