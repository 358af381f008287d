import { setTimeout as sleep } from 'node:timers/promises';
import type { StatusAnswer } from '#local/contract.ts';
import type { Local } from '#local/startLocal.ts';
import { deliveriesIn, outboxes, type Told } from './books.ts';
import { Person, Unreachable } from './people.ts';

const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 250;
const TWO_MINUTES_MS = 120_000;
const SETTLES_WITHIN_MS = 4_000;

/** The people of the story in one local world, and what all of them can do: wait, and let time pass. */
export class Cast {
  readonly local: Local;
  readonly noor: Person;
  readonly clara: Person;
  readonly diego: Person;
  readonly aisha: Person;
  readonly meera: Person;
  readonly hana: Person;
  /** Whether the app may go down at any moment. */
  readonly isResilient: boolean;

  constructor(local: Local, isResilient = false) {
    this.local = local;
    this.isResilient = isResilient;
    this.noor = new Person(local, 'noor');
    this.clara = new Person(local, 'clara');
    this.diego = new Person(local, 'diego');
    this.aisha = new Person(local, 'aisha');
    this.meera = new Person(local, 'meera');
    this.hana = new Person(local, 'hana');
  }

  /** Looks again and again until there is something; gives up when the app is down. */
  async until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
      if (!(await this.isUp())) throw new Unreachable(what);
      await sleep(LOOK_EVERY_MS);
    }
  }

  async isUp(): Promise<boolean> {
    return (await this.local.ask<StatusAnswer>('status')).app === 'running';
  }

  async advance(advanceMs: number): Promise<void> {
    await this.local.ask('clock', { advanceMs });
  }

  /** What became of a job for a person, once that is decided; undefined while it isn't. */
  async findSettled(job: string, who: Person): Promise<Told | undefined> {
    const all = await deliveriesIn(this.local);
    const mine = all.find((delivery) => delivery.job === job && delivery.who === who.key);
    return mine?.state === 'queued' || mine?.state === 'reserved' ? undefined : mine;
  }

  /** Everything is told. After a crash that takes a look of the tick, or two, for which time must pass. */
  async settle(): Promise<void> {
    let waitedMs = 0;
    await this.until('every outbox is empty', async () => {
      const left = await outboxes(this.local);
      waitedMs += LOOK_EVERY_MS;
      if (left.length > 0 && this.isResilient && waitedMs % SETTLES_WITHIN_MS === 0)
        await this.advance(TWO_MINUTES_MS);
      return left.length === 0;
    });
  }

  /** After a crash: the app is started again, and so much time passes that what was lost is found. */
  async recover(): Promise<void> {
    await this.local.startApp();
    await this.advance(TWO_MINUTES_MS);
  }
}
