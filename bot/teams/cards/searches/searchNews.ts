import {
  type Drawn,
  draw,
  heading,
  moment,
  openTab,
  plain,
  press,
  programme,
  type Reader,
} from '#teams/cards/parts.ts';
import type { SearchFacts } from '#usecases/searches/notices.ts';
import type { Words } from '#words/words.ts';

/** How a search goes on after one introduction, or that it is over: the same words whatever the cause. */
export function searchNewsCard(facts: SearchFacts, words: Words, reader: Reader): Drawn {
  const { cohort, search, past, next, hearBy, ended } = facts;
  const values = { cohort: facts.cohortName, past, next, when: hearBy ? moment(hearBy, reader) : '' };
  const gone = past ? [words('search:news.past', values)] : [];
  const lines = next
    ? [...gone, words('search:news.next', values)]
    : ended === 'elsewhere' || ended === 'closed'
      ? [...gone, words(`search:over.${ended}`, values)]
      : [...gone, ...(ended ? [] : [words('search:news.over')]), words('search:news.after')];
  const again = press(words('search:again'), 'search.start', { cohort });
  const stop = press(words('search:stop'), 'search.stop', { cohort, search });
  return draw(reader, lines.slice(0, 2).join(' '), {
    body: [
      heading(words('search:title')),
      ...programme(facts.cohortName),
      ...lines.flatMap((line) => plain(line)),
    ],
    actions: [next ? stop : again, openTab(words('search:open'), reader, `search/${cohort}`)],
  });
}
