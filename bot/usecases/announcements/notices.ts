import type { AnnouncementNotice } from '#domain/announcements/notices.ts';
import type { AnnouncementId, CohortId } from '#domain/basics/ids.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

export type AnnouncementFacts =
  | {
      kind: 'announcement';
      cohort: CohortId;
      cohortName: string;
      announcement: AnnouncementId;
      from: string;
      title: string;
      text: string;
    }
  | { kind: 'announcementReply'; cohortName: string; title: string; from: string; text: string };

export const announcementNotices: Composers<AnnouncementNotice, AnnouncementFacts> = {
  /** Due while the person takes part or is invited: whoever left or passed meanwhile gets no news. */
  async announcement(ctx, to, { cohort, announcement }) {
    const rows = await Partition.pick(ctx, cohort, [
      ['cohort'],
      ['announcement', announcement],
      ['member', to],
    ]);
    const [about, known] = [rows.find('cohort')?.value, rows.find('announcement', announcement)?.value];
    const state = rows.find('member', to)?.value.state;
    if (!about || !known || (state !== 'joined' && state !== 'invited')) return undefined;
    const { by, title, text } = known;
    const from = (await contactOf(ctx, by)).name;
    return { kind: 'announcement', cohort, announcement, from, title, text, cohortName: about.name };
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
