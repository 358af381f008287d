import { toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import { mentorsIn } from '#domain/cohorts/cohort.ts';
import { inCircles } from '#domain/matching/circles/room.ts';
import { toCandidate } from '#domain/matching/rules.ts';
import type { Two } from '#domain/matching/types.ts';
import {
  findTrouble,
  isFull,
  type People,
  twoKey,
  WISHES_AT_ONCE_MAX,
  type Wish,
  type WishTrouble,
} from '#domain/matching/wishes.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { joinedIn, loadMatchPeople } from './matchPeople.ts';
import { readRound, roundsIn } from './view.ts';

export type NewWish = Pick<Wish, 'executive' | 'mentor' | 'wish'>;

/** A wish with the etag of its row. */
export interface StandingWish extends Wish {
  etag: string;
}

export interface WishSeen extends StandingWish {
  names: { executive: string; mentor: string };
  /** The round under review would introduce these two. */
  isTogether: boolean;
}

const KINDS = ['member', 'pair', 'wish'] as const;

/**
 * Wishes that still stand; `rows` holds kinds `wish` and `pair`. One to keep two together is fulfilled once they
 * have been introduced, unless that was before: two who have met may ask to meet again.
 */
export function wishesIn(rows: OpenCohort): StandingWish[] {
  const pairs = Map.groupBy(
    rows.list('pair').flatMap(({ value }) => mentorsIn(value).map((mentor) => ({ ...value, mentor }))),
    twoKey,
  );
  const isFulfilled = (wish: Wish) =>
    (pairs.get(twoKey(wish)) ?? []).some(({ introducedAt = wish.at }) => introducedAt >= wish.at);
  return rows
    .list('wish')
    .map(({ etag, value }) => ({ ...value, etag }))
    .filter((wish) => wish.wish === 'ban' || !isFulfilled(wish));
}

/** Whether a champion said *not these two*; it binds rounds and searches alike. `rows` holds kind `wish`. */
export const isRuledOut = (rows: OpenCohort, two: Two): boolean =>
  rows.find('wish', twoKey(two))?.value.wish === 'ban';

/** How many places of a mentor a champion keeps for others than this executive. `rows` holds `wish` and `pair`. */
export const keptForOthers = (rows: OpenCohort, { executive, mentor }: Two): number =>
  wishesIn(rows).filter((one) => one.wish === 'pin' && one.mentor === mentor && one.executive !== executive)
    .length;

/** What the champions of this cohort asked of the next run. */
export async function listWishes(ctx: Context, at: InCohort): Promise<WishSeen[]> {
  return viewOfWishes(ctx, at, wishesIn(await openAsChampion(ctx, at, ['pair', 'wish'])));
}

async function viewOfWishes(
  ctx: Context,
  at: InCohort,
  wishes: readonly StandingWish[],
): Promise<WishSeen[]> {
  if (wishes.length === 0) return [];
  const [name, together] = await Promise.all([
    namesOf(
      ctx,
      wishes.flatMap(({ executive, mentor }) => [executive, mentor]),
    ),
    togetherNow(ctx, at),
  ]);
  return wishes.map((wish) => ({
    ...wish,
    names: { executive: name(wish.executive), mentor: name(wish.mentor) },
    isTogether: together.has(twoKey(wish)),
  }));
}

/** `twoKey`s of those whom the round under review would introduce. */
async function togetherNow(ctx: Context, at: InCohort): Promise<ReadonlySet<string>> {
  const rows = await openAsChampion(ctx, at, ['round']);
  const reviewed = roundsIn(rows).find(({ state }) => state === 'reviewed');
  if (!reviewed) return new Set();
  return new Set((await readRound(ctx, at.cohort, reviewed)).proposals.map(twoKey));
}

/** Takes one wish for the next run, and answers it as it stands. */
export async function addWish(ctx: Context, at: InCohort, asked: NewWish): Promise<WishSeen> {
  const [seen] = await viewOfWishes(ctx, at, await addWishes(ctx, at, [asked]));
  if (!seen) throw new Error('a wish that was taken is not there');
  return seen;
}

/** Takes wishes for the next run, all or none, and answers them as they stand. The same wish twice is one. */
export function addWishes(ctx: Context, at: InCohort, asked: readonly NewWish[]): Promise<StandingWish[]> {
  return retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, KINDS);
    if (asked.length > WISHES_AT_ONCE_MAX)
      throw new Refusal('invalid', 'cohort:wish.tooMany', { most: WISHES_AT_ONCE_MAX });
    const people = await loadAsked(ctx, rows, asked);
    let standing: Wish[] = wishesIn(rows);
    for (const { executive, mentor, wish } of asked) {
      const trouble = findTrouble({ executive, mentor, wish }, standing, people);
      if (trouble) throw await refuse(ctx, trouble, { executive, mentor, standing, people });
      if (standing.some((one) => twoKey(one) === twoKey({ executive, mentor }))) continue;
      const added: Wish = { executive, mentor, wish, by: at.person, at: toInstant(ctx.clock.now()) };
      requireRoom('wishes', standing.length);
      standing = [...standing, added];
      rows.put('cohort', '', getCohortIn(rows));
      rows.put('wish', twoKey(added), added);
      audit(ctx, rows, { by: at.person, did: wish, about: twoKey(added) });
    }
    await rows.commit();
    return asked.flatMap((two) => {
      const row = rows.find('wish', twoKey(two));
      return row ? [{ ...row.value, etag: row.etag }] : [];
    });
  });
}

async function loadAsked(ctx: Context, rows: OpenCohort, asked: readonly Two[]): Promise<People> {
  const named = new Set(asked.flatMap(({ executive, mentor }) => [executive, mentor]));
  const joined = joinedIn(rows).filter(({ person }) => named.has(person));
  const people = await loadMatchPeople(ctx, rows, joined);
  const { circle } = getCohortIn(rows);
  return new Map(
    people.map((person) => [person.id, inCircles(toCandidate(person, ctx.clock.now()), circle)]),
  );
}

const KIND: Record<WishTrouble, 'invalid' | 'conflict'> = {
  notMembers: 'invalid',
  alreadyPinned: 'conflict',
  alreadyBanned: 'conflict',
  noRoom: 'conflict',
  rules: 'conflict',
};

async function refuse(
  ctx: Context,
  trouble: WishTrouble,
  { executive, mentor, standing, people }: Two & { standing: Wish[]; people: People },
): Promise<Refusal> {
  const name = await namesOf(ctx, people.keys());
  const full = [executive, mentor].find((id) => {
    const one = people.get(id);
    return one && isFull(one, standing);
  });
  const names = { executive: name(executive), mentor: name(mentor), name: full ? name(full) : '' };
  return new Refusal(KIND[trouble], `cohort:wish.${trouble}`, names);
}

/** Takes a wish back. With `etag` only the wish as the caller saw it. Twice is once. */
export async function takeBackWish(ctx: Context, at: InCohort, two: Two, etag = ''): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['wish']);
  const known = rows.find('wish', twoKey(two));
  if (!known) return;
  if (etag && etag !== known.etag) throw new Conflict('this wish');
  rows.remove('wish', twoKey(two));
  audit(ctx, rows, { by: at.person, did: 'takeBackWish', about: twoKey(two) });
  await rows.commit();
}
