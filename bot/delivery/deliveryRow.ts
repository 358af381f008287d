import type { Delivery } from '#domain/announcements/announcement.ts';
import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { deliveryPartition } from '#usecases/notices/deliveries.ts';
import type { Context } from '#usecases/story/context.ts';

type Move = Pick<Delivery, 'state'> & Partial<Delivery>;

/** The one row that says what became of a job for a person; every move is made under its ETag. */
export class DeliveryRow {
  readonly #ctx: Context;
  readonly #job: string;
  readonly #person: PersonId;
  #etag: string;
  #delivery: Delivery | undefined;

  private constructor(ctx: Context, job: string, person: PersonId) {
    this.#ctx = ctx;
    this.#job = job;
    this.#person = person;
    this.#etag = '';
  }

  static async open(ctx: Context, job: string, person: PersonId): Promise<DeliveryRow> {
    const opened = new DeliveryRow(ctx, job, person);
    const row = await ctx.tables.find('deliveries', deliveryPartition(job, person), person);
    opened.#etag = row?.etag ?? '';
    opened.#delivery = row?.value as Delivery | undefined;
    return opened;
  }

  get delivery(): Delivery | undefined {
    return this.#delivery;
  }

  get attempts(): number {
    return this.#delivery?.attempts ?? 0;
  }

  /** Writes the next state; throws `Conflict` when somebody else moved it since it was read. */
  async move(next: Move): Promise<void> {
    const value: Delivery = {
      job: this.#job,
      person: this.#person,
      reason: '',
      attempts: this.attempts,
      at: toInstant(this.#ctx.clock.now()),
      activity: '',
      ...next,
    };
    const key = this.#person;
    const change = this.#etag
      ? ({ op: 'replace', key, value, etag: this.#etag } as const)
      : ({ op: 'create', key, value } as const);
    const [etag = ''] = await this.#ctx.tables.commit('deliveries', deliveryPartition(this.#job, key), [
      change,
    ]);
    this.#etag = etag;
    this.#delivery = value;
  }
}
