import {
  asId,
  type CohortId,
  type Instant,
  type PairId,
  type PersonId,
  toInstant,
  toMs,
} from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Cohort, languagesIn } from '#domain/cohorts/cohort.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { tellApart } from '#domain/people/givenName.ts';
import { emptyProfile } from '#domain/profile/profile.ts';
import { type ChoiceState, chosen, newSearch, type Search } from '#domain/searches/search.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { hasContact } from '#usecases/cohorts/contactPersons.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { cardsOf } from './cards.ts';
import type { Searching } from './introductions.ts';
import { makeShortlist } from './shortlists.ts';
import { advanceSearch, stopIn } from './turns.ts';

/** An executive's search as they may see it. */
export interface SearchSeen {
  cohort: CohortId;
  cohortName: string;
  /** Names the search that a card speaks of; missing where there is none. */
  search?: string;
  state: 'none' | 'choosing' | 'asking' | 'over' | 'impossible';
  mentors: { person: PersonId; name: string; reasons: Reason[]; state: ChoiceState }[];
  pair: string | null;
  hearBy: Instant | null;
  /** A key of the catalogue: why there is nobody to choose from, or how it ended; empty when there is nothing to say. */
  why: string;
}

type Rows = Partition<'people'>;
/** After this a list that was not used is made anew. */
const FRESH_MS = 3_600_000;

const open = (ctx: Context, person: PersonId): Promise<Rows> => Partition.open(ctx, 'people', person);

/** Where the executive takes part, open or not; refused to everybody else, also to mentors. */
async function openAsExecutive(ctx: Context, at: Searching): Promise<{ rows: Rows; about: Cohort }> {
  const rows = await open(ctx, at.person);
  const about = await cohortOf(ctx, at.cohort);
  if (!about || !looks(rows.find('enrolment', at.cohort)?.value))
    throw new Refusal('missing', 'search:missing');
  return { rows, about };
}

const looks = (enrolment: Enrolment | undefined): boolean =>
  enrolment?.state === 'joined' && enrolment.role === 'executive';

/** Why no list can be made now, as a key of the catalogue; empty when one can. */
function hindrance(rows: Rows, about: Cohort): string {
  if (about.state === 'closed') return 'search:ended';
  if (about.state === 'draft') return 'search:notNow';
  const profile = rows.find('profile')?.value ?? emptyProfile('UTC', []);
  if (profile.wants.length === 0) return 'search:noProfile';
  if (languagesIn(about, profile.languages).length === 0) return 'search:otherLanguages';
  return rows.list('slot').length >= profile.capacity ? 'search:noRoom' : '';
}

/** Every search of this person: one for each cohort they joined as an executive. */
export async function listSearches(ctx: Context, person: PersonId): Promise<SearchSeen[]> {
  const rows = await open(ctx, person);
  const cohorts = rows.list('enrolment').filter(({ value }) => looks(value));
  const seen = await Promise.all(
    cohorts.map(async ({ id }) => {
      const about = await cohortOf(ctx, asId(id));
      if (!about || about.state === 'draft' || about.state === 'closed') return undefined;
      return viewOfSearch(ctx, rows, { at: { cohort: asId(id), person }, about });
    }),
  );
  return seen.filter((one) => one !== undefined);
}

/**
 * "Find me a mentor": a list of up to three to choose from. A search under way, and a list that is still fresh,
 * stay as they are.
 */
export async function startSearch(ctx: Context, at: Searching): Promise<SearchSeen> {
  return retrying(ctx, async () => {
    const { rows, about } = await openAsExecutive(ctx, at);
    const known = rows.find('search', at.cohort)?.value;
    const why = hindrance(rows, about);
    if (why && known?.state !== 'asking') return { ...nothing(at, about), state: 'impossible', why };
    if (known?.state === 'asking' || isFresh(ctx, known)) return viewOfSearch(ctx, rows, { at, about });
    await mustHaveContact(ctx, at, about);
    const mentors = await makeShortlist(ctx, at, about.fitFloor);
    if (mentors.length === 0) return { ...nothing(at, about), state: 'impossible', why: 'search:nobody' };
    const search = newSearch(ctx.ids.next('search'), mentors, toInstant(ctx.clock.now()));
    if (known) await ctx.due.pointAll([cardsOf(ctx, at, known)]);
    rows.put('search', at.cohort, search);
    await rows.commit();
    return viewOfSearch(ctx, rows, { at, about });
  });
}

