import type { News } from '#domain/announcements/announcement.ts';
import { isGoingOut } from '#domain/announcements/course.ts';
import type { AnnouncementNotice } from '#domain/announcements/notices.ts';
import type { AnnouncementId, CohortId, PersonId } from '#domain/basics/ids.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';
import { learn } from '#usecases/story/readOnce.ts';
import { findRow, keyOf } from '#usecases/story/rows.ts';
import { newsOf } from './writing.ts';

/** Stands in a test where a card names its announcement. */
export const TEST = 'test';

export type AnnouncementFacts =
  | ({ kind: 'announcement'; cohort: CohortId; announcement: AnnouncementId } & News)
  | ({ kind: 'announcementTest'; cohort: CohortId } & News)
  | { kind: 'announcementReply'; cohortName: string; title: string; from: string; text: string };

/** More rows than this between the first and the last of them are not read for their sake: each is, when it is needed. */
const MOST_BETWEEN = 20;

/** Who of these takes part, with one question where they stand near each other. `people` by id. */
export async function foreseeAnnouncement(
  ctx: Context,
  people: readonly PersonId[],
  { cohort }: Extract<AnnouncementNotice, { kind: 'announcement' }>,
): Promise<void> {
  if (people.length < 2) return;
  const keys = people.map((person) => keyOf('member', person));
  const limit = people.length * MOST_BETWEEN;
  const rows = await ctx.tables.list('cohorts', cohort, {
    from: keys[0] ?? '',
    to: `${keys.at(-1)} `,
    limit,
  });
  const last = rows.length < limit ? keys.at(-1) : rows.at(-1)?.key;
  const read = keys.filter((key) => last !== undefined && key <= last);
  learn(ctx, { table: 'cohorts', partition: cohort }, read, rows);
}

export const announcementNotices: Composers<AnnouncementNotice, AnnouncementFacts> = {
  /** Due while the person takes part or is invited, and it goes out: whoever left or passed gets no news. */
  async announcement(ctx, to, { cohort, announcement }) {
    const rows = await Partition.pick(ctx, cohort, [
      ['cohort'],
      ['announcement', announcement],
      ['member', to],
    ]);
    const [about, known] = [rows.find('cohort')?.value, rows.find('announcement', announcement)?.value];
    const state = rows.find('member', to)?.value.state;
    if (!about || !known || !isGoingOut(known)) return undefined;
    if (state !== 'joined' && state !== 'invited') return undefined;
    return { kind: 'announcement', cohort, announcement, ...(await newsOf(ctx, rows, known)) };
  },

  /** Due while its writer is still a champion of the cohort. */
  async announcementTest(ctx, to, { cohort, content }) {
    const rows = await Partition.pick(ctx, cohort, [['cohort'], ['champion', to]]);
    if (!rows.find('cohort') || !rows.find('champion', to)) return undefined;
    return { kind: 'announcementTest', cohort, ...(await newsOf(ctx, rows, { ...content, by: to })) };
  },

  /** Due while the reader is still a champion of the cohort. */
  async announcementReply(ctx, to, { cohort, announcement, from, reply }) {
    const rows = await Partition.pick(ctx, cohort, [
      ['cohort'],
      ['champion', to],
      ['announcement', announcement],
    ]);
    const [about, known] = [rows.find('cohort')?.value, rows.find('announcement', announcement)?.value];
    const said = await findRow(ctx, 'people', from, 'reply', reply);
    if (!about || !rows.find('champion', to) || !known || !said) return undefined;
    return {
      kind: 'announcementReply',
      cohortName: about.name,
      title: known.title,
      from: (await contactOf(ctx, from)).name,
      text: said.value.text,
    };
  },
};
