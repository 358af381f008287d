import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';
import { newIntroduction } from '#domain/pairs/introduction.ts';
import type { PairLink } from '#domain/pairs/pair.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import type { Role } from '#domain/people/person.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { memberFor, pointToMoments } from './introductions.ts';
import { findPair } from './pairs.ts';
import { releaseSlot, reserveSlot } from './slots.ts';

export interface Introducing {
  /** Made from cohort, round and the two people, so that the same introduction has the same id. */
  pair: PairId;
  cohort: CohortId;
  executive: PersonId;
  mentor: PersonId;
  reasons: Reason[];
  fit: number;
  /** The executive who asked for it outside any round; their yes is given. */
  asked?: PersonId;
}

/**
 * Introduces two people to each other: a place of each, links, pointers to the end, then the pair with its two
 * notices in one transaction. Safe to repeat and to resume after a crash at any point.
 */
export async function introduce(ctx: Context, made: Introducing): Promise<'introduced' | 'noRoom'> {
  const rows = await Partition.open(ctx, 'pairs', made.pair);
  if (rows.find('pair')) return 'introduced';
  if (!(await reserveBoth(ctx, made))) return 'noRoom';
  const { executive, mentor, ...rest } = made;
  const people = [
    { person: executive, role: 'executive' as const },
    { person: mentor, role: 'mentor' as const },
  ];
  await makePair(ctx, { ...rest, people });
  return 'introduced';
}

/** An introduction whose places are taken; `reasons` of one in a circle are what that one reads. */
export interface Making extends Omit<Introducing, 'executive' | 'mentor'> {
  people: readonly { person: PersonId; role: Role; reasons?: Reason[]; comesFrom?: number }[];
  isTeam?: true;
}

/** The pair with a notice for each who is asked, and pointers to its moments. Twice is once. */
export async function makePair(ctx: Context, { people, ...made }: Making): Promise<void> {
  const rows = await Partition.open(ctx, 'pairs', made.pair);
  const cohortName = (await cohortOf(ctx, made.cohort))?.name ?? '';
  const members = await Promise.all(
    people.map(async ({ person, role, reasons, comesFrom }) => ({
      ...(await memberFor(ctx, person, role)),
      ...(reasons && { reasons }),
      ...(comesFrom !== undefined && { comesFrom }),
    })),
  );
  const pair = newIntroduction({ ...made, cohortName, members }, ctx.clock.now());
  await pointToMoments(ctx, made.pair, pair);
  rows.create('pair', '', pair);
  rows.tell({ kind: 'projectPair', pair: made.pair });
  for (const { person: to, answer } of pair.members) {
    if (answer !== 'none') continue;
    const notice = { kind: 'introduction' as const, pair: made.pair };
    rows.tell({ kind: 'notify', job: `introduction_${made.pair}`, to, notice });
  }
  await createOnce(() => rows.commit());
}

/** Somebody else who made the same pair a moment earlier did the same. */
async function createOnce(commit: () => Promise<void>): Promise<void> {
  try {
    await commit();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

async function reserveBoth(ctx: Context, made: Introducing): Promise<boolean> {
  // A place that somebody gave back meanwhile must not look taken for this pair.
  anew(ctx);
  const { pair, cohort, executive, mentor } = made;
  const links: Record<Role, PairLink> = {
    executive: { cohort, role: 'executive', partners: [mentor] },
    mentor: { cohort, role: 'mentor', partners: [executive] },
  };
  if (!(await reserveSlot(ctx, executive, pair, links.executive))) return false;
  if (await reserveSlot(ctx, mentor, pair, links.mentor)) return true;
  anew(ctx);
  const madeMeanwhile = await findPair(ctx, pair);
  if (!madeMeanwhile) await releaseSlot(ctx, executive, pair);
  return madeMeanwhile !== undefined;
}
