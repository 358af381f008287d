import { z } from 'zod';
import { day } from '#api/contract/basics.ts';

/** The day on which somebody is back from a leave. */
export const AwayBody = z.object({ until: day });
export type AwayBody = z.infer<typeof AwayBody>;

export interface LifeShapes {
  sayGone: object;
  sayAway: { body: AwayBody };
  sayBack: object;
  sayOwnAway: { body: AwayBody };
  sayOwnBack: object;
}
