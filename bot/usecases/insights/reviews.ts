import type { Day, Instant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Decision, type Look, looksAt, newReview } from '#domain/insights/review.ts';
import { championNames } from '#usecases/cohorts/champions.ts';
import { getCohortIn, type OpenCohort, openAsChampion, openToRead } from '#usecases/cohorts/cohorts.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { namedSponsor } from '#usecases/sponsors/sponsors.ts';
import type { Actor, InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';

/** A pilot beside its own beginning, and what was decided. */
export interface ReviewSeen {
  name: string;
  startsOn: Day;
  endsOn: Day;
  champions: string[];
  /** Who backs it; empty where nobody does, or they are not named. */
  sponsor: string;
  looks: Look[];
  /** Empty until it is recorded. */
  etag: string;
  review: { decision: Decision; tweaks: string[]; by: string; at: Instant } | undefined;
}

/** Start, middle and end of a cohort from its published figures, for its champions and its sponsor. */
export async function getReview(
  ctx: Context,
  at: InCohort,
  { locale }: Pick<Actor, 'locale'>,
): Promise<ReviewSeen> {
  return viewOf(
    ctx,
    await openToRead(ctx, at, 'review', ['champion', 'sponsor', 'publication', 'review']),
    locale,
  );
}

/**
 * Records what was decided, once. `etag` is that of what the champion saw, empty for nothing. Somebody else’s decision
 * meanwhile is a `Conflict`; a decision that stands is changed by nobody.
 */
export async function recordReview(
  ctx: Context,
  at: InCohort,
  said: { decision: Decision; tweaks: readonly string[]; etag: string; locale: string },
): Promise<ReviewSeen> {
  const rows = await openAsChampion(ctx, at, ['champion', 'sponsor', 'publication', 'review']);
  const known = rows.find('review');
  const review = newReview(said, { by: at.person, nowMs: ctx.clock.now() });
  const isSame =
    known?.value.by === at.person &&
    JSON.stringify([known.value.decision, known.value.tweaks]) ===
      JSON.stringify([review.decision, review.tweaks]);
  if (isSame) return viewOf(ctx, rows, said.locale);
  if (known && said.etag === '') throw new Conflict(`cohorts/${at.cohort}/review`);
  if (known) throw new Refusal('conflict', 'cohort:review.recorded');
  rows.create('review', '', review);
  audit(ctx, rows, { by: at.person, did: 'recordReview', about: review.decision });
  await rows.commit();
  return viewOf(ctx, rows, said.locale);
}

async function viewOf(ctx: Context, rows: OpenCohort, locale: string): Promise<ReviewSeen> {
  const { name, startsOn, endsOn } = getCohortIn(rows);
  const known = rows.find('review');
  return {
    ...{ name, startsOn, endsOn },
    champions: await championNames(ctx, rows, { locale }),
    sponsor: await namedSponsor(ctx, rows),
    looks: looksAt(
      rows.list('publication').map(({ value }) => value),
      { startsOn, endsOn },
    ),
    etag: known?.etag ?? '',
    review: known && { ...known.value, by: (await contactOf(ctx, known.value.by)).name },
  };
}

/** What is to change, as decided in the cohorts somebody runs, newest first: for the form of the next one. */
export async function listTweaks(
  ctx: Context,
  actor: Pick<Actor, 'person'>,
): Promise<{ cohort: string; tweaks: string[] }[]> {
  const own = await Partition.open(ctx, 'people', actor.person);
  const found = await inParallel(own.list('champion'), ({ id }) =>
    Partition.pick(ctx, id, [['cohort'], ['champion', actor.person], ['review']]),
  );
  return found
    .flatMap((rows) => {
      const review = rows.find('review')?.value;
      if (!review || review.tweaks.length === 0 || !rows.find('champion', actor.person)) return [];
      return [{ cohort: getCohortIn(rows).name, tweaks: review.tweaks, at: review.at }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ cohort, tweaks }) => ({ cohort, tweaks }));
}
