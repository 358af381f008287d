import { z } from 'zod';
import type { PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { unwritableIn } from '#domain/basics/writable.ts';
import type { Outgoing, Parts, Speaker } from '#teams/answering/turn.ts';
import type { Drawn } from '#teams/cards/parts.ts';

/** What a pressed button leads to. */
export interface Answer {
  /** Takes the place of the card that was pressed. */
  card?: Drawn;
  /** Said beside the button, where the card stays. */
  text?: string;
  /** The bot's next message. */
  next?: Outgoing | undefined;
  /** Who pressed; missing for whom nobody knows. */
  person?: PersonId;
  /** Nothing was done: the same press may count later. */
  isOpen?: boolean;
  /** Nothing of it is kept, not even that it was pressed: a repeat acts again, and comes to the same. */
  isUnkept?: boolean;
}

export interface Presser extends Speaker {
  parts: Parts;
}

/** A pressed button whose data fit: its effect, and what makes a second press the same one (empty: never). */
export interface Ready {
  once: string;
  run(by: Presser): Promise<Answer>;
}

/**
 * Something a button can do. Who may do it is decided by the use case on the loaded rows, never by what the card
 * says.
 */
export type Verb = (data: unknown) => Ready;

/** A verb with the shape of its data. `once`: a second press with the same answer on the same card is no second. */
export const verb =
  <In>(
    schema: z.ZodType<In>,
    does: { once?(input: In): string; run(input: In, by: Presser): Promise<Answer> },
  ): Verb =>
  (data) => {
    const parsed = schema.safeParse(data ?? {});
    if (!parsed.success) throw toRefusal(parsed.error);
    if (unwritableIn(parsed.data).length > 0) throw new Refusal('invalid', 'bot:unwritable');
    return { once: does.once?.(parsed.data) ?? '', run: (by) => does.run(parsed.data, by) };
  };

/** A sentence instead of a schema error: too long, a missing choice, or something that is no card of ours. */
function toRefusal({ issues }: z.ZodError): Refusal {
  const tooLong = issues.find((issue) => issue.code === 'too_big' && issue.origin === 'string');
  if (tooLong?.code === 'too_big')
    return new Refusal('invalid', 'bot:tooLong', { max: Number(tooLong.maximum) });
  const fields = issues.map((issue) => issue.path[0]);
  if (fields.includes('worthTheHour')) return new Refusal('invalid', 'feedback:needed');
  if (fields.includes('text')) return new Refusal('invalid', 'bot:announcement.emptyReply');
  return new Refusal('invalid', 'bot:pressed.incomplete');
}

/** An id as a card carries it. */
export const id = z.string().min(1).max(200);
/** Text somebody filled in, at most `max` characters, empty when left out. */
export const words = (max: number) => z.string().trim().max(max).default('');
/** One of the values, empty when left out. */
export const chosen = <const T extends readonly string[]>(values: T) => z.enum([...values, '']).default('');
/** A switch: cards send text. */
export const ticked = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .default(false)
  .transform((value) => value === true || value === 'true');
