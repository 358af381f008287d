import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { outboxDue } from '#delivery/outboxCheck.ts';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { sendOff } from '#tests/bot/usecases/announcements/sendOff.ts';
import { jobOf } from '#usecases/announcements/view.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { type Channel, startChannel } from '../house/connector.ts';
import { aCompany, chatOf, untilWorkMs } from './company.ts';
import { contextOf } from './worker.ts';
import { startWorker, untilTold, type WorkerAsked, type WorkerProcess } from './workers.ts';

const NEWS = { title: 'We start', text: 'Welcome, everybody.', audience: 'everyone' as const };
const COHORT = asId<CohortId>('killed');
/** What a dead worker held is shown to others after so long. */
const HIDDEN_MS = 4_000;
/** A reservation is given up after a minute. */
const LATER_MS = 90_000;
const QUIET_MS = 10_000;
const AT_WORK = 2;

export interface Survived {
  deliveries: Delivery[];
  /** How many messages the connector took for somebody. */
  timesOf(delivery: Delivery): number;
  /** Messages it took in all, and before the last worker was killed. */
  taken: number;
  takenBefore: number;
}

/**
 * An announcement through worker processes of which so many are killed while they send; on the way storage goes away
 * and comes back. Storage keeps what it has acknowledged, as Azure does: the emulator saves every few seconds, so it
 * is told to end (SIGTERM), while everything around it goes on.
 */
export async function killWorkers({ people, kills }: { people: number; kills: number }): Promise<Survived> {
  const dir = mkdtempSync(join(tmpdir(), 'turntable-kills-'));
  const channel = await startChannel();
  const one = new Killing(channel, await startAzurite({ dir }), dir);
  try {
    return await one.live(people, kills);
  } finally {
    await one.end();
    channel.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

class Killing {
  readonly #channel: Channel;
  readonly #dir: string;
  readonly #got = new Map<string, number>();
  readonly #aheadMs = untilWorkMs(Date.now());
  #azurite: Azurite;
  #workers: WorkerProcess[] = [];
  #taken = 0;

  constructor(channel: Channel, azurite: Azurite, dir: string) {
    this.#channel = channel;
    this.#azurite = azurite;
    this.#dir = dir;
    channel.hears = (path) => {
      const chat = decodeURIComponent(path.split('/')[3] ?? '');
      this.#got.set(chat, (this.#got.get(chat) ?? 0) + 1);
      this.#taken++;
      return undefined;
    };
  }

  async live(people: number, kills: number): Promise<Survived> {
    const asked = this.#asked(0);
    const { connectionString, name } = asked;
    await new AzureTables({ connectionString }, name).createTables();
    await new AzureQueue({ connectionString }, name).createQueues();
    const ctx = contextOf(asked);
    const at = await aCompany(ctx, { cohort: COHORT, people, serviceUrl: asked.serviceUrl });
    const ready = [...Array(AT_WORK + kills).keys()];
    this.#workers = await inParallel(ready, () => startWorker(asked), 3);
    const id = await sendOff(ctx, at, { ...NEWS, count: people });
    for (const worker of this.#workers.slice(0, AT_WORK)) worker.begin();
    for (let kill = 1; kill <= kills; kill++) {
      // Another one begins before one goes, so that all the time somebody is in the middle of something.
      this.#workers[AT_WORK]?.begin();
      await this.#untilTaken(this.#taken + (people * 0.4) / kills);
      await this.#workers.shift()?.kill();
      if (kill === Math.ceil(kills / 2)) await this.#storageGoes();
    }
    const takenBefore = this.#taken;
    await this.#untilSettled(people);
    const deliveries = await listDeliveries(ctx, jobOf(id, 1));
    const timesOf = ({ person }: Delivery) => this.#got.get(chatOf(person)) ?? 0;
    return { deliveries, timesOf, taken: this.#taken, takenBefore };
  }

  async end(): Promise<void> {
    await this.#endWorkers();
    await this.#azurite.stop();
  }

  async #endWorkers(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.kill()));
  }

  #asked(laterMs: number): WorkerAsked {
    const { serviceUrl, bot, own } = this.#channel;
    const { connectionString } = this.#azurite;
    const aheadMs = this.#aheadMs + laterMs;
    return { connectionString, name: 'kills', serviceUrl, bot, own, aheadMs, hiddenMs: HIDDEN_MS };
  }

  async #storageGoes(): Promise<void> {
    await this.#azurite.stop();
    await wait(1_000);
    this.#azurite = await startAzurite({ dir: this.#dir });
  }

  /** Or until nothing more comes: what the dead have reserved is never sent. */
  async #untilTaken(count: number): Promise<void> {
    for (let before = -1, sinceMs = 0; this.#taken < count; await wait(10)) {
      if (this.#taken !== before) sinceMs = performance.now();
      else if (performance.now() - sinceMs > QUIET_MS) return;
      before = this.#taken;
    }
  }

  /** Those who live go on until nothing more comes, then one whose clock is later settles what nobody answers for. */
  async #untilSettled(people: number): Promise<void> {
    await this.#untilTaken(people);
    await this.#endWorkers();
    const asked = this.#asked(LATER_MS);
    const ctx = contextOf(asked);
    const settler = await startWorker(asked);
    this.#workers.push(settler);
    settler.begin();
    // As the tick does.
    await outboxDue.look(ctx, { table: 'cohorts', partition: COHORT });
    await untilTold(ctx, COHORT, 200);
  }
}
