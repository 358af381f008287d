import { type ExchangeId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { seenText } from '#domain/basics/visible.ts';

/** In what way one helped the other. */
export const EXCHANGE_KINDS = ['introduction', 'project', 'skill', 'story', 'other'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];
/** Longest text beside the kind; one line is enough. */
export const EXCHANGE_TEXT_MAX = 300;

/** Row `exchange_<id>`: one of a pair helped another of it. All of them see it. */
export interface Exchange {
  exchange: ExchangeId;
  /** Who helped, and whom. */
  by: PersonId;
  to: PersonId;
  kind: ExchangeKind;
  /** What it was; may be empty but for `other`. */
  text: string;
  writer: PersonId;
  at: Instant;
}

export type ExchangeTold = Pick<Exchange, 'by' | 'to' | 'kind' | 'text'>;

/** A help that one of its two sides tells of; `members` are all of the pair. */
export function newExchange(
  exchange: ExchangeId,
  told: ExchangeTold,
  from: { writer: PersonId; members: readonly PersonId[]; nowMs: number },
): Exchange {
  const { by, to, kind } = told;
  const isTheirs = by !== to && [by, to].includes(from.writer);
  if (!isTheirs || ![by, to].every((one) => from.members.includes(one)))
    throw new Refusal('invalid', 'pair:exchange.who');
  const text = seenText(told.text);
  if (text.length > EXCHANGE_TEXT_MAX)
    throw new Refusal('invalid', 'pair:exchange.tooLong', { max: EXCHANGE_TEXT_MAX });
  if (kind === 'other' && text === '') throw new Refusal('invalid', 'pair:exchange.needText');
  return { exchange, by, to, kind, text, writer: from.writer, at: toInstant(from.nowMs) };
}

/** Only who wrote it takes it back. */
export function requireOwnExchange({ writer }: Exchange, person: PersonId): void {
  if (writer !== person) throw new Refusal('forbidden', 'pair:exchange.notYours');
}
