import type { Notice } from '#domain/announcements/announcement.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Cohort, LeftOutReason, Member } from '#domain/cohorts/cohort.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Words } from '#words/words.ts';

/** Why somebody had nobody in a round, in words for themselves. Due while they take part and have room for somebody. */
export async function composeLeftOut(
  ctx: Context,
  to: PersonId,
  { cohort, round }: Extract<Notice, { kind: 'leftOut' }>,
  words: Words,
): Promise<NoticeView | undefined> {
  const rows = await Partition.pick(ctx, 'cohorts', cohort, [['cohort'], ['member', to]]);
  const about: Cohort | undefined = rows.find('cohort')?.value;
  const member: Member | undefined = rows.find('member', to)?.value;
  if (!about || about.state === 'closed' || member?.state !== 'joined') return undefined;
  if (!(await hasRoom(ctx, to))) return undefined;
  const { role } = member;
  const key = `${String(round).padStart(4, '0')}_${to}_${role}`;
  const left = (await Partition.pick(ctx, 'cohorts', cohort, [['leftout', key]])).find('leftout', key);
  // Whoever was proposed and fell out when the round was published has no reason of their own.
  const reason: LeftOutReason = left?.value.reason ?? 'noPartner';
  const said = words(`bot:leftOut.reason.${reason}.${role}`);
  return { kind: 'leftOut', cohort, cohortName: about.name, role, reason: said };
}

/** Whoever has been introduced otherwise meanwhile, and has room for nobody else, is not left out. */
async function hasRoom(ctx: Context, person: PersonId): Promise<boolean> {
  const rows = await Partition.open(ctx, 'people', person, ['profile', 'slot']);
  return rows.list('slot').length < (rows.find('profile')?.value.capacity ?? 1);
}
