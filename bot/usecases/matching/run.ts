import { createHash } from 'node:crypto';
import { toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { isRunning, progressOf, type RoundRun, type RunStep } from '#domain/matching/progress.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';

const BEAT_MS = 1_000;

/**
 * One run of a round, which others can watch and end. Of two runs of a cohort one alone can sign: each beat, and
 * the end, is written over what this run saw last. A run that is over within a moment writes nothing before.
 */
export class RunningRound {
  readonly #ctx: Context;
  readonly #at: InCohort;
  readonly #ended = new AbortController();
  readonly #seenEtag: string;
  readonly #timer: NodeJS.Timeout;
  #beat: Promise<void> | undefined;
  #hasShown = false;
  #row: RoundRun;

  /** `rows` holds kind `run`. Refuses while another run is on its way. */
  constructor(ctx: Context, at: InCohort, rows: OpenCohort) {
    const known = rows.find('run');
    if (isRunning(known?.value, ctx.clock.now())) throw new Refusal('conflict', 'cohort:round.running');
    const now = toInstant(ctx.clock.now());
    this.#ctx = ctx;
    this.#at = at;
    this.#seenEtag = known?.etag ?? '';
    this.#row = {
      ...{ state: 'running', run: ctx.ids.next('run'), by: at.person, startedAt: now, at: now },
      ...{ ...progressOf('gather', 0, 1), cancelAsked: false },
    };
    this.#timer = setInterval(() => this.#show(), BEAT_MS);
    this.#timer.unref();
  }

  /** Aborted, with the refusal to say, when a champion cancels or another run has taken over. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Notes how far it is, for the next beat. */
  readonly watch = (step: RunStep, done: number, of: number): void => {
    const { phase, part } = progressOf(step, done, of);
    if (part >= this.#row.part) this.#row = { ...this.#row, phase, part };
  };

  #show(): void {
    this.#beat ??= this.#showNow()
      .catch((error: unknown) => {
        if (!(error instanceof Conflict)) this.#ctx.log.warn({ err: error }, 'a run could not show itself');
      })
      .finally(() => {
        this.#beat = undefined;
      });
  }

  async #showNow(): Promise<void> {
    const rows = await this.#open();
    this.#mustHold(rows);
    rows.put('run', '', { ...this.#row, at: toInstant(this.#ctx.clock.now()) });
    await rows.commit();
    this.#hasShown = true;
  }

  #open(): Promise<OpenCohort> {
    anew(this.#ctx);
    return Partition.openCohort(this.#ctx, this.#at.cohort, ['cohort', 'round', 'run']);
  }

  /** Throws, and ends the work, when a champion cancelled or the row is somebody else's. */
  #mustHold(rows: OpenCohort): void {
    const known = rows.find('run');
    const isMine = known?.value.run === this.#row.run && known.value.state === 'running';
    if (isMine && !known.value.cancelAsked) return;
    const isUntouched = !this.#hasShown && !isMine && (known?.etag ?? '') === this.#seenEtag;
    if (isUntouched) return;
    const refusal = new Refusal('conflict', isMine ? 'cohort:round.cancelled' : 'cohort:round.running');
    this.#ended.abort(refusal);
    throw refusal;
  }

  /** Cohort and rounds as they stand now, where whatever is committed next also ends this run. */
  async sign(): Promise<OpenCohort> {
    await this.#stop();
    const rows = await this.#open();
    this.#mustHold(rows);
    rows.put('run', '', { ...this.#row, state: 'idle', part: 100, at: toInstant(this.#ctx.clock.now()) });
    return rows;
  }

  /** Whatever happened: nobody goes on waiting for this run. */
  async leave(): Promise<void> {
    await this.#stop();
    if (!this.#hasShown) return;
    await retrying(this.#ctx, async () => {
      const rows = await this.#open();
      const known = rows.find('run')?.value;
      if (known?.run !== this.#row.run || known.state === 'idle') return;
      rows.put('run', '', { ...known, state: 'idle' });
      await rows.commit();
    });
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beat;
  }
}

export interface RoundsWatched {
  running: (Pick<RoundRun, 'phase' | 'part' | 'cancelAsked'> & { by: string }) | null;
  /** Changes whenever the list of rounds does. */
  version: string;
}

/** The run that is on its way, if one is, and whether there is something new to read: cheap to ask often. */
export async function watchRounds(ctx: Context, at: InCohort): Promise<RoundsWatched> {
  const rows = await openAsChampion(ctx, at, ['round', 'run']);
  const run = rows.find('run')?.value;
  const etags = rows.list('round').map(({ id, etag }) => `${id} ${etag}`);
  const version = createHash('sha256').update(etags.join('\n')).digest('base64url').slice(0, 16);
  if (!isRunning(run, ctx.clock.now())) return { running: null, version };
  const { by, phase, part, cancelAsked } = run;
  return { running: { phase, part, cancelAsked, by: (await namesOf(ctx, [by]))(by) }, version };
}

/** Asks the run that is on its way to end; whichever server has it looks every second. */
export function cancelRound(ctx: Context, at: InCohort): Promise<void> {
  return retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['run']);
    const run = rows.find('run')?.value;
    if (!isRunning(run, ctx.clock.now())) throw new Refusal('conflict', 'cohort:round.notRunning');
    if (run.cancelAsked) return;
    rows.put('run', '', { ...run, cancelAsked: true });
    audit(ctx, rows, { by: at.person, did: 'cancelRound', about: run.run });
    await rows.commit();
  });
}
