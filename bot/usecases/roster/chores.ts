import type { RosterMessage } from '#domain/roster/messages.ts';
import { goOnInParts } from '#usecases/cohorts/inviting.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { askAgainNow } from './askingAgain.ts';
import { goOnMoving } from './moving.ts';

export const rosterChores: Chores<RosterMessage> = {
  goOnAskingAgain: (ctx, message) => goOnInParts(ctx, message, askAgainNow),
  goOnMoving: (ctx, message) => goOnMoving(ctx, message),
};
