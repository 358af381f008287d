import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useMe } from '../api/me.ts';
import { Invitation } from '../enrolment/Invitation.tsx';
import { PairScreen } from '../pair/PairScreen.tsx';
import { Boundary } from '../parts/Boundary.tsx';
import { ReaderProvider, useReader } from '../parts/Frame.tsx';
import { Waiting } from '../parts/Notice.tsx';
import { entryOf, type Place, placeOf } from '../parts/place.ts';
import { Ready } from '../parts/Ready.tsx';
import { Tabs, tabId } from '../parts/Tabs.tsx';
import { useLeaving } from '../parts/Unsaved.tsx';
import { Profile } from '../profile/Profile.tsx';
import { SearchScreen } from '../search/SearchScreen.tsx';
import type { Client } from '../teams.ts';
import { Home } from './Home.tsx';
import { Settings } from './Settings.tsx';

const Console = lazy(() => import('../console/Console.tsx'));

const useStyles = makeStyles({
  app: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  nav: {
    maxWidth: '720px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS} 0`,
  },
});

/** The personal tab. */
export function App({ client }: { client: Client }) {
  const me = useMe();
  const styles = useStyles();
  const { locale } = useReader();
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
  const entry = entryOf(place);
  const leave = useLeaving();
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
          <Screen me={me} place={place} go={go} />
        </Boundary>
      </div>
    </>
  );
}

const PLAIN = ['home', 'profile', 'settings'] as const;
const WITH_CONSOLE = ['home', 'profile', 'console', 'settings'] as const;

function Screen({ me, place, go }: { me: Me; place: Place; go(place: Place): void }) {
  switch (place.at) {
    case 'home':
      return <Home me={me} go={go} />;
    case 'profile':
      return <Profile />;
    case 'settings':
      return <Settings me={me} />;
    case 'console':
      return (
        <Suspense fallback={<Waiting />}>
          <Console canCreate={me.canCreateCohorts} />
        </Suspense>
      );
    case 'invitation':
      return <Invitation me={me} cohort={place.cohort} go={go} />;
    case 'search':
      return <SearchScreen key={place.cohort} cohort={place.cohort} go={go} />;
    case 'pair':
      return (
        <PairScreen
          key={place.pair}
          pair={place.pair}
          {...(place.part ? { part: place.part } : {})}
          onBack={() => go({ at: 'home' })}
          onSearch={(cohort) => go({ at: 'search', cohort })}
        />
      );
  }
}
