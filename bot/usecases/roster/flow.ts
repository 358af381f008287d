import { asId, type Day, type PersonId } from '#domain/basics/ids.ts';
import type { Step } from '#domain/insights/measures.ts';
import { weekOf } from '#domain/insights/publication.ts';
import { type Gap, gapOf, type StepShown } from '#domain/insights/steps.ts';
import { type Alone, type Flow, flowOf } from '#domain/roster/flow.ts';
import { getCohortIn, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';

/** So many stand there by name; the others are in the list of people. */
const NAMED = 5;
const TAKEN = ['signed', 'met'] as const satisfies Step[];
type Taken = (typeof TAKEN)[number];

export interface FlowSeen extends Omit<Flow, 'alone'> {
  /** How many have nobody to meet, and the first of them, longest first. */
  alone: { count: number; first: (Alone & { name: string })[] };
  /** What was published of signing and meeting, of executives, and how many have not; the day it was, if ever. */
  taken: Record<Taken, { shown: StepShown; gap: Gap | undefined } | undefined>;
  on: Day | undefined;
}

/** How far everybody is: by exact counts as far as champions administer it, from there on as it was published. */
export async function getFlow(ctx: Context, at: InCohort): Promise<FlowSeen> {
  const rows = await openAsChampion(ctx, at, ['member', 'pair', 'publication']);
  const members = rows.list('member').map(({ id, value }) => ({ ...value, person: asId<PersonId>(id) }));
  const pairs = rows.list('pair').map(({ value }) => value);
  const { alone, ...flow } = flowOf(getCohortIn(rows), { members, pairs }, ctx.clock.now());
  const first = alone.slice(0, NAMED);
  const nameOf = await namesOf(
    ctx,
    first.map(({ person }) => person),
    at.cohort,
  );
  const last = rows.list('publication').at(-1)?.value;
  const taken = (step: Taken) => {
    const shown = last?.steps[step];
    return shown && shown.reads !== 'tooFew' ? { shown, gap: gapOf(shown) } : undefined;
  };
  return {
    ...flow,
    alone: { count: alone.length, first: first.map((one) => ({ ...one, name: nameOf(one.person) })) },
    taken: { signed: taken('signed'), met: taken('met') },
    on: last && asId<Day>(weekOf(Date.parse(last.at))),
  };
}
