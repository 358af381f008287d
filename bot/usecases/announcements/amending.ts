import type { Announcement, Content, News } from '#domain/announcements/announcement.ts';
import { contentIn } from '#domain/announcements/content.ts';
import { mustBeOut } from '#domain/announcements/course.ts';
import type { Amend } from '#domain/announcements/messages.ts';
import { type AnnouncementId, type CohortId, toInstant, toMs } from '#domain/basics/ids.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { tellAmends } from './tellAmends.ts';
import { jobOf, triesOf } from './view.ts';
import { getAnnouncement, mustBeTheirs, mustBeWellMade, newsOf } from './writing.ts';

/** What an announcement that somebody has becomes: the same place, other words; or none. */
export type NewsStands =
  | { kind: 'newsCorrected'; cohort: CohortId; announcement: AnnouncementId; news: News }
  | { kind: 'newsTakenBack'; cohortName: string };

/** Puts other words in the place of what was sent, for everybody who has it, and says on it that it was corrected. */
export async function correctAnnouncement(
  ctx: Context,
  at: InCohort,
  id: AnnouncementId,
  { asked, etag }: { asked: Content; etag: string },
): Promise<void> {
  const rows = await (await openAsChampion(ctx, at)).alsoRows([['announcement', id]]);
  const { value: known, etag: current } = getAnnouncement(rows, id);
  mustBeOut(known);
  mustBeTheirs(known, at);
  if (current !== etag) throw new Conflict('the announcement');
  const { image: _, buttons: __, ...rest } = known;
  const corrected = toInstant(ctx.clock.now());
  const next = { ...rest, ...contentIn(asked), corrected };
  mustBeWellMade(ctx, await newsOf(ctx, rows, next));
  amend(rows, at, next);
  audit(ctx, rows, { by: at.person, did: 'correctAnnouncement', about: id });
  await rows.commit();
}

/** Takes an announcement back from everybody who has it; nobody else is told. Twice is once. */
export async function recallAnnouncement(ctx: Context, at: InCohort, id: AnnouncementId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await (await openAsChampion(ctx, at)).alsoRows([['announcement', id]]);
    const { value: known } = getAnnouncement(rows, id);
    if (known.state === 'recalled') return;
    mustBeOut(known);
    amend(rows, at, { ...known, state: 'recalled' });
    audit(ctx, rows, { by: at.person, did: 'recallAnnouncement', about: id });
    await rows.commit();
  });
}

function amend(rows: OpenCohort, { cohort }: InCohort, known: Announcement): void {
  const next = { ...known, revision: (known.revision ?? 0) + 1 };
  rows.put('announcement', next.announcement, next);
  tellAmends(rows, cohort, next);
}

type Amendment = Omit<Amend, 'kind' | 'shard'>;

/** What those are to see who have it, and by which jobs it came; undefined where a later change stands. */
export async function standsNow(
  ctx: Context,
  amendment: Amendment,
): Promise<{ jobs: string[]; stands: NewsStands; sinceMs: number } | undefined> {
  const { cohort, announcement } = amendment;
  const known = await findStanding(ctx, amendment);
  if (!known) return undefined;
  const rows = await Partition.pick(ctx, cohort, [['cohort']]);
  if (!rows.find('cohort')) return undefined;
  const news = await newsOf(ctx, rows, known);
  const isTakenBack = known.state === 'recalled';
  return {
    sinceMs: known.corrected && !isTakenBack ? toMs(known.corrected) : Number.POSITIVE_INFINITY,
    jobs: Array.from({ length: triesOf(known) }, (_, n) => jobOf(announcement, n + 1)),
    stands: isTakenBack
      ? { kind: 'newsTakenBack', cohortName: news.cohortName }
      : { kind: 'newsCorrected', cohort, announcement, news },
  };
}

/** The announcement, where no later change has come; asked anew, as others may write it meanwhile. */
export async function findStanding(
  ctx: Context,
  { cohort, announcement, revision }: Amendment,
): Promise<Announcement | undefined> {
  anew(ctx);
  const known = (await findRow(ctx, 'cohorts', cohort, 'announcement', announcement))?.value;
  return known?.revision === revision ? known : undefined;
}
