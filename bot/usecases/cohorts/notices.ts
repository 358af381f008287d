import type { Announcement, Notice, Reply } from '#domain/announcements/announcement.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Cohort, Enrolment, Member } from '#domain/cohorts/cohort.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import { keyOf, rangeOf } from '#usecases/story/partition.ts';
import type { Words } from '#words/words.ts';

type NoticeOf<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** What taking part asks of somebody: one conversation, and a little to think about before and after. */
export const HOURS_PER_MONTH = 2;

/** Due while the person has not answered. */
export async function composeInvitation(
  ctx: Context,
  to: PersonId,
  { cohort }: NoticeOf<'invitation'>,
  _words: Words,
): Promise<NoticeView | undefined> {
  const [cohortRow, enrolmentRow] = await Promise.all([
    ctx.tables.find('cohorts', cohort, 'cohort'),
    ctx.tables.find('people', to, keyOf('enrolment', cohort)),
  ]);
  const enrolment = enrolmentRow?.value as Enrolment | undefined;
  if (!cohortRow || enrolment?.state !== 'invited') return undefined;
  return {
    kind: 'invitation',
    cohort,
    cohortName: (cohortRow.value as Cohort).name,
    role: enrolment.role,
    from: await championName(ctx, cohort),
    hoursPerMonth: HOURS_PER_MONTH,
  };
}

/** The champion who has run the cohort longest speaks for it. */
async function championName(ctx: Context, cohort: string): Promise<string> {
  const rows = await ctx.tables.list('cohorts', cohort, rangeOf('champion'));
  const since = (row: { value: object }) => (row.value as { since: string }).since;
  const first = rows.sort((a, b) => (since(a) < since(b) ? -1 : 1))[0];
  return first ? (await contactOf(ctx, first.key.slice('champion_'.length) as PersonId)).name : '';
}

/** Due while the person takes part or is invited: whoever left or passed meanwhile gets no news. */
export async function composeAnnouncement(
  ctx: Context,
  to: PersonId,
  { cohort, announcement }: NoticeOf<'announcement'>,
  _words: Words,
): Promise<NoticeView | undefined> {
  const find = (key: string) => ctx.tables.find('cohorts', cohort, key);
  const [cohortRow, row, memberRow] = await Promise.all([
    find('cohort'),
    find(keyOf('announcement', announcement)),
    find(keyOf('member', to)),
  ]);
  const state = (memberRow?.value as Member | undefined)?.state;
  if (!cohortRow || !row || (state !== 'joined' && state !== 'invited')) return undefined;
  const { by, title, text } = row.value as Announcement;
  const from = (await contactOf(ctx, by)).name;
  return {
    ...{ kind: 'announcement', cohort, announcement, from, title, text },
    cohortName: (cohortRow.value as Cohort).name,
  };
}

/** Due while the reader is still a champion of the cohort. */
export async function composeAnnouncementReply(
  ctx: Context,
  to: PersonId,
  { cohort, announcement, from, reply }: NoticeOf<'announcementReply'>,
  _words: Words,
): Promise<NoticeView | undefined> {
  const find = (key: string) => ctx.tables.find('cohorts', cohort, key);
  const [cohortRow, champion, row, said] = await Promise.all([
    find('cohort'),
    find(keyOf('champion', to)),
    find(keyOf('announcement', announcement)),
    ctx.tables.find('people', from, keyOf('reply', reply)),
  ]);
  if (!cohortRow || !champion || !row || !said) return undefined;
  return {
    kind: 'announcementReply',
    cohortName: (cohortRow.value as Cohort).name,
    title: (row.value as Announcement).title,
    from: (await contactOf(ctx, from)).name,
    text: (said.value as Reply).text,
  };
}
