import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#api/contract/roster/people.ts';
import type { Standing } from '#domain/roster/standing.ts';
import { useFlow, usePeople } from '../../api/roster.ts';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { useSettled } from '../../parts/useSettled.ts';
import { type Chosen, ChosenBar } from './ChosenBar.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { type Filters, NO_FILTERS, RosterFilters } from './RosterFilters.tsx';
import { RosterRow } from './RosterRow.tsx';
import { SavePeople } from './SavePeople.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});

/** A search goes on by itself until so many were found. */
const ENOUGH = 20;

interface RosterProps {
  cohort: string;
  name: string;
  /** How many people the cohort has. */
  members: number;
  /** Who is looked at to begin with. */
  standing?: Standing | undefined;
}

/** Everybody of the cohort, a page at a time and found by the server; some can be asked once more, or moved. */
export function Roster({ cohort, name, members, standing }: RosterProps) {
  const { t } = useTranslation('console');
  const [filters, setFilters] = useState<Filters>({ ...NO_FILTERS, standing: standing ?? '' });
  const [chosen, setChosen] = useState<Chosen>([]);
  const [opened, setOpened] = useState<PersonView>();
  const unanswered = useFlow(cohort).data?.unanswered ?? 0;
  const found = useFound(cohort, filters);
  const toggle = (one: PersonView) => {
    const before = chosen === 'unanswered' ? [] : chosen;
    const others = before.filter(({ person }) => person !== one.person);
    setChosen(others.length < before.length ? others : [...before, one]);
  };
  const isChosen = ({ person, standing: state }: PersonView): boolean =>
    chosen === 'unanswered' ? state === 'invited' : chosen.some((one) => one.person === person);
  return (
    <Card title={t('roster.title', { count: members })}>
      <RosterFilters filters={filters} people={found.people} onChange={setFilters} />
      <ChosenBar cohort={cohort} chosen={chosen} unanswered={unanswered} onChange={setChosen} />
      <Ready query={found.query}>
        {() => (
          <Found
            {...found}
            members={members}
            row={(one) => (
              <RosterRow
                key={one.person}
                cohort={cohort}
                one={one}
                isChosen={isChosen(one)}
                onChoose={() => toggle(one)}
                onOpen={() => setOpened(one)}
              />
            )}
          />
        )}
      </Ready>
      <SavePeople cohort={cohort} name={name} />
      <PersonDrawer cohort={cohort} one={opened} onClose={() => setOpened(undefined)} />
    </Card>
  );
}

/** Who was found so far; a search goes on until it has enough, or looked at everybody. */
function useFound(cohort: string, filters: Filters) {
  const { role, standing } = filters;
  const [find, department, location] = [
    useSettled(filters.find.trim()),
    useSettled(filters.department.trim()),
    useSettled(filters.location.trim()),
  ];
  const query = usePeople(cohort, {
    ...{ find, department, location },
    ...(role && { role }),
    ...(standing && { standing }),
  });
  const pages = query.data?.pages ?? [];
  const people = pages.flatMap((page) => page.people);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const isSearch = [find, department, location, role, standing].some(Boolean);
  const goesOn = isSearch && hasNextPage && people.length < ENOUGH && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, fetchNextPage]);
  return {
    ...{ query, people, isSearch, goesOn, isInParts: pages.length > 1 },
    looked: pages.reduce((sum, page) => sum + page.looked, 0),
    more: hasNextPage && !goesOn ? () => void fetchNextPage() : undefined,
  };
}

interface FoundProps extends Omit<ReturnType<typeof useFound>, 'query'> {
  members: number;
  row(one: PersonView): React.ReactNode;
}

function Found({ people, looked, isSearch, goesOn, isInParts, more, members, row }: FoundProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const said = { count: people.length, looked, members };
  return (
    <>
      {people.length > 0 && (
        <ul className={styles.list} aria-label={t('parts.people')}>
          {people.map(row)}
        </ul>
      )}
      <div className={styles.foot}>
        <p role="status" className={page.quiet}>
          {goesOn
            ? t('roster.goesOn', said)
            : isSearch
              ? t(more ? 'roster.foundSoFar' : 'roster.found', said)
              : t('roster.shown', said)}
        </p>
        {isInParts && <p className={page.quiet}>{t('roster.inParts')}</p>}
        {more && <Button onClick={more}>{t('roster.more')}</Button>}
      </div>
    </>
  );
}
