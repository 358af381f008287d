import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import { useProfile } from '../api/profile.ts';
import { useSearches } from '../api/searches.ts';
import { Waiting } from '../parts/Notice.tsx';
import { Page, Trouble } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { useSentence } from '../parts/sentence.ts';
import { SearchEntry } from '../search/SearchEntry.tsx';
import { HelpLine } from './HelpLine.tsx';
import { NextStep } from './NextStep.tsx';
import { isExecutive, nextStep, otherSearches, type Step } from './nextStep.ts';
import { Tiles } from './Tiles.tsx';

interface HomeProps {
  me: Me;
  go(place: Place): void;
}

/** What comes next, whom somebody meets, what they aim at, and whom to turn to. */
export function Home({ me, go }: HomeProps) {
  const { t } = useTranslation('tab');
  const profile = useProfile();
  return (
    <Page title={me.firstName ? t('home.hello', { name: me.firstName }) : t('home.hello_nameless')} isWide>
      <Ready query={profile}>{(known) => <Next me={me} profile={known} go={go} />}</Ready>
      <Tiles me={me} go={go} />
      <HelpLine me={me} go={go} />
    </Page>
  );
}

/** The next step, and below it the searches that aren't it. A search that cannot be read holds nothing up. */
function Next({ me, profile, go }: HomeProps & { profile: ProfileView }) {
  const query = useSearches(isExecutive(me));
  const sentenceOf = useSentence();
  /** Whoever has just said how it was goes on with that, whatever comes next by now. */
  const [held, setHeld] = useState<Step>();
  if (query.isLoading) return <Waiting />;
  const searches = query.data ?? [];
  const step = held ?? nextStep(me, profile, searches);
  return (
    <>
      <NextStep step={step} me={me.firstName} go={go} isHeld={held !== undefined} onHold={setHeld} />
      {otherSearches(me, profile, { step, searches }).map((search) => (
        <SearchEntry key={search.cohort} search={search} go={go} />
      ))}
      <Trouble text={query.isLoadingError ? sentenceOf(query.error) : ''} />
    </>
  );
}
