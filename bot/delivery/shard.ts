import type { Broadcast } from '#domain/all/messages.ts';
import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { type Delivery, isAmendable, isAmended } from '#domain/notices/delivery.ts';
import type { Context } from '#usecases/story/context.ts';
import { DELIVERIES_AT_ONCE, listShard, putShard } from '#usecases/story/deliveries.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { type Move, standingOf } from './standing.ts';

export type Moves = readonly (readonly [PersonId, Move])[];

interface Kept {
  etag: string;
  delivery: Delivery;
}

/** The deliveries of one job in one shard, read once; many are moved in one transaction under their ETags. */
export class Shard {
  readonly #ctx: Context;
  readonly #at: Pick<Broadcast, 'job' | 'shard'>;
  readonly #rows: Map<PersonId, Kept>;

  private constructor(ctx: Context, at: Pick<Broadcast, 'job' | 'shard'>, rows: Map<PersonId, Kept>) {
    this.#ctx = ctx;
    this.#at = at;
    this.#rows = rows;
  }

  static async open(ctx: Context, at: Pick<Broadcast, 'job' | 'shard'>): Promise<Shard> {
    const rows = await listShard(ctx, at.job, at.shard);
    return new Shard(
      ctx,
      at,
      new Map(rows.map(({ etag, value }) => [value.person, { etag, delivery: value }])),
    );
  }

  /** Who may be told now, by person. */
  open(nowMs: number): PersonId[] {
    return this.#peopleIn('open', nowMs);
  }

  /** What was sent and does not show this change yet. */
  unamended(revision: number): Delivery[] {
    return [...this.#rows.values()]
      .map(({ delivery }) => delivery)
      .filter((delivery) => isAmendable(delivery) && !isAmended(delivery, revision));
  }

  attemptsOf(person: PersonId): number {
    return this.#rows.get(person)?.delivery.attempts ?? 0;
  }

  /** In how many ms the next one may be told or is given up, and whether a quiet hour ends then; nothing: all is settled. */
  next(nowMs: number): { afterMs: number; isQuiet: boolean } | undefined {
    const waits = [...this.#rows.values()].flatMap(({ delivery }) => {
      const standing = standingOf(delivery, nowMs);
      if (standing.kind === 'settled') return [];
      const afterMs = standing.kind === 'waiting' ? standing.ms : 0;
      return [{ afterMs, isQuiet: delivery.reason === 'quietHours' && afterMs > 0 }];
    });
    return waits.sort((a, b) => a.afterMs - b.afterMs)[0];
  }

  /** All or none; throws `Conflict` when somebody else moved one of them since it was read. At most 100. */
  async move(moves: Moves): Promise<void> {
    if (moves.length === 0) return;
    const at = toInstant(this.#ctx.clock.now());
    const rows = moves.map(([person, move]) => {
      const known = this.#rows.get(person);
      const { job } = this.#at;
      const attempts = known?.delivery.attempts ?? 0;
      const delivery: Delivery = { job, person, reason: '', attempts, at, activity: '', ...move };
      return { value: delivery, etag: known?.etag ?? '' };
    });
    const etags = await putShard(this.#ctx, this.#at.job, this.#at.shard, rows);
    for (const [n, { value }] of rows.entries())
      this.#rows.set(value.person, { etag: etags[n] ?? '', delivery: value });
  }

  /** What was reserved and never heard of again may have arrived: it is said so, and nothing is repeated. */
  async giveUpUnanswered(nowMs: number): Promise<void> {
    for (const some of inChunks(this.#peopleIn('unanswered', nowMs), DELIVERIES_AT_ONCE))
      await this.move(some.map((person) => [person, { state: 'unknown', reason: 'unanswered' }]));
  }

  #peopleIn(kind: 'open' | 'unanswered', nowMs: number): PersonId[] {
    return [...this.#rows]
      .filter(([, { delivery }]) => standingOf(delivery, nowMs).kind === kind)
      .map(([person]) => person);
  }
}
