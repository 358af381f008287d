import { z } from 'zod';
import { FIT_GRADES } from '#domain/matching/fit.ts';
import { RUN_PHASES } from '#domain/matching/progress.ts';
import { PROPOSAL_STATES, ROUND_STATES } from '#domain/matching/rounds.ts';
import { WISH_KINDS, WISHES_AT_ONCE_MAX } from '#domain/matching/wishes.ts';
import { count, id, instant, named, namedTwo, pageAsked, paged, role } from './basics.ts';

const twos = z.array(z.object({ executive: id, mentor: id })).max(WISHES_AT_ONCE_MAX);
/**
 * Two who shall meet if the rules let them, and two who shall not: they are kept as wishes. Pairs of the run
 * before stay together, unless everybody is looked at afresh.
 */
export const RoundBody = z
  .object({ pins: twos.optional(), bans: twos.optional(), fresh: z.boolean().optional() })
  .nullish();
export type RoundBody = z.infer<typeof RoundBody>;
/** The number of the round that was run. */
export const RoundRan = z.object({ round: count });
export type RoundRan = z.infer<typeof RoundRan>;

/** The weakest pair in a word; null where nobody is proposed. */
const figures = z.object({
  covered: count,
  total: count,
  waiting: count,
  waited: count,
  weakest: z.enum(FIT_GRADES).nullable(),
});
export type RoundFigures = z.infer<typeof figures>;
/** What is different from the run before, which was not published; of each list the first few, and how many there are. */
const comparison = z.object({
  round: count,
  added: count,
  stayed: count,
  counts: z.object({ gone: count, newlyMatched: count, newlyLeftOut: count }),
  gone: z.array(namedTwo),
  newlyMatched: z.array(named.extend({ role })),
  newlyLeftOut: z.array(named.extend({ role })),
  before: figures,
});
export type RoundComparison = z.infer<typeof comparison>;

const proposal = namedTwo.extend({
  fit: z.enum(FIT_GRADES),
  /** What kinds there are, each once; never anybody's topics. */
  reasons: z.array(z.string()),
  state: z.enum(PROPOSAL_STATES),
  /** The run before did not propose these two. */
  isNew: z.boolean(),
  /** Of a circle: how well the first mentor suits, and the others; `fit` is that of the circle. */
  fitOfFirst: z.enum(FIT_GRADES),
  beside: z.array(
    named.extend({
      fit: z.enum(FIT_GRADES),
      reasons: z.array(z.string()),
      state: z.enum(PROPOSAL_STATES),
      isNew: z.boolean(),
    }),
  ),
});
const leftOut = named.extend({ role, reason: z.string() });
/** By the names of the executives, so many at a time. */
export const Proposals = paged.extend({ proposals: z.array(proposal) });
export type Proposals = z.infer<typeof Proposals>;
/** By name, so many at a time. */
export const LeftOut = paged.extend({ leftOut: z.array(leftOut) });
export type LeftOut = z.infer<typeof LeftOut>;
export const RoundPageAsked = pageAsked.default({ find: '', from: '0' });
type RoundPageAsked = Partial<Record<'find' | 'from', string>>;

export const RoundView = z.object({
  round: count,
  state: z.enum(ROUND_STATES),
  ranAt: instant,
  provenBest: z.boolean(),
  /** A round of circles: the proposals of an executive are one circle. */
  areCircles: z.boolean(),
  /** They are project teams. */
  areTeams: z.boolean(),
  /** Of circles: how far below the best they may lie, as a part of it; 0 within one part in a thousand, 1 if unknown. */
  gap: z.number(),
  /** What the run kept to: pairs of the run before and pins, and two ruled out. */
  around: z.object({ pins: count, kept: count, bans: count }),
  covered: count,
  total: count,
  figures,
  comparison: comparison.nullable(),
  /** How many there are; the first ones of each follow. */
  counts: z.object({ proposals: count, leftOut: count, people: count }),
  proposals: z.array(proposal),
  leftOut: z.array(leftOut),
});
export type RoundView = z.infer<typeof RoundView>;
export const Rounds = z.object({ rounds: z.array(RoundView) });
export type Rounds = z.infer<typeof Rounds>;

/** `version` changes whenever the list of rounds does. */
export const RunningRound = z.object({
  running: z
    .object({
      phase: z.enum(RUN_PHASES),
      /** 0–100, of all there is to do. */
      part: count,
      by: z.string(),
      cancelAsked: z.boolean(),
    })
    .nullable(),
  version: z.string(),
});
export type RunningRound = z.infer<typeof RunningRound>;

/** Keep these two (pin), or not these two (ban), from the next run on. */
export const WishBody = z.object({ wish: z.enum(WISH_KINDS) });
export type WishBody = z.infer<typeof WishBody>;
export const WishView = namedTwo.extend({
  wish: z.enum(WISH_KINDS),
  at: instant,
  etag: z.string(),
  /** The round under review would introduce these two. */
  isTogether: z.boolean(),
});
export type WishView = z.infer<typeof WishView>;
export const Wishes = z.object({ wishes: z.array(WishView) });
export type Wishes = z.infer<typeof Wishes>;

export interface RoundShapes {
  rounds: { answer: Rounds };
  proposals: { query: RoundPageAsked; answer: Proposals };
  leftOut: { query: RoundPageAsked; answer: LeftOut };
  runRound: { body: RoundBody; answer: RoundRan };
  runningRound: { answer: RunningRound };
  cancelRound: object;
  publishRound: object;
  wishes: { answer: Wishes };
  wish: { body: WishBody; answer: WishView };
  takeBackWish: object;
}
