import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import type { Proposal } from '#domain/matching/rounds.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { introduceAsTheyStand, pairIdFrom } from './introducing.ts';
import { introduceCircle as introduceTogether } from './introducingCircle.ts';
import { type Joined, presentIn } from './matchPeople.ts';

const BATCH = 45;
const ROWS = ['round', 'proposal', 'leftout', 'member', 'pair', 'wish'] as const;

const pairIdOf = (cohort: CohortId, { round, executive, mentor }: Proposal): PairId =>
  pairIdFrom(cohort, round, executive, mentor);

/** Less than what a worker has time for: whoever comes next goes on with the rest. */
const TURN_MS = 20_000;

/**
 * Introduces the two of every proposal of a published round, for a while; the outbox has the rest done. May run twice or
 * go on after a crash.
 */
export async function publishRoundNow(ctx: Context, cohort: CohortId, number: number): Promise<void> {
  await retrying(ctx, async () => {
    const untilMs = ctx.clock.now() + TURN_MS;
    const rows = await Partition.openCohort(ctx, cohort, ROWS);
    const round = rows.list('round').find(({ value }) => value.number === number);
    if (round?.value.state !== 'publishing') return;
    const open = rows
      .list('proposal')
      .filter(({ value }) => value.round === number && value.state === 'proposed');
    const joined = new Map((await presentIn(ctx, rows)).map((one) => [one.person, one]));
    const { areCircles = false } = round.value;
    if (!(await introduceSome(ctx, { rows, joined }, { cohort, number, open, areCircles, untilMs }))) return;
    const left = await rememberWaiting(rows, number);
    await tellLeftOut(rows, { cohort, round: number, left });
    rows.put('round', round.id, { ...round.value, state: 'published' });
    await rows.commit();
  });
}

interface Publishing {
  cohort: CohortId;
  number: number;
  open: readonly { id: string; value: Proposal }[];
  areCircles: boolean;
  untilMs: number;
}

/** Introduces one after another, everybody of a circle together. False when time was over first: the rest is in hand. */
async function introduceSome(ctx: Context, known: Known, asked: Publishing): Promise<boolean> {
  const { rows } = known;
  const { cohort, open, areCircles } = asked;
  const together = areCircles
    ? [...Map.groupBy(open, ({ value }) => value.executive).values()]
    : open.map((one) => [one]);
  const introduceAll = areCircles ? introduceCircle : introduceTwo;
  let staged = 0;
  for (const [n, some] of together.entries()) {
    for (const [id, next] of await introduceAll(ctx, known, { cohort, some })) rows.put('proposal', id, next);
    staged += some.length;
    if (n < together.length - 1 && ctx.clock.now() >= asked.untilMs) {
      rows.tell({ kind: 'publishRound', cohort, round: asked.number });
      await rows.commit();
      return false;
    }
    if (staged >= BATCH) {
      await rows.commit();
      staged = 0;
    }
  }
  await rows.commit();
  return true;
}

interface Known {
  rows: OpenCohort;
  joined: ReadonlyMap<PersonId, Joined>;
}

interface Asked {
  cohort: CohortId;
  some: readonly { id: string; value: Proposal }[];
}

/** What becomes of a proposal, by its row. */
type Introduced = [id: string, proposal: Proposal][];

async function introduceTwo(
  ctx: Context,
  { rows, joined }: Known,
  { cohort, some }: Asked,
): Promise<Introduced> {
  const [one] = some;
  if (!one) return [];
  const { id, value: proposal } = one;
  const { executive, mentor, fit } = proposal;
  const pair = pairIdOf(cohort, proposal);
  const asProposed = { executive: joined.get(executive), mentor: joined.get(mentor) };
  const two = Object.entries(asProposed).flatMap(([role, who]) => (who?.role === role ? [who] : []));
  const outcome = await introduceAsTheyStand(ctx, { rows, two }, { pair, cohort, executive, mentor, fit });
  const isIn = outcome === 'introduced';
  return [[id, { ...proposal, pair: isIn ? pair : '', state: isIn ? 'introduced' : 'noRoom' }]];
}

/** One introduction for all proposals of an executive. */
async function introduceCircle(
  ctx: Context,
  { rows, joined }: Known,
  { cohort, some }: Asked,
): Promise<Introduced> {
  const [first] = some;
  if (!first) return [];
  const { executive, round } = first.value;
  const pair = pairIdFrom(cohort, round, executive);
  const fit = Math.round(some.reduce((sum, { value }) => sum + value.fit, 0) / some.length);
  const mentors = some.map(({ value }) => value.mentor);
  const all = [executive, ...mentors].flatMap((person) => joined.get(person) ?? []);
  const seated = await introduceTogether(ctx, { rows, all }, { pair, cohort, executive, mentors, fit });
  return some.map(({ id, value }) => {
    const isIn = seated.includes(value.mentor);
    return [id, { ...value, pair: isIn ? pair : '', state: isIn ? 'introduced' : 'noRoom' }];
  });
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
