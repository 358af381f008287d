import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { type Feedback, seenBy } from '#domain/meetings/feedback.ts';
import { isHeld, type Meeting } from '#domain/meetings/meetings.ts';
import type { Exchange } from './exchange.ts';

const DAY_MS = 86_400_000;
/** What counts as lately: about three meetings at a month's rhythm. */
const LATELY_DAYS = 100;
/** Before their third meeting nothing is weighed: somebody has to begin. */
const MEETINGS_NEEDED = 3;
/** Of the reader's own answers to “did you each get your turn?” the last three speak. */
const ANSWERS_HEARD = 3;
/** One help more is no tilt; nor are two of ten. */
const LEANS_FROM = 2;
const LEANS_SHARE = 1 / 3;
/** From here on it leans clearly. */
const CLEARLY_FROM = 4;
const CLEARLY_SHARE = 1 / 2;

/**
 * How give and take stand between a reader and the others, for this reader alone: too soon to tell · level · `felt`: the
 * reader said so after meetings, and nothing that was told shows where · it leans. Never a number.
 */
export type Balance =
  | { state: 'tooSoon' | 'level' | 'felt' }
  | {
      state: 'leans';
      /** With whom; of several the one with whom it leans most. */
      partner: PersonId;
      /** Who helped more lately. */
      giver: PersonId;
      isClear: boolean;
    };

interface Told {
  reader: PersonId;
  /** The others of the pair. */
  others: readonly PersonId[];
  exchanges: readonly Exchange[];
  /** Of all; of others' answers nothing is read. */
  feedback: readonly Feedback[];
  meetings: readonly Meeting[];
  nowMs: number;
}

/**
 * From the helps that all of a pair see, and the reader's own answers after meetings: an answer that the partner gave
 * for figures alone never shows in what this reader sees. Doubts let it lean one help earlier, contentment one later.
 */
export function balanceFor(told: Told): Balance {
  const { reader, meetings, nowMs } = told;
  const held = meetings.filter((meeting) => isHeld(meeting, nowMs));
  if (held.length < MEETINGS_NEEDED) return { state: 'tooSoon' };
  const doubt = doubtOf(told);
  const since = toInstant(nowMs - LATELY_DAYS * DAY_MS);
  const lately = told.exchanges.filter(({ at }) => at >= since);
  const [most] = told.others
    .map((partner) => weigh(lately, reader, partner))
    .sort((a, b) => Math.abs(b.more) - Math.abs(a.more));
  const { partner, more, all } = most ?? { partner: reader, more: 0, all: 0 };
  const weight = Math.abs(more);
  const share = all === 0 ? 0 : weight / all;
  if (weight < LEANS_FROM - doubt || share < LEANS_SHARE) return { state: doubt > 0 ? 'felt' : 'level' };
  return {
    state: 'leans',
    ...{ partner, giver: more > 0 ? reader : partner },
    isClear: weight >= CLEARLY_FROM && share >= CLEARLY_SHARE,
  };
}

/** How many more the reader gave than took, and how many there were between the two. */
function weigh(exchanges: readonly Exchange[], reader: PersonId, partner: PersonId) {
  const given = exchanges.filter(({ by, to }) => by === reader && to === partner).length;
  const taken = exchanges.filter(({ by, to }) => by === partner && to === reader).length;
  return { partner, more: given - taken, all: given + taken };
}

/** 1 where the reader lately doubted more than once that both had their turn, -1 where they never did, else 0. */
function doubtOf({ reader, feedback }: Told): 1 | 0 | -1 {
  const answers = feedback
    .filter(({ person }) => person === reader)
    .sort(latestFirst)
    .map((one) => seenBy(one, 'me').balanced ?? '')
    .filter((answer) => answer !== '')
    .slice(0, ANSWERS_HEARD);
  const doubts = answers.filter((answer) => answer !== 'yes').length;
  if (doubts > 1) return 1;
  return doubts === 0 && answers.length === ANSWERS_HEARD ? -1 : 0;
}
