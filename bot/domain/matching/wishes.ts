import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { CircleSize } from '#domain/cohorts/cohort.ts';
import { areMixed } from './circles/mix.ts';
import { Seating } from './circles/room.ts';
import { fitOf } from './fit.ts';
import { type Candidate, keepsRules } from './rules.ts';
import type { Two } from './types.ts';

/** pin: keep these two · ban: not these two. */
export const WISH_KINDS = ['pin', 'ban'] as const;
type WishKind = (typeof WISH_KINDS)[number];
/** One transaction holds a hundred rows, two for each wish. */
export const WISHES_AT_ONCE_MAX = 45;

/** Row `wish_<executive>_<mentor>`: what a champion asked of the next run for these two. */
export interface Wish extends Two {
  wish: WishKind;
  by: PersonId;
  at: Instant;
}

export type WishTrouble = 'notMembers' | 'alreadyPinned' | 'alreadyBanned' | 'noRoom' | 'rules';
export type People = ReadonlyMap<PersonId, Candidate>;

export const twoKey = ({ executive, mentor }: Two): string => `${executive}_${mentor}`;

/**
 * Why a wish cannot be taken, beside those that stand already. Every hard rule but room is the same trouble, so
 * that nobody can tell a decline or an exclusion from a language; room comes first and hides them all.
 */
export function findTrouble(
  wish: Pick<Wish, 'executive' | 'mentor' | 'wish'>,
  standing: readonly Wish[],
  people: People,
): WishTrouble | undefined {
  const [executive, mentor] = [people.get(wish.executive), people.get(wish.mentor)];
  if (executive?.role !== 'executive' || mentor?.role !== 'mentor') return 'notMembers';
  const same = standing.find((one) => twoKey(one) === twoKey(wish));
  if (same && same.wish !== wish.wish) return same.wish === 'pin' ? 'alreadyPinned' : 'alreadyBanned';
  if (wish.wish === 'ban' || same) return undefined;
  if (isFull(executive, standing) || isFull(mentor, standing)) return 'noRoom';
  return keepsRules(executive, mentor) ? undefined : 'rules';
}

/** Whose room the wishes to keep two together take already. */
export const isFull = ({ id, room }: Candidate, standing: readonly Wish[]): boolean =>
  standing.filter(({ wish, executive, mentor }) => wish === 'pin' && (executive === id || mentor === id))
    .length >= room;

export interface RunInput {
  wishes: readonly Wish[];
  /** Pairs of the run before that was not published; none for a fresh look. */
  before: readonly Two[];
  people: People;
  /** A kept pair below it goes its way; a pin may be below it. */
  floor: number;
  /** People meet in circles: whoever stays has to suit everybody around the executive. */
  circle?: CircleSize | undefined;
}

/** Around which pairs the engine looks for the best. */
export interface Around {
  pins: Two[];
  kept: Two[];
  bans: Two[];
}

/**
 * Which wishes can be kept as people stand now, and which pairs of the run before stay: those nobody ruled out,
 * as far as rules and room allow. A pin goes before a kept pair. The same answer in any order.
 */
export function whoStays({ wishes, before, people, floor, circle }: RunInput): Around {
  const seating = circle && new Seating(circle);
  const bans = ordered(wishes.filter(({ wish }) => wish === 'ban'));
  const wished = ordered(wishes.filter(({ wish }) => wish === 'pin'));
  const settled = new Set([...bans, ...wished].map(twoKey));
  const used = new Map<PersonId, number>();
  const fits = ({ executive, mentor }: Two, least: number): boolean => {
    const [one, other] = [people.get(executive), people.get(mentor)];
    if (!one || !other || !keepsRules(one, other)) return false;
    if (fitOf(one, other) < least) return false;
    if ([one, other].some(({ id, room }) => (used.get(id) ?? 0) >= room)) return false;
    if (seating && !seating.takes({ executive, mentor }, [one, other])) return false;
    for (const { id } of [one, other]) used.set(id, (used.get(id) ?? 0) + 1);
    return true;
  };
  const pins = wished.filter((two) => fits(two, 0));
  const free = ordered(before.filter((two) => !settled.has(twoKey(two))));
  const stays = free.filter((two) => fits(two, floor));
  const teams = circle?.mixed ? mixedIn([...pins, ...stays], people) : undefined;
  return { pins, kept: stays.filter(({ executive }) => !teams || teams.has(executive)), bans };
}

/** Executives around whom these make a mixed team already: only such a team is sure to be possible. */
function mixedIn(twos: readonly Two[], people: RunInput['people']): Set<PersonId> {
  const around = Map.groupBy(twos, ({ executive }) => executive);
  const teams = [...around].filter(([executive, some]) =>
    areMixed([executive, ...some.map(({ mentor }) => mentor)].flatMap((id) => people.get(id) ?? [])),
  );
  return new Set(teams.map(([executive]) => executive));
}

const ordered = (twos: readonly Two[]): Two[] =>
  twos
    .map(({ executive, mentor }) => ({ executive, mentor }))
    .sort((a, b) => (twoKey(a) < twoKey(b) ? -1 : 1));
