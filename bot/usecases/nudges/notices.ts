import type { ProposedTime } from '#domain/meetings/proposedTimes.ts';
import type { NudgeNotice } from '#domain/nudges/notices.ts';
import { type NudgeRule, stillHolds } from '#domain/nudges/rules.ts';
import type { PairNudge } from '#domain/nudges/told.ts';
import type { Role } from '#domain/people/person.ts';
import { nextTimes } from '#usecases/meetings/planning.ts';
import { mailsOf } from '#usecases/pairs/mails.ts';
import { type About, aboutOf } from '#usecases/pairs/notices.ts';
import { findOpenPair, firstNameIn, firstNamesOf } from '#usecases/pairs/pairs.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { seenIn } from './nudges.ts';

/** What a nudge says: first names, and for one that asks for a time, when everybody is at work. */
export interface NudgeFacts extends About, PairNudge {
  kind: 'nudge';
  role: Role;
  myFirstName: string;
  firstNames: string[];
  mails: string[];
  times: ProposedTime[];
}

/** Which nudges ask for a time. */
const ASKS_FOR_TIME: readonly NudgeRule[] = ['firstMeeting', 'anotherTime', 'rhythm'];

export const nudgeNotices: Composers<NudgeNotice, NudgeFacts> = {
  /** Nothing where what it asks for has been done while it waited, or the pair has a break. */
  async nudge(ctx, to, { pair, rule, occasion }) {
    const open = await findOpenPair(ctx, to, pair);
    const seen = open && seenIn(open.rows);
    if (!seen || !stillHolds(seen, open.me, { rule, occasion }, ctx.clock.now())) return undefined;
    return {
      ...{ kind: 'nudge', pair, rule, occasion, role: open.me.role },
      ...aboutOf(open),
      myFirstName: firstNameIn(open.pair, to),
      firstNames: firstNamesOf(open),
      mails: await mailsOf(ctx, open),
      times: ASKS_FOR_TIME.includes(rule) ? (await nextTimes(ctx, open)).times : [],
    };
  },
};
