import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import type { Proposal } from '#domain/matching/rounds.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { introduceAsTheyStand, pairIdFrom } from './introducing.ts';
import { introduceCircle } from './introducingCircle.ts';
import { type Joined, joinedIn } from './matchPeople.ts';

const BATCH = 45;
const ROWS = ['round', 'proposal', 'leftout', 'member', 'pair', 'wish'] as const;

const pairIdOf = (cohort: CohortId, { round, executive, mentor }: Proposal): PairId =>
  pairIdFrom(cohort, round, executive, mentor);

/** Introduces the two of every proposal of a published round. May run twice or go on after a crash. */
export async function publishRoundNow(ctx: Context, cohort: CohortId, number: number): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.openCohort(ctx, cohort, ROWS);
    const round = rows.list('round').find(({ value }) => value.number === number);
    if (round?.value.state !== 'publishing') return;
    const open = rows
      .list('proposal')
      .filter(({ value }) => value.round === number && value.state === 'proposed');
    const joined = new Map(joinedIn(rows).map((one) => [one.person, one]));
    if (round.value.areCircles) await introduceCircles(ctx, { rows, joined }, { cohort, open });
    else
      for (const chunk of inChunks(open, BATCH)) {
        for (const { id, value } of chunk)
          rows.put('proposal', id, await introduceTwo(ctx, { rows, joined }, { cohort, proposal: value }));
        await rows.commit();
      }
    const left = await rememberWaiting(rows, number);
    await tellLeftOut(rows, { cohort, round: number, left });
    rows.put('round', round.id, { ...round.value, state: 'published' });
    await rows.commit();
  });
}

async function introduceTwo(
  ctx: Context,
  { rows, joined }: { rows: OpenCohort; joined: ReadonlyMap<PersonId, Joined> },
  { cohort, proposal }: { cohort: CohortId; proposal: Proposal },
): Promise<Proposal> {
  const { executive, mentor, fit } = proposal;
  const pair = pairIdOf(cohort, proposal);
  const asProposed = { executive: joined.get(executive), mentor: joined.get(mentor) };
  const two = Object.entries(asProposed).flatMap(([role, one]) => (one?.role === role ? [one] : []));
  const outcome = await introduceAsTheyStand(ctx, { rows, two }, { pair, cohort, executive, mentor, fit });
  return outcome === 'introduced'
    ? { ...proposal, pair, state: 'introduced' }
    : { ...proposal, pair: '', state: 'noRoom' };
}

/** One introduction for all proposals of an executive. */
async function introduceCircles(
  ctx: Context,
  { rows, joined }: { rows: OpenCohort; joined: ReadonlyMap<PersonId, Joined> },
  { cohort, open }: { cohort: CohortId; open: readonly { id: string; value: Proposal }[] },
): Promise<void> {
  for (const circle of Map.groupBy(open, ({ value }) => value.executive).values()) {
    const [first] = circle;
    if (!first) continue;
    const { executive, round } = first.value;
    const pair = pairIdFrom(cohort, round, executive);
    const fit = Math.round(circle.reduce((sum, { value }) => sum + value.fit, 0) / circle.length);
    const mentors = circle.map(({ value }) => value.mentor);
    const all = [executive, ...mentors].flatMap((person) => joined.get(person) ?? []);
    const seated = await introduceCircle(ctx, { rows, all }, { pair, cohort, executive, mentors, fit });
    for (const { id, value } of circle) {
      const isIn = seated.includes(value.mentor);
      rows.put('proposal', id, { ...value, pair: isIn ? pair : '', state: isIn ? 'introduced' : 'noRoom' });
    }
    await rows.commit();
  }
}

/** Who was left out comes first next time; whoever was introduced has had their turn. Answers who was left out. */
async function rememberWaiting(rows: OpenCohort, number: number): Promise<PersonId[]> {
  const waits = waitingAfter(rows, number);
  const changed = [...waits].filter(([person, waiting]) => {
    const member = rows.find('member', person)?.value;
    return member !== undefined && member.waiting !== (waiting && member.state === 'joined');
  });
  for (const chunk of inChunks(changed, BATCH)) {
    for (const [person, waiting] of chunk) {
      const member = rows.find('member', person)?.value;
      if (member) rows.put('member', person, { ...member, waiting: waiting && member.state === 'joined' });
    }
    await rows.commit();
  }
  return [...waits].filter(([, waiting]) => waiting).map(([person]) => person);
}

/** Of everybody in a round, whether they wait for the next. */
function waitingAfter(rows: OpenCohort, number: number): Map<PersonId, boolean> {
  const waits = new Map<PersonId, boolean>();
  for (const { value } of rows.list('leftout')) if (value.round === number) waits.set(value.person, true);
  for (const { value } of rows.list('proposal')) {
    if (value.round !== number) continue;
    for (const person of [value.executive, value.mentor].filter((one) => one !== GONE))
      waits.set(person, value.state !== 'introduced' && (waits.get(person) ?? true));
  }
  return waits;
}

/** Tells everybody who was left out, privately; a person hears it once, however often this runs. */
async function tellLeftOut(
  rows: OpenCohort,
  { cohort, round, left }: { cohort: CohortId; round: number; left: readonly PersonId[] },
): Promise<void> {
  for (const chunk of inChunks(left, BATCH)) {
    for (const to of chunk) {
      const notice = { kind: 'leftOut', cohort, round } as const;
      rows.tell({ kind: 'notify', job: `leftOut_${cohort}_${round}`, to, notice });
    }
    await rows.commit();
  }
}
