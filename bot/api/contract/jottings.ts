import { z } from 'zod';
import { CURIOSITY_MAX } from '#domain/meetings/curiosity.ts';
import { JOTTING_MAX } from '#domain/meetings/jottings.ts';
import { count, id, instant, someText, text } from './basics.ts';

/** A line, and whether the others may read it. */
export const JottingBody = z.object({ text: someText(JOTTING_MAX), shared: z.boolean() });
export type JottingBody = z.infer<typeof JottingBody>;
/** My own, or one that is shared with me. */
export const JottingView = z.object({
  jotting: id,
  /** Sent back as If-Match with a change; empty where I am not its writer. */
  etag: z.string(),
  occurrence: id,
  isMine: z.boolean(),
  firstName: z.string(),
  text: z.string(),
  shared: z.boolean(),
  at: instant,
});
export type JottingView = z.infer<typeof JottingView>;
/** Latest first. */
export const Jottings = z.object({ jottings: z.array(JottingView) });
export type Jottings = z.infer<typeof Jottings>;

/** What I am curious about; empty takes it away. */
export const CuriosityBody = z.object({ text: text(CURIOSITY_MAX), shared: z.boolean() });
export type CuriosityBody = z.infer<typeof CuriosityBody>;
/** What waits for the next time we meet: mine, and what the others share. */
export const Curiosities = z.object({
  mine: CuriosityBody.nullable(),
  /** Sent back as If-Match with what I say: 0 where there is nothing of mine. */
  seq: count,
  others: z.array(z.object({ firstName: z.string(), text: z.string() })),
});
export type Curiosities = z.infer<typeof Curiosities>;

export interface JottingShapes {
  jottings: { answer: Jottings };
  jot: { body: JottingBody; answer: JottingView };
  changeJotting: { body: JottingBody; answer: JottingView };
  removeJotting: object;
  curiosity: { answer: Curiosities };
  saveCuriosity: { body: CuriosityBody; answer: Curiosities };
}
