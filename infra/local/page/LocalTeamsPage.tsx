import { FluentProvider, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { LocalPerson, PeopleAnswer } from '#local/contract.ts';
import { Column } from './Column.tsx';
import { Announcer } from './chat/Announcer.tsx';
import { LocalTeamsProvider, useLocalTeams } from './state/LocalTeams.tsx';
import { useView, ViewProvider } from './state/ViewProvider.tsx';
import { Guide } from './story/Guide.tsx';
import { FLUENT_THEMES } from './themes.ts';
import { t } from './words.ts';
import { TopBar } from './world/TopBar.tsx';
import { Troubles } from './world/Troubles.tsx';
import './page.css';

const useStyles = makeStyles({
  page: {
    height: '100dvh',
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minHeight: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  columns: {
    flexGrow: 1,
    minHeight: '240px',
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
  two: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  waiting: { height: '100dvh', display: 'grid', placeItems: 'center' },
});

const Themed = ({ people }: { people: PeopleAnswer }) => {
  const styles = useStyles();
  const { view } = useView();
  const find = (key: string | undefined): LocalPerson | undefined =>
    people.people.find((person) => person.key === key);
  const left = find(view.left.person);
  const right = find(view.right?.person);

  useEffect(() => {
    document.documentElement.dataset.theme = view.theme;
    document.documentElement.style.colorScheme = view.theme === 'light' ? 'light' : 'dark';
  }, [view.theme]);

  return (
    <FluentProvider theme={FLUENT_THEMES[view.theme]}>
      <div className={styles.page}>
        <TopBar />
        <main className={styles.main}>
          <Guide people={people.people} />
          <Troubles />
          <div className={mergeClasses(styles.columns, right && styles.two)}>
            {left && <Column side="left" person={left} people={people} />}
            {right && <Column side="right" person={right} people={people} />}
          </div>
          <Announcer people={[left, right].filter((person) => person !== undefined)} />
        </main>
      </div>
    </FluentProvider>
  );
};

const Waiting = () => {
  const styles = useStyles();
  const { trouble } = useLocalTeams();
  return (
    <FluentProvider theme={FLUENT_THEMES.light}>
      <div className={styles.waiting}>
        <Spinner label={trouble || t('waiting')} labelPosition="below" />
      </div>
    </FluentProvider>
  );
};

const Arrived = () => {
  const { people } = useLocalTeams().world;
  if (!people) return <Waiting />;
  return (
    <ViewProvider people={people}>
      <Themed people={people} />
    </ViewProvider>
  );
};

/** The whole local Teams page. */
export const LocalTeamsPage = () => (
  <LocalTeamsProvider>
    <Arrived />
  </LocalTeamsProvider>
);
