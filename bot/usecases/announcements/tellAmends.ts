import type { Announcement } from '#domain/announcements/announcement.ts';
import type { CohortId } from '#domain/basics/ids.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { SHARDS } from '#usecases/story/deliveries.ts';

/** Has the last change of what was sent shown to everybody who has it; nothing where it was never changed. */
export function tellAmends(
  rows: OpenCohort,
  cohort: CohortId,
  { announcement, revision }: Pick<Announcement, 'announcement' | 'revision'>,
): void {
  if (revision === undefined) return;
  for (let shard = 0; shard < SHARDS; shard++)
    rows.tell({ kind: 'amend', cohort, announcement, shard, revision });
}
