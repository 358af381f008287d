import { asId } from '#domain/ids.ts';
import { sendAnnouncementNow } from './announcements.ts';
import type { Context } from './context.ts';
import { projectEnrolment } from './enrolment.ts';
import { projectMeasure } from './feedback.ts';
import { applyImport } from './imports.ts';
import { projectPair } from './pairs.ts';
import { publishRoundNow } from './rounds.ts';
import type { Message } from './rows.ts';
import { advanceSearch } from './searchTurns.ts';

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
