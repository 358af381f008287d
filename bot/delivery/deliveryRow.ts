import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery, putDelivery } from '#usecases/story/deliveries.ts';
import type { Move } from './standing.ts';

/** The one row that says what became of a job for a person; every move is made under its ETag. */
export class DeliveryRow {
  readonly #ctx: Context;
  readonly #job: string;
  readonly #person: PersonId;
  #etag = '';
  #delivery: Delivery | undefined;

  private constructor(ctx: Context, job: string, person: PersonId) {
    this.#ctx = ctx;
    this.#job = job;
    this.#person = person;
  }

  static async open(ctx: Context, job: string, person: PersonId): Promise<DeliveryRow> {
    const opened = new DeliveryRow(ctx, job, person);
    const row = await findDelivery(ctx, job, person);
    opened.#etag = row?.etag ?? '';
    opened.#delivery = row?.value;
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
    this.#etag = await putDelivery(this.#ctx, value, this.#etag);
    this.#delivery = value;
  }
}
