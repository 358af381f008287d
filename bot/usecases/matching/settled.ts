import { asId, type CohortId } from '#domain/basics/ids.ts';
import { isGoing } from '#domain/pairs/pair.ts';
import { listPairs } from '#usecases/pairs/pairs.ts';
import { Partition } from '#usecases/story/partition.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';

export interface LeftOutSettled {
  kind: 'leftOut';
  cohort: CohortId;
  cohortName: string;
  state: 'paired' | 'left';
}

/** Whoever was left out and is in a pair since, or has left, need not look for anybody from that card. */
export const settledLeftOut: Settling<LeftOutSettled> = async (ctx, person, about) => {
  const cohort = asId<CohortId>(about.id);
  const enrolment = (await Partition.open(ctx, 'people', person)).find('enrolment', cohort)?.value;
  if (!enrolment) return [];
  const hasLeft = enrolment.state === 'left';
  const pairs = hasLeft ? [] : await listPairs(ctx, person);
  const isPaired = pairs.some(({ pair }) => pair.cohort === cohort && isGoing(pair));
  if (!hasLeft && !isPaired) return [];
  const rounds = (await Partition.openCohort(ctx, cohort, ['round'])).list('round');
  const jobs = rounds.map(({ value }) => `leftOut_${cohort}_${value.number}`);
  const { cohortName } = enrolment;
  return allOf(jobs, { kind: 'leftOut', cohort, cohortName, state: hasLeft ? 'left' : 'paired' });
};
