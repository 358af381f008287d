import { type OccurrenceId, type PairId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { StoredMeasure } from '#domain/insights/measures.ts';
import { measureOf, monthOf } from '#domain/meetings/feedback.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import type { Role } from '#domain/people/person.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { type DueNoun, type Point, pointTo } from '#usecases/story/due.ts';
import { type DueKind, dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findGiven } from './given.ts';

/** Nobody waits for figures: they are copied once the words are safe, with the next look at what is due. */
const MEASURED_AFTER_MS = 30_000;
/** How often a pointer looks for a row whose own writing is late, and how long it waits in between. */
const MEASURE_LOOKS = 3;
const LOOK_AGAIN_MS = 10 * 60_000;

/** Whose row of which pair; further ids say which one. */
export type AboutMeasured = { pair: PairId; person: PersonId };
type Looking<About> = About & { look: string };

/** A look at one row soon, for its figures; before the change it belongs to. */
export const measureSoon = <About extends AboutMeasured & Record<string, string>>(
  nowMs: number,
  kind: DueNoun<Looking<About>>,
  about: About,
): Point => pointTo(nowMs + MEASURED_AFTER_MS, kind, { ...about, look: '1' });

interface Measuring<About> {
  /** What the measure is called beside the pseudonym. */
  keyOf(about: About): string;
  /** The figures of the row as it is now; undefined where there is none, or none that may be counted. */
  measureIn(
    rows: Partition<'pairs'>,
    about: About,
    by: { role: Role; nowMs: number },
  ): StoredMeasure | undefined;
}

/** Work that copies figures of what somebody said or wrote, until the row is there. */
export const measureKind = <About extends AboutMeasured & Record<string, string>>(
  noun: string,
  measuring: Measuring<About>,
): DueKind<Looking<About>> => {
  const kind = dueKind<Looking<About>>(noun, async (ctx, about) => {
    const isThere = await projectMeasure(ctx, about, measuring);
    const look = Number(about.look);
    if (isThere || look >= MEASURE_LOOKS) return;
    await ctx.due.point(ctx.clock.now() + LOOK_AGAIN_MS, kind, { ...about, look: String(look + 1) });
  });
  return kind;
};

/**
 * Copies figures to the cohort as they are now, under a pseudonym that can be found again to be erased; takes them away
 * where there are none. No word and no name goes with them. The pair is read after the copy it replaces, so that an
 * older reading never overwrites a newer one. What is added in a later month stays out: two looks at the figures of a
 * month that is over must not differ by one person. May run twice; false while there is nothing to copy.
 */
async function projectMeasure<About extends AboutMeasured>(
  ctx: Context,
  about: About,
  { keyOf, measureIn }: Measuring<About>,
): Promise<boolean> {
  const { pair: id, person } = about;
  const pair = (await Partition.open(ctx, 'pairs', id)).find('pair')?.value;
  const role = pair && memberOf(pair, person)?.role;
  if (!pair || !role) return false;
  const key = `${keyOf(about)}_${pseudonymOf(ctx, person)}`;
  return retrying(ctx, async () => {
    const rows = await Partition.pick(ctx, pair.cohort, [['measure', key]]);
    anew(ctx);
    const nowMs = ctx.clock.now();
    const measure = measureIn(await Partition.open(ctx, 'pairs', id), about, { role, nowMs });
    const known = rows.find('measure', key)?.value;
    if (!measure) {
      rows.remove('measure', key);
      await rows.commit();
      return false;
    }
    const isOver = known !== undefined && known.month < monthOf(toInstant(nowMs));
    if (isOver || JSON.stringify(known) === JSON.stringify(measure)) return true;
    rows.put('measure', key, measure);
    await rows.commit();
    return true;
  });
}

type AboutGiven = AboutMeasured & { occurrence: OccurrenceId };

/** The numbers of one feedback. */
export const measureDue = measureKind<AboutGiven>('measure', {
  keyOf: ({ occurrence }) => occurrence,
  measureIn: (rows, { occurrence, person }, { role }) => {
    const feedback = findGiven(rows, occurrence, person);
    return feedback && measureOf(feedback, role);
  },
});
