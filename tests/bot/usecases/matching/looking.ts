import type { Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { publishRound, type RunAsked, runRound } from '#usecases/matching/rounds.ts';
import { getRound, type RoundSeen } from '#usecases/matching/view.ts';
import type { Context } from '#usecases/story/context.ts';

/** Runs a round and looks at what came of it, as the champion does. */
export const runAndLook = async (ctx: Context, pilot: Pilot, asked?: RunAsked): Promise<RoundSeen> =>
  getRound(ctx, pilot, await runRound(ctx, pilot, asked));

export async function publishAndLook(ctx: Context, pilot: Pilot, round: number): Promise<RoundSeen> {
  await publishRound(ctx, pilot, round);
  return getRound(ctx, pilot, round);
}
