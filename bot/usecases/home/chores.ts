import type { Chore } from '#domain/all/messages.ts';
import { announcementChores } from '#usecases/announcements/sending.ts';
import { cohortChores } from '#usecases/cohorts/importSteps.ts';
import { enrolmentChores } from '#usecases/enrolment/enrolment.ts';
import { gatheringChores } from '#usecases/gatherings/gatherings.ts';
import { lifeChores } from '#usecases/life/members.ts';
import { roundChores } from '#usecases/matching/rounds.ts';
import { pairChores } from '#usecases/pairs/chores.ts';
import { peopleChores } from '#usecases/people/joining.ts';
import { privacyChores } from '#usecases/privacy/erasing.ts';
import { rosterChores } from '#usecases/roster/chores.ts';
import { searchChores } from '#usecases/searches/turns.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';

const CARRY_OUT: Chores<Chore> = {
  ...peopleChores,
  ...cohortChores,
  ...announcementChores,
  ...gatheringChores,
  ...pairChores,
  ...roundChores,
  ...searchChores,
  ...enrolmentChores,
  ...lifeChores,
  ...privacyChores,
  ...rosterChores,
};

/** Does what an outbox message asks for that is no message to people. May run twice: same effect. */
export async function carryOut(ctx: Context, chore: Chore): Promise<void> {
  const does = CARRY_OUT[chore.kind] as (ctx: Context, chore: Chore) => Promise<void>;
  if (!Object.hasOwn(CARRY_OUT, chore.kind)) throw new Error('nobody here knows this kind of chore');
  return does(ctx, chore);
}
