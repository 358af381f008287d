import type { Unsaid } from '#domain/all/lookups.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import { rememberList } from '#usecases/searches/cards.ts';
import type { Context } from '#usecases/story/context.ts';
import type { DueNoun } from '#usecases/story/due.ts';
import { type DueKind, dueKind } from '#usecases/story/dueKind.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { findLookup, putLookup, removeLookup } from '#usecases/story/lookups.ts';
import { Conflict, type Row, type SendOutcome } from '#usecases/story/ports.ts';
import { patiently } from './patience.ts';
import type { Outgoing } from './turn.ts';

/** What a pointer to something unsaid carries: its key, and how often it was tried from there. */
interface AboutUnsaid extends Record<string, string> {
  unsaid: string;
  tries: string;
}
const unsaidNoun: DueNoun<AboutUnsaid> = { noun: 'unsaid' };

/** Later than whoever said it first has come to an end: three calls of 15 s, and two pauses. */
const AGAIN_MS = 60_000;
const MOST_TRIES = 8;
/** UTF-16 units that one property of a row holds, with a margin; two hold more than Teams takes of a message. */
const MOST_UNITS = 30_000;

export interface Next {
  person: PersonId;
  channel: Channel;
  /** The press that it follows. */
  replyTo: string;
  message: Outgoing;
}

type Say = (channel: Channel, message: Outgoing, replyTo: string) => Promise<SendOutcome>;

/**
 * The bot's next message after a press. Teams waits five seconds for what becomes of the card, the connector may
 * take longer: so the message is written down, the press answered, and then it is said. A minute later the tick looks
 * for it, in case that this server went down meanwhile. Whoever says it takes it first; what was taken and never heard
 * of again may have arrived, and is not repeated.
 */
export class Following {
  readonly #ctx: Context;
  readonly #say: Say;
  readonly #saying = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(ctx: Context, say: Say) {
    this.#ctx = ctx;
    this.#say = say;
  }

  /**
   * Writes it down, so that nothing loses it from here on; says it once the press is `answered`. What is larger than
   * Teams takes is left out: the press counts all the same.
   */
  async keep({ person, channel, replyTo, message }: Next, answered: Promise<unknown>): Promise<void> {
    const { due, clock, ids, tables, log } = this.#ctx;
    const kept = written(message);
    if ((kept.rest ?? '').length > MOST_UNITS)
      return log.warn({}, 'what follows a press is too large for Teams');
    const key = ids.next('unsaid');
    const value: Unsaid = { person, channel, replyTo, ...kept, sinceMs: 0 };
    await due.point(clock.now() + AGAIN_MS, unsaidNoun, { unsaid: key, tries: '1' });
    const etag = await putLookup(tables, 'unsaid', { key, value });
    const saying = answered
      .then(() => {
        const row: Row<Unsaid> = { key, etag, value };
        return patiently(() => this.#attempt(row), this.#stopping.signal);
      })
      .catch((error: unknown) => {
        log.warn({ err: faultOf(error) }, 'what follows a press is said a minute later');
      })
      .finally(() => this.#saying.delete(saying));
    this.#saying.add(saying);
  }

  /** Comes back when nothing is being said any more. */
  async idle(): Promise<void> {
    while (this.#saying.size > 0) await Promise.race(this.#saying);
  }

  /** Ends what is being said now; what Teams asks to wait with is left to whoever looks a minute later. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  /** What a server that is gone has left unsaid. */
  get due(): DueKind<AboutUnsaid> {
    return dueKind(unsaidNoun.noun, async (ctx, { unsaid, tries }) => {
      const row = await findLookup(ctx.tables, 'unsaid', unsaid);
      if (!row) return;
      const isLast = Number(tries) >= MOST_TRIES;
      const afterMs = await this.#lookAgain(row, isLast);
      if (afterMs === 0) return;
      const again = { unsaid, tries: `${Number(tries) + 1}` };
      await ctx.due.point(ctx.clock.now() + Math.max(afterMs, AGAIN_MS), unsaidNoun, again);
    });
  }

  /** Says what nobody is saying; answers after how long to look again, 0 when there is nothing left to do. */
  async #lookAgain(row: Row<Unsaid>, isLast: boolean): Promise<number> {
    const { sinceMs } = row.value;
    if (sinceMs > 0 && this.#ctx.clock.now() - sinceMs < AGAIN_MS) return AGAIN_MS;
    const afterMs = sinceMs > 0 ? 0 : await this.#attempt(row);
    if (afterMs > 0 && !isLast) return afterMs;
    if (afterMs > 0 || sinceMs > 0) await unlessTaken(() => removeLookup(this.#ctx.tables, 'unsaid', row));
    return 0;
  }

  /**
   * Takes it and says it; `row` is then what it has become. Answers after how long to try again, 0 when there is
   * nothing left to do: also where somebody else took it, or the person is erased.
   */
  async #attempt(row: Row<Unsaid>): Promise<number> {
    if (!(await this.#note(row, this.#ctx.clock.now()))) return 0;
    const { channel, replyTo } = row.value;
    const message = readBack(row.value);
    const outcome = await this.#say(channel, message, replyTo);
    if (outcome.state === 'later') return (await this.#note(row, 0)) ? Math.max(1, outcome.afterMs) : 0;
    await unlessTaken(() => removeLookup(this.#ctx.tables, 'unsaid', row));
    if (outcome.state === 'sent') await remember(this.#ctx, message, outcome.activity);
    return 0;
  }

  /** Notes since when it is being said; false where it is not as it was any more. */
  async #note(row: Row<Unsaid>, sinceMs: number): Promise<boolean> {
    const { key, etag } = row;
    const value = { ...row.value, sinceMs };
    const noted = await unlessTaken(() => putLookup(this.#ctx.tables, 'unsaid', { key, value, etag }));
    if (noted === undefined) return false;
    Object.assign(row, { value, etag: noted });
    return true;
  }
}

/** A message as a row holds it; never parted within a character. */
function written(message: Outgoing): Pick<Unsaid, 'message' | 'rest'> {
  const all = JSON.stringify(message);
  if (all.length <= MOST_UNITS) return { message: all };
  const isWithin = /[\uD800-\uDBFF]/.test(all.charAt(MOST_UNITS - 1));
  const end = isWithin ? MOST_UNITS - 1 : MOST_UNITS;
  return { message: all.slice(0, end), rest: all.slice(end) };
}

const readBack = ({ message, rest = '' }: Unsaid): Outgoing => JSON.parse(message + rest);

/** What was done; undefined where somebody else was faster. */
async function unlessTaken<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return undefined;
  }
}

/** The message is with its reader: what goes wrong here costs them no more than that it is not updated later. */
export async function remember(ctx: Context, message: Outgoing, activity: string): Promise<void> {
  if ('text' in message || !message.asks || activity === '') return;
  try {
    await rememberList(ctx, { ...message.asks, activity });
  } catch (error) {
    ctx.log.warn({ err: faultOf(error) }, 'a list of a search will not be updated');
  }
}
