import type { Context } from '#usecases/story/context.ts';

const MINUTE_MS = 60_000;

/** The key of a press that makes something; without one, the same words in the same minute are the same press. */
export const pressOf = ({ press, ctx }: { press: string; ctx: Pick<Context, 'clock'> }): string =>
  press || `minute ${Math.floor(ctx.clock.now() / MINUTE_MS)}`;
