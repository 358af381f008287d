import type { Broadcast } from '#domain/all/messages.ts';
import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { foresee } from '#usecases/home/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Away, Conflict } from '#usecases/story/ports.ts';
import { NotNow } from './budget.ts';
import { answerOf, type Progress, type Sender } from './deliver.ts';
import type { Slot } from './rate.ts';
import { type Prepared, prepareOneOfMany } from './recipient.ts';
import { Recorder } from './recorder.ts';
import { Shard } from './shard.ts';
import { moveAfter } from './standing.ts';

/** So long one turn lasts at most: then whatever else waits comes in between, and a call to stop is heard. */
const TURN_MS = 5_000;
/** Sends of one turn that are under way at the same time. */
const MOST_UNDER_WAY = 50;
/** For so many what they have in common is read together. */
const FORESEEN = 50;
/** When somebody is looked at again whose rows could not be read. */
const TROUBLED_MS = 60_000;

type Ready = Extract<Prepared, { kind: 'ready' }>;

/**
 * Brings a notice to those of one shard for whom it waits, for a while; then the next turn goes on. Some at a time are
 * reserved in one transaction just before their slots begin, and recorded in one as Teams answers: each gets it at most
 * once, whoever else does the same at the same time, and what was reserved by somebody who never came back is settled
 * as `unknown`. `signal`: end the turn early.
 */
export async function broadcast(sender: Sender, message: Broadcast, signal?: AbortSignal): Promise<Progress> {
  const { ctx } = sender;
  const { clock } = ctx;
  const shard = await retrying(ctx, () => openSettled(ctx, message));
  const turn = new Turn(sender, message, shard);
  const pausedMs = await turn.run(signal);
  const nowMs = clock.now();
  const next = shard.next(nowMs);
  if (!next) return { kind: 'done' };
  if (next.isQuiet) return { kind: 'postponed', untilMs: nowMs + next.afterMs };
  const afterMs = Math.max(next.afterMs, pausedMs);
  return afterMs > 0 ? { kind: 'later', afterMs } : { kind: 'onward' };
}

/** The shard as it stands, nothing in it unanswered for long; `Conflict` where somebody else gives up the same. */
async function openSettled(ctx: Context, message: Broadcast): Promise<Shard> {
  const shard = await Shard.open(ctx, message);
  await shard.giveUpUnanswered(ctx.clock.now());
  return shard;
}

class Turn {
  readonly #sender: Sender;
  readonly #message: Broadcast;
  readonly #shard: Shard;
  readonly #records: Recorder;
  readonly #underWay = new Set<Promise<void>>();

  constructor(sender: Sender, message: Broadcast, shard: Shard) {
    this.#sender = sender;
    this.#message = message;
    this.#shard = shard;
    this.#records = new Recorder(sender, message.job, shard);
  }

  /** Answers for how long nothing may be sent. */
  async run(signal?: AbortSignal): Promise<number> {
    const { ctx, rate } = this.#sender;
    const open = this.#shard.open(ctx.clock.now());
    const endMs = performance.now() + TURN_MS;
    let foreseen = 0;
    try {
      for (let n = 0; n < open.length && performance.now() < endMs && !signal?.aborted; n += rate.together) {
        while (this.#underWay.size > MOST_UNDER_WAY) await Promise.race(this.#underWay);
        if (n >= foreseen) {
          await foresee(ctx, open.slice(n, n + FORESEEN), this.#message.notice);
          foreseen = n + FORESEEN;
        }
        await this.#tell(open.slice(n, n + rate.together));
      }
    } catch (error) {
      if (error instanceof NotNow) return error.afterMs;
      // Somebody else is at work here: they go on.
      if (!(error instanceof Conflict)) throw error;
    } finally {
      await Promise.all(this.#underWay);
      await this.#records.end();
    }
    return 0;
  }

  /** Comes back when they are under way. */
  async #tell(people: readonly PersonId[]): Promise<void> {
    const ready = await this.#prepare(people);
    if (ready.length === 0) return;
    const slots = await this.#sender.rate.takeTogether(ready.length);
    await this.#shard.move(
      ready.map(({ to: { person } }) => {
        const attempts = this.#shard.attemptsOf(person) + 1;
        return [person, { state: 'reserved', attempts }] as const;
      }),
    );
    ready.forEach((one, n) => {
      const sending = this.#send(one, slots[n]).finally(() => this.#underWay.delete(sending));
      this.#underWay.add(sending);
    });
  }

  async #send(one: Ready, slot: Slot | undefined): Promise<void> {
    if (slot) await slot();
    const outcome = await answerOf(this.#sender, this.#message.job, one);
    this.#records.note({ person: one.to.person, outcome, channel: one.to.channel });
  }

  /** Who is to be told now; of the others it is written down why not. */
  async #prepare(people: readonly PersonId[]): Promise<Ready[]> {
    const ready: Ready[] = [];
    const prepareOne = async (person: PersonId) => {
      const prepared = await this.#prepareOne(person);
      if (prepared?.kind === 'ready') ready.push(prepared);
      if (prepared?.kind === 'settled') {
        const { state, reason } = prepared;
        this.#records.note({ person, move: { state, reason } });
      }
      if (prepared?.kind === 'quiet') {
        const at = toInstant(prepared.untilMs);
        this.#records.note({ person, move: { state: 'queued', reason: 'quietHours', at } });
      }
    };
    await Promise.all(people.map(prepareOne));
    return ready;
  }

  /** Trouble with the rows of one must not keep it from the others: they are looked at again later. */
  async #prepareOne(person: PersonId): Promise<Prepared | undefined> {
    const { ctx } = this.#sender;
    try {
      return await prepareOneOfMany(this.#sender, { to: person, notice: this.#message.notice });
    } catch (error) {
      if (error instanceof Away) throw error;
      ctx.log.error({ err: faultOf(error), job: this.#message.job, person }, 'somebody cannot be told now');
      const attempts = this.#shard.attemptsOf(person) + 1;
      const move = moveAfter({ state: 'later', afterMs: TROUBLED_MS }, { attempts }, ctx.clock.now());
      const reason = move.state === 'queued' ? '' : 'refused';
      this.#records.note({ person, move: { ...move, reason, attempts } });
      return undefined;
    }
  }
}
