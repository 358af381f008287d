import { setTimeout as wait } from 'node:timers/promises';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Away, Conflict, type SendOutcome } from '#usecases/story/ports.ts';
import { noteChannel, record, type Sender } from './deliver.ts';
import { DeliveryRow } from './deliveryRow.ts';
import type { Shard } from './shard.ts';
import { type Move, moveAfter } from './standing.ts';

/** What became of one of many: it was not even tried, or Teams has answered. */
export type Outcome = { person: PersonId } & ({ move: Move } | { outcome: SendOutcome; channel: Channel });

const AT_ONCE = 100;
/** Storage that is away while answers come in is waited for this long, each time longer: they are known nowhere else. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Writes down what became of many: whatever has come in while the last were written goes into the next transaction, so
 * that few calls are made when much comes and nothing waits when little does.
 */
export class Recorder {
  readonly #sender: Sender;
  readonly #job: string;
  readonly #shard: Shard;
  #waiting: Outcome[] = [];
  #running: Promise<void> | undefined;
  #failure: unknown;

  constructor(sender: Sender, job: string, shard: Shard) {
    this.#sender = sender;
    this.#job = job;
    this.#shard = shard;
  }

  note(outcome: Outcome): void {
    this.#waiting.push(outcome);
    this.#running ??= this.#writeAll();
  }

  /** Comes back when everything is written. Throws what kept it from that. */
  async end(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    if (this.#failure) throw this.#failure;
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) await this.#patiently(this.#waiting.splice(0, AT_ONCE));
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#running = undefined;
    }
  }

  async #patiently(some: readonly Outcome[]): Promise<void> {
    for (const waitMs of WAITS_MS)
      try {
        return await this.#write(some);
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        await wait(waitMs);
      }
    await this.#write(some);
  }

  async #write(some: readonly Outcome[]): Promise<void> {
    const { ctx } = this.#sender;
    const nowMs = ctx.clock.now();
    const moves = some.map((one) => {
      const attempts = this.#shard.attemptsOf(one.person);
      return [one.person, 'move' in one ? one.move : moveAfter(one.outcome, { attempts }, nowMs)] as const;
    });
    try {
      await this.#shard.move(moves);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const alone = some.map((one, n) => [one, moves[n]?.[1]] as const);
      await inParallel(alone, ([one, move]) => retrying(ctx, () => this.#writeAlone(one, move)), 4);
      return;
    }
    for (const one of some) if ('outcome' in one) await this.#noteChannel(one.person, one);
  }

  /** Somebody moved one of them meanwhile, or an answer of storage got lost: each for itself. */
  async #writeAlone(one: Outcome, move: Move | undefined): Promise<void> {
    const { ctx } = this.#sender;
    if (await this.#isWritten(one.person, move)) return;
    if ('outcome' in one) {
      await record(this.#sender, { job: this.#job, to: one.person }, one);
      return;
    }
    const row = await DeliveryRow.open(ctx, this.#job, one.person);
    if (row.delivery?.state === 'queued') await row.move(one.move);
  }

  /** Whether a row says already what was to be written: the answer of storage got lost, the change did not. */
  async #isWritten(person: PersonId, move: Move | undefined): Promise<boolean> {
    const { delivery } = await DeliveryRow.open(this.#sender.ctx, this.#job, person);
    if (!delivery || !move) return false;
    const { state, reason = '', attempts = delivery.attempts, activity = '' } = move;
    return (
      delivery.state === state &&
      delivery.reason === reason &&
      delivery.attempts === attempts &&
      delivery.activity === activity
    );
  }

  /** Mostly there is nothing to note, and nothing is read for that. What cannot be noted is found out the next time. */
  async #noteChannel(person: PersonId, { outcome, channel }: { outcome: SendOutcome; channel: Channel }) {
    if (outcome.state === 'sent' && channel.state === 'open') return;
    const { ctx } = this.#sender;
    await noteChannel(ctx, person, { outcome, channel }).catch((error) => {
      ctx.log.warn({ err: faultOf(error), person }, 'what Teams said of a chat was not noted');
    });
  }
}
