import { asId, type Day } from '#domain/basics/ids.ts';
import { FEWEST, publishedThrough } from '#domain/insights/cube.ts';
import { OPINIONS, type Opinion, STEPS, type Step } from '#domain/insights/measures.ts';
import { type Funnel, type Publication, weekOf } from '#domain/insights/publication.ts';
import type { Cell } from '#domain/insights/rounding.ts';
import { type Gap, gapOf, type StepShown } from '#domain/insights/steps.ts';
import { openToRead } from '#usecases/cohorts/cohorts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';

/** Everything that was published of a cohort, and nothing else. */
export type Insights =
  | { state: 'tooFew'; needed: number }
  | {
      state: 'there';
      needed: number;
      /** The week of the last publication, and the last month that was over by then. */
      on: Day;
      through: string;
      cells: Cell[];
      /** Each reading once, oldest first. */
      steps: Record<Step, StepShown[]>;
      funnel: Funnel;
      /** Of what the last months are not shown yet, because fewer than five people have answered. */
      waiting: Opinion[];
      /** Executives who have not signed, or not met, as far as that may be said. */
      hand: Record<'signed' | 'met', Gap | undefined>;
    };

/** What champions and sponsor may know of how it goes: figures about at least five people, never about a pair. */
export async function getInsights(ctx: Context, at: InCohort): Promise<Insights> {
  const rows = await openToRead(ctx, at, 'insights', ['publication']);
  return insightsOf(rows.list('publication').map(({ value }) => value));
}

function insightsOf(publications: readonly Publication[]): Insights {
  const last = publications.at(-1);
  const cells = publications.flatMap((one) => one.cells);
  const steps = Object.fromEntries(STEPS.map((step) => [step, readingsOf(publications, step)])) as Record<
    Step,
    StepShown[]
  >;
  const says = cells.length > 0 || STEPS.some((step) => steps[step].length > 0);
  if (!last || !says) return { state: 'tooFew', needed: FEWEST };
  const { through, funnel } = last;
  return {
    ...{ state: 'there', needed: FEWEST, on: asId<Day>(weekOf(Date.parse(last.at))), through, cells },
    ...{ steps, funnel },
    waiting: OPINIONS.filter((of) => publishedThrough(cells, of) < through),
    hand: { signed: gapOf(last.steps.signed), met: gapOf(last.steps.met) },
  };
}

/** Each reading of a step once, from the first that says anything. */
const readingsOf = (publications: readonly Publication[], step: Step): StepShown[] =>
  publications
    .map(({ steps }) => steps[step])
    .filter(({ reads }) => reads !== 'tooFew')
    .filter((shown, n, all) => all[n - 1]?.on !== shown.on);
