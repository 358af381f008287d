import type { Day, PairId, PersonId } from '#domain/basics/ids.ts';
import { goesOnWithout } from '#domain/pairs/circle.ts';
import { isGoing } from '#domain/pairs/pair.ts';
import { returnDays, turnOf } from '#domain/pairs/pause.ts';
import type { Context } from '#usecases/story/context.ts';
import { type About, aboutOf } from './notices.ts';
import { listPairs, type OpenPair, openPair } from './pairs.ts';

/** How a pair stands for a member who thinks of a break or an end. */
export interface PartingSeen extends About {
  pair: PairId;
  state: OpenPair['state'];
  /** Which state that is: a press on an earlier one is known by it. */
  turn: number;
  /** To end it is to leave: it goes on with the others. */
  leaves: boolean;
  pausedUntil: Day | '';
  /** It rests for more than the reader's own leave, so that it would still rest without that. */
  restsAnyway: boolean;
  /** The first and the last day until which it may rest. */
  days: { first: Day; last: Day };
}

/** For a member of the pair; `missing` for everybody else. `timeZone`: where the member is. */
export async function getParting(
  ctx: Context,
  { person, timeZone }: { person: PersonId; timeZone: string },
  id: PairId,
): Promise<PartingSeen> {
  return viewOfParting(ctx, await openPair(ctx, person, id), timeZone);
}

/** Every pair of a person that goes on or rests; newest first. */
export async function listPartings(
  ctx: Context,
  { person, timeZone }: { person: PersonId; timeZone: string },
): Promise<PartingSeen[]> {
  const going = (await listPairs(ctx, person)).filter(({ pair }) => isGoing(pair));
  return going.map((open) => viewOfParting(ctx, open, timeZone));
}

/** Whether somebody has a pair that could end or rest, or one that rests and could start again. */
export async function hasPairFor(
  ctx: Context,
  person: PersonId,
  what: 'pause' | 'end' | 'resume',
): Promise<boolean> {
  const pairs = await listPairs(ctx, person);
  return pairs.some(({ pair }) => (what === 'resume' ? pair.state === 'paused' : isGoing(pair)));
}

function restsAnyway({ pair, me }: OpenPair): boolean {
  if (pair.state !== 'paused') return false;
  const { by, leave } = pair.pause;
  return by !== me.person || leave === undefined || leave.before !== undefined;
}

const viewOfParting = (ctx: Context, open: OpenPair, timeZone: string): PartingSeen => ({
  ...{ pair: open.id, state: open.state, turn: turnOf(open.pair) },
  pausedUntil: open.pair.state === 'paused' ? open.pair.pause.until : '',
  restsAnyway: restsAnyway(open),
  leaves: goesOnWithout(open.pair, open.me),
  days: returnDays(ctx.clock.now(), timeZone),
  ...aboutOf(open),
});
