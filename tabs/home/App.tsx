import { makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useIsGone, useMe } from '../api/me.ts';
import { ConcernScreen } from '../concern/ConcernScreen.tsx';
import { Invitation } from '../enrolment/Invitation.tsx';
import { PairScreen } from '../pair/PairScreen.tsx';
import { Boundary } from '../parts/Boundary.tsx';
import { ReaderProvider, useReader } from '../parts/Frame.tsx';
import { Waiting } from '../parts/Notice.tsx';
import { FRAME } from '../parts/Page.tsx';
import { entryOf, type Place, placeOf } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { Tabs, tabId } from '../parts/Tabs.tsx';
import { useLeaving } from '../parts/Unsaved.tsx';
import { UNREAD } from '../primer/leaves.ts';
import { Gone } from '../privacy/Gone.tsx';
import { Profile } from '../profile/Profile.tsx';
import { SearchScreen } from '../search/SearchScreen.tsx';
import type { Client } from '../teams.ts';
import { AfterConcern } from './AfterConcern.tsx';
import { Home } from './Home.tsx';
import { Settings } from './Settings.tsx';
import { useArrival } from './useArrival.ts';

const Console = lazy(() => import('../console/Console.tsx'));
const SponsorScreen = lazy(() => import('../console/sponsor/SponsorScreen.tsx'));
const PrivacyPage = lazy(() => import('../privacy/PrivacyPage.tsx'));
const Primer = lazy(() => import('../primer/Primer.tsx'));

const useStyles = makeStyles({
  app: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  nav: {
    boxSizing: 'border-box',
    maxWidth: FRAME,
    margin: '0 auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS} 0`,
  },
});

/** The personal tab. */
export function App({ client }: { client: Client }) {
  const me = useMe();
  const styles = useStyles();
  const { locale } = useReader();
  if (useIsGone())
    return (
      <div className={styles.app}>
        <Gone />
      </div>
    );
  return (
    <div className={styles.app}>
      <Ready query={me}>
        {(who) => (
          <ReaderProvider value={{ locale, timeZone: who.timeZone }}>
            <Inside me={who} startsAt={placeOf(client.place)} />
          </ReaderProvider>
        )}
      </Ready>
    </div>
  );
}

function Inside({ me, startsAt }: { me: Me; startsAt: Place }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const [place, setPlace] = useState(startsAt);
  const [bookmarks, onTurn] = useState(UNREAD);
  const entry = entryOf(place);
  const leave = useLeaving();
  useArrival('screen', startsAt.at !== 'home');
  const go = (next: Place) =>
    leave(() => {
      setPlace(next);
      window.scrollTo({ top: 0 });
    });
  const entries = me.isChampion || me.canCreateCohorts ? WITH_CONSOLE : PLAIN;
  return (
    <>
      <div className={styles.nav}>
        <Tabs
          label={t('nav.label')}
          tabs={entries.map((name) => ({ name, label: t(`nav.${name}`) }))}
          chosen={entry}
          onChoose={(name) => go({ at: name })}
          controls="screen"
        />
      </div>
      <div id="screen" role="tabpanel" aria-labelledby={tabId('screen', entry)}>
        <Boundary key={entry}>
          <Screen me={me} place={place} go={go} reading={{ bookmarks, onTurn }} />
        </Boundary>
      </div>
    </>
  );
}

const PLAIN = ['home', 'profile', 'settings'] as const;
const WITH_CONSOLE = ['home', 'profile', 'console', 'settings'] as const;

interface ScreenProps {
  me: Me;
  place: Place;
  go(place: Place): void;
  /** Where somebody is in the primer, for as long as the tab is open. */
  reading: Pick<ComponentProps<typeof Primer>, 'bookmarks' | 'onTurn'>;
}

function Screen({ me, place, go, reading }: ScreenProps) {
  switch (place.at) {
    case 'home':
      return <Home me={me} go={go} />;
    case 'profile':
      return <Profile name={me.name} />;
    case 'settings':
      return <Settings me={me} go={go} />;
    case 'concern':
      return (
        <ConcernScreen
          onBack={() => go({ at: 'settings' })}
          afterwards={(cohort) => <AfterConcern me={me} cohort={cohort} />}
        />
      );
    case 'privacy':
      return (
        <Suspense fallback={<Waiting />}>
          <PrivacyPage
            me={me}
            onBack={() => go({ at: 'settings' })}
            onConcern={() => go({ at: 'concern' })}
          />
        </Suspense>
      );
    case 'console':
      return (
        <Suspense fallback={<Waiting />}>
          <Console canCreate={me.canCreateCohorts} />
        </Suspense>
      );
    case 'invitation':
      return <Invitation me={me} cohort={place.cohort} go={go} />;
    case 'sponsor':
      return (
        <Suspense fallback={<Waiting />}>
          <SponsorScreen key={place.cohort} cohort={place.cohort} onBack={() => go({ at: 'home' })} />
        </Suspense>
      );
    case 'search':
      return <SearchScreen key={place.cohort} cohort={place.cohort} go={go} />;
    case 'primer':
      return (
        <Suspense fallback={<Waiting />}>
          <Primer me={me} {...(place.pair && { pair: place.pair })} go={go} {...reading} />
        </Suspense>
      );
    case 'pair':
      return (
        <PairScreen
          key={place.pair}
          pair={place.pair}
          {...(place.part ? { part: place.part } : {})}
          onBack={() => go({ at: 'home' })}
          onSearch={(cohort) => go({ at: 'search', cohort })}
          onConcern={() => go({ at: 'concern' })}
          onPrimer={() => go({ at: 'primer', pair: place.pair })}
        />
      );
  }
}
