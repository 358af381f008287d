import { UNDO_SECONDS } from '#domain/announcements/announcement.ts';
import type { AnnouncementId } from '#domain/basics/ids.ts';
import { announce, type Draft } from '#usecases/announcements/writing.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';

/** An announcement written so long ago that it goes out now, with whatever is done next. */
export const sendOff = (ctx: Context, at: InCohort, asked: Draft): Promise<AnnouncementId> =>
  announce({ ...ctx, clock: { now: () => ctx.clock.now() - UNDO_SECONDS * 1_000 } }, at, asked);
