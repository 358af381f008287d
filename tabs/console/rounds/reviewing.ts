import type { RoundView, WishView } from '#api/contract/rounds.ts';

type Two = Pick<WishView, 'executive' | 'mentor'>;

export const keyOfTwo = ({ executive, mentor }: Two): string => `${executive.person} ${mentor.person}`;

/** What the proof of a round says; its words stand under `round.proof`. */
export function proofOf({
  provenBest,
  areCircles,
  areTeams,
  gap,
  around,
}: Pick<RoundView, 'provenBest' | 'areCircles' | 'areTeams' | 'gap' | 'around'>) {
  if (areCircles) return `${areTeams ? 'teams' : 'circles'}${howNear(gap)}` as const;
  if (!provenBest) return 'none';
  if (around.pins + around.kept > 0) return 'around';
  return around.bans > 0 ? 'without' : 'fresh';
}

const howNear = (gap: number) => (gap === 0 ? '' : gap < 1 ? 'Near' : 'Open');

/** What part of the best a round reaches at least, in per cent. */
export function reachedIn(locale: string, gap: number): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return percent.format(Math.floor((1 - gap) * 1000) / 1000);
}

/** Project teams have words of their own beside those of circles. */
export const inWordsOf = ({ areTeams }: Pick<RoundView, 'areTeams'>): { context?: 'team' } =>
  areTeams ? { context: 'team' } : {};

/** How many of all, in a word that the catalogue has a sentence for. */
export const shareOf = (some: number, all: number): 'none' | 'some' | 'all' =>
  some === 0 ? 'none' : some < all ? 'some' : 'all';

export type Standing = 'kept' | 'next' | 'notPossible';

/** How a wish stands: the round under review keeps it, the next run will, or it can't be kept as people are. */
export function standingOf(wish: WishView, round: RoundView | undefined): Standing {
  if (!round) return 'next';
  if (wish.isTogether === (wish.wish === 'pin')) return 'kept';
  return wish.at > round.ranAt ? 'next' : 'notPossible';
}

/** Whether this round would introduce two whom a champion ruled out after it was run. */
export const isRuledOut = (round: RoundView, wishes: readonly WishView[]): boolean =>
  wishes.some((wish) => wish.wish === 'ban' && standingOf(wish, round) !== 'kept');
