import type { AnnouncementId, CohortId } from '#domain/basics/ids.ts';
import type { SponsorNotice } from '#domain/sponsors/notices.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';

export type SponsorFacts =
  | { kind: 'sponsor'; cohort: CohortId; cohortName: string; from: string }
  | {
      kind: 'inName';
      cohort: CohortId;
      cohortName: string;
      announcement: AnnouncementId;
      /** Who wrote it. */
      from: string;
      title: string;
      text: string;
      audience: string;
    }
  | {
      kind: 'inNameAnswered';
      cohortName: string;
      sponsor: string;
      title: string;
      answer: 'agreed' | 'declined';
      word: string;
    };

const open = async (ctx: Context, cohort: CohortId, announcement: AnnouncementId) => {
  const rows = await Partition.pick(ctx, cohort, [['cohort'], ['inname', announcement]]);
  return {
    cohortName: rows.find('cohort')?.value.name,
    known: rows.find('inname', announcement)?.value,
    rows,
  };
};

export const sponsorNotices: Composers<SponsorNotice, SponsorFacts> = {
  /** Due as long as they back it. */
  async sponsor(ctx, to, { cohort, by }) {
    const rows = await Partition.pick(ctx, cohort, [['cohort'], ['sponsor', to]]);
    const about = rows.find('cohort')?.value;
    if (!about || !rows.find('sponsor', to)) return undefined;
    const { name: from } = await contactOf(ctx, by);
    return { kind: 'sponsor', cohort, cohortName: about.name, from };
  },
  /** Due until they have answered, or are asked no more. */
  async inName(ctx, to, { cohort, announcement }) {
    const { cohortName, known } = await open(ctx, cohort, announcement);
    if (cohortName === undefined || known?.state !== 'asked' || known.sponsor !== to) return undefined;
    const { name: from } = await contactOf(ctx, known.by);
    const { title, text, audience } = known;
    return { kind: 'inName', cohort, cohortName, announcement, from, title, text, audience };
  },
  /** Due while the champion runs the cohort. */
  async inNameAnswered(ctx, to, { cohort, announcement }) {
    const { cohortName, known, rows } = await open(ctx, cohort, announcement);
    await rows.alsoRows([['champion', to]]);
    if (cohortName === undefined || !known || !rows.find('champion', to)) return undefined;
    const { title, state: answer, word } = known;
    if (answer !== 'agreed' && answer !== 'declined') return undefined;
    const { name: sponsor } = await contactOf(ctx, known.sponsor);
    return { kind: 'inNameAnswered', cohortName, sponsor, title, answer, word };
  },
};
