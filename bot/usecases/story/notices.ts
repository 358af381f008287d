import type { PersonId } from '#domain/basics/ids.ts';
import type { Context } from './context.ts';

/**
 * What each notice of a noun says, read from the rows at the moment of sending: facts, no sentences. Undefined when
 * it is no longer due for this person.
 */
export type Composers<Notices extends { kind: string }, Facts extends { kind: string }> = {
  [K in Notices['kind']]: (
    ctx: Context,
    to: PersonId,
    notice: Extract<Notices, { kind: K }>,
  ) => Promise<Extract<Facts, { kind: K }> | undefined>;
};

/** Thrown by a chore whose moment has not come: it rests until then. */
export class TooEarly extends Error {
  readonly untilMs: number;
  constructor(untilMs: number) {
    super('the moment of a chore has not come');
    this.name = 'TooEarly';
    this.untilMs = untilMs;
  }
}

/** What each chore of a noun does. It may run twice, at the same time, or again after a crash: same effect. */
export type Chores<Messages extends { kind: string }> = {
  [K in Messages['kind']]: (ctx: Context, message: Extract<Messages, { kind: K }>) => Promise<void>;
};
