import type { ExchangeId, PairId, PersonId } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { type Balance, balanceFor } from '#domain/exchanges/balance.ts';
import {
  type Exchange,
  type ExchangeTold,
  newExchange,
  requireOwnExchange,
} from '#domain/exchanges/exchange.ts';
import { type Idea, ideasFor } from '#domain/exchanges/ideas.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { holdTogether, type OpenPair, openSpace, othersIn } from '#usecases/pairs/pairs.ts';
import { idOfPress } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

/** So many of the last helps stand beside the scales; the timeline has them all. */
const HELPS_SHOWN = 3;

/** Give and take as one of a pair may see it. */
export interface ExchangesSeen {
  open: OpenPair;
  balance: Balance;
  /** Latest first. */
  helps: Exchange[];
  /** Ways to give back for the one whom it leans to; none while it is level. */
  ideas: Idea[];
}

/** The scales of a pair whose space is open. Profiles are read only where it leans. */
export async function getExchanges(ctx: Context, person: PersonId, id: PairId): Promise<ExchangesSeen> {
  const open = await openSpace(ctx, person, id);
  const helps = exchangesIn(open).sort(latestFirst).slice(0, HELPS_SHOWN);
  const balance = viewOfBalance(open, ctx.clock.now());
  return { open, balance, helps, ideas: await ideasIn(ctx, open, balance) };
}

function viewOfBalance({ rows, pair, me }: OpenPair, nowMs: number): Balance {
  return balanceFor({
    ...{ reader: me.person, others: othersIn(pair, me.person), nowMs },
    exchanges: rows.list('exchange').map(({ value }) => value),
    feedback: rows.list('feedback').map(({ value }) => value),
    meetings: rows.list('meeting').map(({ value }) => value),
  });
}

async function ideasIn(ctx: Context, open: OpenPair, balance: Balance): Promise<Idea[]> {
  if (balance.state !== 'leans') return [];
  const { partner, giver } = balance;
  const taker = giver === partner ? open.me.person : partner;
  const [from, to] = await Promise.all([profileOf(ctx, taker), profileOf(ctx, giver)]);
  const used = exchangesIn(open).filter((one) => one.by === taker && one.to === giver);
  return ideasFor(
    from,
    to,
    used.map(({ kind }) => kind),
  );
}

const profileOf = async (ctx: Context, person: PersonId): Promise<Profile | undefined> =>
  (await findRow(ctx, 'people', person, 'profile'))?.value;

const exchangesIn = ({ rows }: Pick<OpenPair, 'rows'>): Exchange[] =>
  rows.list('exchange').map(({ value }) => value);

/** Notes that one helped another; either of the two tells of it. The same press notes it once. */
export async function addExchange(
  ctx: Context,
  person: PersonId,
  id: PairId,
  told: ExchangeTold,
  press = '',
): Promise<{ open: OpenPair; exchange: Exchange }> {
  const content = { pair: id, told };
  const exchange = idOfPress<ExchangeId>(ctx, { person }, { noun: 'exchange', key: press, content });
  return retrying(ctx, () => addOne(ctx, person, id, { exchange, told }), TRIES_AT_ONCE);
}

/** The pair's row is written again with each, so that of two that come at once the second one counts the first. */
async function addOne(
  ctx: Context,
  person: PersonId,
  id: PairId,
  { exchange, told }: { exchange: ExchangeId; told: ExchangeTold },
) {
  const open = await openSpace(ctx, person, id);
  const { rows, pair } = open;
  const known = rows.find('exchange', exchange)?.value;
  if (known) return { open, exchange: known };
  const members = pair.members.map((member) => member.person);
  const made = newExchange(exchange, told, { writer: person, members, nowMs: ctx.clock.now() });
  requireRoom('exchanges', rows.list('exchange').length);
  holdTogether(open);
  rows.create('exchange', exchange, made);
  await rows.commit();
  return { open, exchange: made };
}

/** Takes back what one noted oneself. */
export async function takeBackExchange(
  ctx: Context,
  person: PersonId,
  id: PairId,
  exchange: ExchangeId,
): Promise<void> {
  await retrying(ctx, async () => {
    const { rows } = await openSpace(ctx, person, id);
    const known = rows.find('exchange', exchange)?.value;
    if (!known) throw new Refusal('missing', 'pair:exchange.missing');
    requireOwnExchange(known, person);
    rows.remove('exchange', exchange);
    await rows.commit();
  });
}
