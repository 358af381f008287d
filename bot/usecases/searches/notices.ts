import { asId, type CohortId, type Instant } from '#domain/basics/ids.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import { tellApart } from '#domain/people/givenName.ts';
import type { SearchNotice } from '#domain/searches/notices.ts';
import { askedOf } from '#domain/searches/search.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';

export interface SearchFacts {
  kind: 'searchNews';
  cohort: CohortId;
  cohortName: string;
  search?: string;
  /** First name of who was asked, empty when nobody was. */
  past: string;
  /** Who is asked now and when the executive hears at the latest; empty when the search is over. */
  next: string;
  hearBy: Instant | '';
  /** Why it is over, where it is not that nobody was left. */
  ended: 'onlyOne' | 'elsewhere' | 'closed' | '';
}

export const searchNotices: Composers<SearchNotice, SearchFacts> = {
  /** How a search stands when it is told; nothing once the executive stopped it or began another. */
  async searchNews(ctx, to, { cohort, search, past }) {
    const row = (await Partition.open(ctx, 'people', to)).find('search', cohort)?.value;
    const ended = row?.state === 'over' ? row.ended : 'nobodyLeft';
    if (row?.search !== search || ended === 'stopped' || ended === 'paired') return undefined;
    const people = row.mentors.map(({ person }) => person);
    const names = tellApart(people.map(await namesOf(ctx, people)));
    const nameOf = (asked = '') => names[people.indexOf(asId(asked))] ?? '';
    const id = row.state === 'choosing' ? undefined : row.pair;
    const pair = id && (await findPair(ctx, id));
    const hearBy = pair ? (memberOf(pair, to)?.answerBy ?? '') : '';
    return {
      ...{ kind: 'searchNews', cohort, search, cohortName: (await cohortOf(ctx, cohort))?.name ?? '' },
      ...{ past: nameOf(past), next: hearBy ? nameOf(askedOf(row)?.person) : '', hearBy },
      ended: ended === 'nobodyLeft' ? '' : ended,
    };
  },
};
