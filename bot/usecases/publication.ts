import { createHash } from 'node:crypto';
import type { Proposal } from '#domain/cohort.ts';
import { asId, type CohortId, type PairId, type PersonId } from '#domain/ids.ts';
import { reasonsOf } from '#domain/matching/fit.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import type { Profile } from '#domain/person.ts';
import { withOwnWords } from '#domain/reasons.ts';
import type { CohortRows } from './cohorts.ts';
import type { Context } from './context.ts';
import { introduce } from './introductions.ts';
import { joinedIn, loadMatchPeople } from './matchPeople.ts';
import { inChunks } from './parallel.ts';
import { Partition, retrying } from './partition.ts';

const BATCH = 45;
const ROWS = ['round', 'proposal', 'leftout', 'member', 'pair'] as const;

/** The same for the same two in the same round, so that an introduction made twice is one. */
export const pairIdOf = (cohort: CohortId, { round, executive, mentor }: Proposal): PairId =>
  asId<PairId>(
    createHash('sha256').update(`${cohort}\n${round}\n${executive}\n${mentor}`).digest('hex').slice(0, 24),
  );

/** Introduces the two of every proposal of a published round. May run twice or go on after a crash. */
export async function publishRoundNow(ctx: Context, cohort: CohortId, number: number): Promise<void> {
  await retrying(async () => {
    const rows = await Partition.open(ctx, 'cohorts', cohort, ROWS);
    const round = rows.list('round').find(({ value }) => value.number === number);
    if (round?.value.state !== 'publishing') return;
    const open = rows
      .list('proposal')
      .filter(({ value }) => value.round === number && value.state === 'proposed');
    for (const chunk of inChunks(open, BATCH)) {
      for (const { id, value } of chunk)
        rows.put('proposal', id, await introduceTwo(ctx, rows, { cohort, proposal: value }));
      await rows.commit();
    }
    const left = await rememberWaiting(rows, number);
    await tellLeftOut(rows, { cohort, round: number, left });
    rows.put('round', round.id, { ...round.value, state: 'published' });
    await rows.commit();
  });
}

/** Looks once more, as people stand now: between review and publication somebody may have left or changed. */
async function introduceTwo(
  ctx: Context,
  rows: CohortRows,
  { cohort, proposal }: { cohort: CohortId; proposal: Proposal },
): Promise<Proposal> {
  const pair = pairIdOf(cohort, proposal);
  const isMade = async () => (await ctx.tables.find('pairs', pair, 'pair')) !== undefined;
  if (await isMade()) return { ...proposal, pair, state: 'introduced' };
  const { executive, mentor, fit } = proposal;
  const two = joinedIn(rows).filter(
    ({ person, role }) => person === (role === 'executive' ? executive : mentor),
  );
  const people = await loadMatchPeople(ctx, rows, two);
  const [one, other] = people
    .sort((a, b) => (a.role < b.role ? -1 : 1))
    .map((person) => toCandidate(person, ctx.clock.now()));
  // Somebody who made it meanwhile made the two former partners.
  if (!one || !other || !keepsRules(one, other))
    return (await isMade()) ? { ...proposal, pair, state: 'introduced' } : { ...proposal, state: 'noRoom' };
  const written = await ownWordsOf(ctx, [mentor, executive]);
  const reasons = withOwnWords(reasonsOf(one, other), written);
  const state = await introduce(ctx, { pair, cohort, executive, mentor, fit, reasons });
  return { ...proposal, pair: state === 'introduced' ? pair : '', state };
}

/** How people wrote their own topics; the last one's spelling counts. */
export async function ownWordsOf(ctx: Context, people: readonly PersonId[]): Promise<Record<string, string>> {
  const rows = await Promise.all(people.map((person) => ctx.tables.find('people', person, 'profile')));
  const written = rows.map((row) => (row?.value as Profile | undefined)?.ownWords ?? {});
  return Object.assign({}, ...written);
}

/** Who was left out comes first next time; whoever was introduced has had their turn. Answers who was left out. */
async function rememberWaiting(rows: CohortRows, number: number): Promise<PersonId[]> {
  const waits = new Map<PersonId, boolean>();
  for (const { value } of rows.list('leftout')) if (value.round === number) waits.set(value.person, true);
  for (const { value } of rows.list('proposal')) {
    if (value.round !== number) continue;
    for (const person of [value.executive, value.mentor])
      waits.set(person, value.state !== 'introduced' && (waits.get(person) ?? true));
  }
  const changed = [...waits].filter(([person, waiting]) => {
    const member = rows.find('member', person)?.value;
    return member !== undefined && member.waiting !== waiting;
  });
  for (const chunk of inChunks(changed, BATCH)) {
    for (const [person, waiting] of chunk) {
      const member = rows.find('member', person)?.value;
      if (member) rows.put('member', person, { ...member, waiting });
    }
    await rows.commit();
  }
  return [...waits].filter(([, waiting]) => waiting).map(([person]) => person);
}

/** Tells everybody who was left out, privately; a person hears it once, however often this runs. */
async function tellLeftOut(
  rows: CohortRows,
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
