import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { factsHolding } from '#domain/people/said.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

interface Above {
  /** Who it is, where two rows turned out to be one person. */
  is: PersonId;
  manager: PersonId | '';
}

/** Who stands directly above whom in one cohort, as far as it was looked up. */
export type Managers = Map<PersonId, Above>;

/**
 * Everybody above a person by what holds in a cohort, nearest first, also those who take no part. What was looked up
 * is kept in `known`. A circle in the rows ends the chain before it repeats.
 */
export async function managerChain(
  ctx: Context,
  known: Managers,
  { cohort, person }: { cohort: CohortId; person: PersonId },
): Promise<PersonId[]> {
  const chain: PersonId[] = [];
  let above = (await aboveOf(ctx, known, cohort, person)).manager;
  while (above !== '') {
    const { is, manager } = await aboveOf(ctx, known, cohort, above);
    if (is === person || chain.includes(is)) break;
    chain.push(is);
    above = manager;
  }
  return chain;
}

async function aboveOf(ctx: Context, known: Managers, cohort: CohortId, person: PersonId): Promise<Above> {
  const found = known.get(person);
  if (found) return found;
  const rows = await Partition.open(ctx, 'people', person);
  const joinedTo = rows.find('person')?.value.joinedTo ?? '';
  const manager = factsHolding(cohort, rows.list('said')).manager;
  const above = joinedTo ? await aboveOf(ctx, known, cohort, joinedTo) : { is: person, manager };
  known.set(person, above);
  return above;
}
