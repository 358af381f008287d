import { Button, Input } from '@fluentui/react-components';
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { useSettled } from '../parts/useSettled.ts';
import { useRoundStyles } from './rounds/roundStyles.ts';

/** Fewer than that are found by looking. */
const WORTH_FINDING = 12;

interface Asked {
  find: string;
  from: string;
}

/** How one page of a list is read. */
interface Reading<Answer> {
  queryKey: QueryKey;
  queryFn(context: { signal: AbortSignal }): Promise<Answer>;
  refetchInterval?: number | false | ((query: { state: { data?: Answer | undefined } }) => number | false);
  staleTime?: number;
}
/** Reads any page of a list. */
type Paging<Answer> = (asked: Asked) => Reading<Answer>;

interface PagesProps<Answer, Item> {
  /** What the list is, for screen readers. */
  label: string;
  /** How many there are when nothing is looked for. */
  count: number;
  paging: Paging<Answer>;
  /** The first page, where it is known already. */
  first?: Answer;
  itemsOf(answer: Answer): readonly Item[];
  children(item: Item): ReactNode;
}

type Paged = { found: number; more?: number | undefined };

/** A list of people or pairs that may be thousands: so many at a time, and found by name, by the server. */
export function Pages<Answer extends Paged, Item>(props: PagesProps<Answer, Item>) {
  const { t } = useTranslation('console');
  const styles = useRoundStyles();
  const [typed, setTyped] = useState('');
  const find = useSettled(typed.trim());
  return (
    <>
      {props.count > WORTH_FINDING && (
        <Input
          className={styles.find}
          type="search"
          aria-label={t('paged.find', { label: props.label })}
          placeholder={t('paged.placeholder')}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      )}
      <OnePage {...props} find={find} from={0} />
    </>
  );
}

interface OnePageProps<Answer, Item> extends Omit<PagesProps<Answer, Item>, 'count'> {
  find: string;
  from: number;
}

/** So many at a time; the next ones are read when they are asked for. */
function OnePage<Answer extends Paged, Item>(props: OnePageProps<Answer, Item>) {
  const { paging, first, find, from } = props;
  const isKnown = first !== undefined && find === '' && from === 0;
  const query = useQuery({
    ...paging({ find, from: String(from) }),
    placeholderData: keepPreviousData,
    enabled: !isKnown,
  });
  if (isKnown) return <Shown {...props} answer={first} />;
  return <Ready query={query}>{(answer) => <Shown {...props} answer={answer} />}</Ready>;
}

function Shown<Answer extends Paged, Item>(props: OnePageProps<Answer, Item> & { answer: Answer }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const { answer, label, itemsOf, children, find, from } = props;
  /** What was looked for when the next ones were asked for: they are those of this search alone. */
  const [openFor, setOpenFor] = useState<string>();
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {itemsOf(answer).map(children)}
      </ul>
      {from === 0 && (
        <p role="status" className={page.said}>
          {find !== '' && t('paged.found', { count: answer.found })}
        </p>
      )}
      {answer.more !== undefined && openFor !== find && (
        <div className={page.actions}>
          <Button onClick={() => setOpenFor(find)}>
            {t('paged.more', { count: Math.min(answer.more - from, answer.found - answer.more) })}
          </Button>
          <span className={page.quiet}>{t('paged.of', { shown: answer.more, count: answer.found })}</span>
        </div>
      )}
      {answer.more !== undefined && openFor === find && <OnePage {...props} from={answer.more} />}
    </>
  );
}
