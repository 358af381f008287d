import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Mark } from '#domain/all/lookups.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, putLookup, removeLookup } from '#usecases/story/lookups.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';

/** What is known of something that must happen once: new, under way elsewhere, or done. */
export type Standing = 'first' | 'busy' | 'done';

/** After this long, work that was begun and never finished may be begun again: the server went down meanwhile. */
const LOST_AFTER_MS = 10_000;
/** Teams delivers a press again, under a new id, when it was not answered in time; people press again later. */
const REPEAT_MS = 10_000;
/** How long, in real time, a repeat waits for the answer of the first, and how often it looks. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 50;
/** What a row may hold beside the rest. */
const ANSWER_MAX = 30_000;
/** Four hex digits: 65,536 places, reused, so that the table never grows beyond them. */
const DIGITS = 4;

/** Ids of activities begin with that of somebody's chat, which a row must not name. */
const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex');
const placeOf = (digest: string): string => digest.slice(0, DIGITS);

/**
 * Remembers what was answered, in rows of `lookups`. An id lives in one of a fixed number of places and stays
 * until another id needs the same place; repeats come within seconds, so old ones may go.
 */
export class Once {
  readonly #ctx: Context;
  readonly #kind: 'seen_activity' | 'seen_press';
  /** What this instance has begun and not ended yet, so that ending it needs no second look. */
  readonly #begun = new Map<string, string>();

  constructor(ctx: Context, kind: 'activity' | 'press') {
    this.#ctx = ctx;
    this.#kind = `seen_${kind}`;
  }

  /** Begins `id`: exactly one of all who ask at once gets `first`. */
  begin(id: string): Promise<Standing> {
    return retrying(this.#ctx, () => this.#begin(digestOf(id)));
  }

  async #begin(id: string): Promise<Standing> {
    const key = placeOf(id);
    const atMs = this.#ctx.clock.now();
    const row = await findLookup(this.#ctx.tables, this.#kind, key);
    const mark = row?.value;
    if (mark?.id === id && mark.state === 'done') return 'done';
    if (mark?.id === id && atMs - mark.atMs < LOST_AFTER_MS) return 'busy';
    const value: Mark = { id, state: 'begun', atMs };
    const etag = await putLookup(this.#ctx.tables, this.#kind, { key, value, etag: row?.etag });
    this.#begun.set(id, etag);
    return 'first';
  }

  /** From now on `id` is `done`. */
  async finish(activity: string): Promise<void> {
    const id = digestOf(activity);
    const value: Mark = { id, state: 'done', atMs: this.#ctx.clock.now() };
    await this.#end(id, (etag) => putLookup(this.#ctx.tables, this.#kind, { key: placeOf(id), value, etag }));
  }

  /** Nothing came of it: it may be tried again at once. */
  async release(activity: string): Promise<void> {
    const id = digestOf(activity);
    await this.#end(id, (etag) => removeLookup(this.#ctx.tables, this.#kind, { key: placeOf(id), etag }));
  }

  async #end(id: string, write: (etag: string) => Promise<unknown>): Promise<void> {
    const etag = this.#begun.get(id);
    if (etag === undefined) return;
    this.#begun.delete(id);
    try {
      await write(etag);
    } catch (error) {
      // Another id took the place meanwhile: this one is only forgotten earlier.
      if (!(error instanceof Conflict)) throw error;
    }
  }

  /**
   * Does what was pressed, once, and answers every repeat the same. The mark is the last press of a chat, so that
   * the same button counts anew once another was pressed. What came to nothing may be tried again at once.
   */
  async sameAnswer(
    press: LastPress,
    act: () => Promise<Pressed>,
  ): Promise<{ said: string; isFirst: boolean }> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const known = await retrying(this.#ctx, () => this.#beginPress(press));
      if (known.state === 'first') break;
      if (known.state === 'done') return { said: known.answer, isFirst: false };
      if (Date.now() > until) return { said: '', isFirst: false };
      await wait(LOOK_MS);
    }
    const key = keyOfChat(press.chat);
    const forget = () => this.#end(key, (etag) => removeLookup(this.#ctx.tables, this.#kind, { key, etag }));
    const pressed = await act().catch(async (error: unknown) => {
      await forget();
      throw error;
    });
    const { said, person } = pressed;
    if (!pressed.isSettled || said.length > ANSWER_MAX) await forget();
    else {
      const value: Mark = { ...this.#mark(press.id, 'done'), answer: said, ...(person && { person }) };
      await this.#end(key, (etag) => putLookup(this.#ctx.tables, this.#kind, { key, value, etag }));
    }
    return { said, isFirst: true };
  }

  async #beginPress({
    chat,
    id,
  }: LastPress): Promise<{ state: 'first' | 'busy' } | { state: 'done'; answer: string }> {
    const key = keyOfChat(chat);
    const row = await findLookup(this.#ctx.tables, this.#kind, key);
    const mark = row?.value;
    if (mark?.id === id && this.#ctx.clock.now() - mark.atMs < REPEAT_MS)
      return mark.state === 'done' ? { state: 'done', answer: mark.answer ?? '' } : { state: 'busy' };
    const value = this.#mark(id, 'begun');
    this.#begun.set(key, await putLookup(this.#ctx.tables, this.#kind, { key, value, etag: row?.etag }));
    return { state: 'first' };
  }

  #mark(id: string, state: Mark['state']): Mark {
    return { id, state, atMs: this.#ctx.clock.now() };
  }
}

/** One press, told from others by everything that was sent with it. */
export interface LastPress {
  chat: string;
  id: string;
}

/** What came of a press: the answer as it is sent, and whether it stands. */
export interface Pressed {
  said: string;
  isSettled: boolean;
  person?: PersonId | undefined;
}

const keyOfChat = (chat: string): string =>
  `chat_${createHash('sha256').update(chat).digest('hex').slice(0, 32)}`;