/** Nothing new begins in a cohort where nobody has agreed to be whom members can turn to. */
async function mustHaveContact(ctx: Context, { cohort }: Searching, { name }: Cohort): Promise<void> {
  if (!(await hasContact(ctx, cohort))) throw new Refusal('conflict', 'search:noContact', { cohort: name });
}

const isFresh = (ctx: Context, known: Search | undefined): boolean =>
  known?.state === 'choosing' && ctx.clock.now() - toMs(known.startedAt) < FRESH_MS;

/**
 * Whom to ask first, and whether the others are asked in turn. The choice is written first; asking follows from
 * it, here or, after a crash, from the outbox.
 */
export async function askInTurn(
  ctx: Context,
  at: Searching,
  choice: { first: PersonId; others: boolean },
): Promise<SearchSeen> {
  await retrying(ctx, async () => {
    const { rows, about } = await openAsExecutive(ctx, at);
    const search = rows.find('search', at.cohort)?.value;
    const isAgain = search?.state === 'asking' && search.mentors[0]?.person === choice.first;
    if (isAgain) return;
    if (search?.state !== 'choosing') throw new Refusal('conflict', 'search:notChoosing');
    if (!search.mentors.some(({ person }) => person === choice.first))
      throw new Refusal('invalid', 'search:notOnList');
    const why = hindrance(rows, about);
    if (why) throw new Refusal('conflict', why, { cohort: about.name });
    await mustHaveContact(ctx, at, about);
    await ctx.due.pointAll([cardsOf(ctx, at, search)]);
    rows.put('search', at.cohort, chosen(search, choice));
    rows.tell({ kind: 'advanceSearch', ...at, ended: '' });
    await rows.commit();
  });
  await advanceSearch(ctx, at);
  return getSearch(ctx, at);
}

/** Ends the search: an introduction under way is withdrawn, and nobody else is asked. */
export async function stopSearch(ctx: Context, at: Searching): Promise<SearchSeen> {
  await retrying(ctx, async () => {
    const { rows } = await openAsExecutive(ctx, at);
    await stopIn(ctx, rows, at);
    await rows.commit();
  });
  await advanceSearch(ctx, at);
  return getSearch(ctx, at);
}

/** The search of an executive as it stands, also where the programme has ended. */
export async function getSearch(ctx: Context, at: Searching): Promise<SearchSeen> {
  const { rows, about } = await openAsExecutive(ctx, at);
  return viewOfSearch(ctx, rows, { at, about });
}

/** The search of somebody who takes part; undefined once they have left. */
export async function findSearch(ctx: Context, at: Searching): Promise<SearchSeen | undefined> {
  const rows = await open(ctx, at.person);
  const about = looks(rows.find('enrolment', at.cohort)?.value) ? await cohortOf(ctx, at.cohort) : undefined;
  return about && viewOfSearch(ctx, rows, { at, about });
}

const nothing = ({ cohort }: Searching, { name }: Cohort): SearchSeen => ({
  ...{ cohort, cohortName: name, state: 'none', mentors: [], pair: null, hearBy: null, why: '' },
});

async function viewOfSearch(
  ctx: Context,
  rows: Rows,
  { at, about }: { at: Searching; about: Cohort },
): Promise<SearchSeen> {
  const search = rows.find('search', at.cohort)?.value;
  const why = hindrance(rows, about);
  const seen = nothing(at, about);
  if (why && search?.state !== 'asking' && search?.state !== 'over')
    return { ...seen, state: 'impossible', why };
  if (!search) return seen;
  const there = search.mentors.filter(({ person }) => person !== GONE);
  const people = there.map(({ person }) => person);
  const nameOf = await namesOf(ctx, people);
  const names = tellApart(people.map(nameOf));
  return {
    ...seen,
    ...{ search: search.search, state: search.state },
    mentors: there.map(({ person, reasons, state }, n) => ({
      ...{ person, name: names[n] ?? '', reasons, state },
    })),
    ...(search.state === 'asking' && search.pair ? await underWay(ctx, at, search.pair) : {}),
    why: search.state === 'over' ? `search:over.${search.ended}` : '',
  };
}

async function underWay(ctx: Context, { person }: Searching, id: PairId) {
  const pair = await findPair(ctx, id);
  return { pair: id, hearBy: (pair && memberOf(pair, person)?.answerBy) ?? null };
}
