import { asId } from '#domain/basics/ids.ts';
import { sendAnnouncementNow } from '#usecases/announcements/announcements.ts';
import { applyImport } from '#usecases/cohorts/imports.ts';
import { projectEnrolment } from '#usecases/enrolment/enrolment.ts';
import { publishRoundNow } from '#usecases/matching/rounds.ts';
import { projectMeasure } from '#usecases/meetings/feedback.ts';
import { projectPair } from '#usecases/pairs/pairs.ts';
import { advanceSearch } from '#usecases/searches/turns.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Message } from '#usecases/story/rows.ts';

/** Does what an outbox message asks for, except `notify`, which is the worker's. May run twice: same effect. */
export async function carryOut(ctx: Context, message: Exclude<Message, { kind: 'notify' }>): Promise<void> {
  switch (message.kind) {
    case 'projectEnrolment':
      return projectEnrolment(ctx, asId(message.cohort), message.person);
    case 'projectPair':
      return projectPair(ctx, asId(message.pair));
    case 'projectMeasure':
      return projectMeasure(ctx, asId(message.pair), asId(message.occurrence), message.person);
    case 'advanceSearch':
      return advanceSearch(
        ctx,
        { cohort: asId(message.cohort), person: message.person },
        asId(message.ended),
      );
    case 'applyImport':
      return applyImport(ctx, asId(message.cohort), message.import);
    case 'publishRound':
      return publishRoundNow(ctx, asId(message.cohort), message.round);
    case 'sendAnnouncement':
      return sendAnnouncementNow(ctx, asId(message.cohort), asId(message.announcement));
    default:
      return message satisfies never;
  }
}
