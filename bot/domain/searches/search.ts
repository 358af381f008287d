import type { Instant, PairId, PersonId } from '#domain/basics/ids.ts';
import type { Reason } from '#domain/pairs/reasons.ts';

/** open: may be asked · asked: now · past: it did not come about · left: will not be asked. */
export const CHOICE_STATES = ['open', 'asked', 'past', 'left'] as const;
export type ChoiceState = (typeof CHOICE_STATES)[number];

export interface SearchMentor {
  person: PersonId;
  reasons: Reason[];
  /** Permille. */
  fit: number;
  state: ChoiceState;
}

/** Why a search is over; `onlyOne`: it did not come about, and nobody else was to be asked. */
export type SearchEnd = 'nobodyLeft' | 'onlyOne' | 'stopped' | 'paired' | 'elsewhere' | 'closed';

/** Row `search_<cohort>` of an executive: whom they may ask, and how far the asking has come. Nobody else reads it. */
interface Looking {
  /** Names this search, so that what is done twice for it is done once. */
  search: string;
  /** In the order in which they are asked. */
  mentors: SearchMentor[];
  /** Whether the others are asked in turn. */
  others: boolean;
  startedAt: Instant;
}

export interface Choosing extends Looking {
  state: 'choosing';
}

export interface Asking extends Looking {
  state: 'asking';
  /** The introduction under way; missing between two of them. */
  pair?: PairId;
}

export interface Over extends Looking {
  state: 'over';
  ended: SearchEnd;
  /** The last introduction. */
  pair?: PairId;
}

export type Search = Choosing | Asking | Over;

export const SEARCH_STATES = ['choosing', 'asking', 'over'] as const satisfies readonly Search['state'][];

export const newSearch = (
  search: string,
  mentors: readonly Omit<SearchMentor, 'state'>[],
  startedAt: Instant,
): Choosing => ({
  ...{ search, state: 'choosing', others: true, startedAt },
  mentors: mentors.map((mentor) => ({ ...mentor, state: 'open' })),
});

/** The executive's choice: the first one goes to the front; without `others` nobody else is asked. */
export function chosen(search: Choosing, choice: { first: PersonId; others: boolean }): Asking {
  const first = search.mentors.filter(({ person }) => person === choice.first);
  const rest = search.mentors.filter(({ person }) => person !== choice.first);
  const after: SearchMentor[] = choice.others ? rest : rest.map((mentor) => ({ ...mentor, state: 'left' }));
  return { ...search, state: 'asking', others: choice.others, mentors: [...first, ...after] };
}

export const nextOf = ({ mentors }: Search): SearchMentor | undefined =>
  mentors.find(({ state }) => state === 'open');
export const askedOf = ({ mentors }: Search): SearchMentor | undefined =>
  mentors.find(({ state }) => state === 'asked');

const marked = (search: Asking, person: PersonId | undefined, state: ChoiceState): Asking => ({
  ...search,
  mentors: search.mentors.map((mentor) => (mentor.person === person ? { ...mentor, state } : mentor)),
});

/** One of them is introduced now. */
export const asking = (search: Asking, person: PersonId, pair: PairId): Asking => ({
  ...marked(search, person, 'asked'),
  pair,
});
/** One of them cannot be asked any more. */
export const skipped = (search: Asking, person: PersonId): Asking => marked(search, person, 'left');
/** The introduction under way did not come about. */
export function past(search: Asking): Asking {
  const { pair: _, ...rest } = marked(search, askedOf(search)?.person, 'past');
  return rest;
}

/** Nobody else is asked. */
export const over = (search: Asking, ended: SearchEnd): Over => ({
  ...search,
  ...{ state: 'over', ended },
  mentors: search.mentors.map((mentor) =>
    mentor.state === 'open' || (mentor.state === 'asked' && ended === 'stopped')
      ? { ...mentor, state: 'left' }
      : mentor,
  ),
});
