import type { LeftOut, Proposal, Reason, Round } from '#domain/cohort.ts';
import { type CohortId, type PersonId, toInstant } from '#domain/ids.ts';
import { matchCohort } from '#domain/matching/engine.ts';
import type { MatchResult, Two } from '#domain/matching/types.ts';
import { withoutOwnWords } from '#domain/reasons.ts';
import { Refusal } from '#domain/refusal.ts';
import { audit } from './audit.ts';
import { type CohortRows, cohortOf, openAsChampion } from './cohorts.ts';
import { type Contact, contactsOf } from './contacts.ts';
import type { Context } from './context.ts';
import { joinedIn, loadMatchPeople } from './matchPeople.ts';
import { publishRoundNow } from './publication.ts';

export { publishRoundNow };

type At = { cohort: CohortId; person: PersonId };

export interface RoundSeen extends Round {
  proposals: {
    executive: { person: PersonId; name: string };
    mentor: { person: PersonId; name: string };
    fit: number;
    reasons: Reason[];
    state: Proposal['state'];
  }[];
  leftOut: (LeftOut & { name: string })[];
}

const BATCH = 90;
/** Up to this many introductions are made before the champion's own request is answered. */
const AT_ONCE = 50;

const fourDigits = (n: number): string => String(n).padStart(4, '0');

/**
 * Runs a matching round over everybody who joined and has room. Nobody but the champions sees it until it is
 * published; an earlier round that was not published is set aside.
 */
export async function runRound(
  ctx: Context,
  at: At,
  wishes: { pins?: Two[]; bans?: Two[] } = {},
): Promise<RoundSeen> {
  const rows = await openAsChampion(ctx, at, ['member', 'pair', 'round', 'proposal', 'leftout']);
  if (rows.list('round').some(({ value }) => value.state === 'publishing'))
    throw new Refusal('conflict', 'cohort:round.stillPublishing');
  const joined = joinedIn(rows);
  if (joined.length === 0) throw new Refusal('conflict', 'cohort:round.nobody');
  const people = await loadMatchPeople(ctx, rows, joined);
  const options = { ...wishes, floor: cohortOf(rows).fitFloor, dateMs: ctx.clock.now() };
  const result = ctx.match ? await ctx.match(people, options) : matchCohort(people, options);
  const number = nextNumber(rows);
  await stage(rows, number, result);
  await flip(ctx, rows, { at, number, result });
  return getRound(ctx, at, number);
}

/** Above everything a run that broke off may have left behind. */
function nextNumber(rows: CohortRows): number {
  const used = [
    ...rows.list('round').map(({ value }) => value.number),
    ...rows.list('proposal').map(({ value }) => value.round),
    ...rows.list('leftout').map(({ value }) => value.round),
  ];
  return used.reduce((most, number) => Math.max(most, number), 0) + 1;
}

/** Proposals and left-outs, which nobody sees before the round's own row is there. */
async function stage(rows: CohortRows, round: number, result: MatchResult): Promise<void> {
  let waiting = 0;
  const commitWhenFull = async () => {
    waiting = (waiting + 1) % BATCH;
    if (waiting === 0) await rows.commit();
  };
  for (const [n, { executive, mentor, fit, reasons }] of result.pairs.entries()) {
    const said = { executive, mentor, fit, reasons: withoutOwnWords(reasons) };
    rows.create('proposal', `${fourDigits(round)}_${String(n + 1).padStart(5, '0')}`, {
      ...{ round, ...said, pair: '', state: 'proposed' },
    });
    await commitWhenFull();
  }
  for (const { person, role, reason } of result.leftOut) {
    rows.create('leftout', `${fourDigits(round)}_${person}_${role}`, { round, person, role, reason });
    await commitWhenFull();
  }
  await rows.commit();
}

async function flip(
  ctx: Context,
  rows: CohortRows,
  { at, number, result }: { at: At; number: number; result: MatchResult },
): Promise<void> {
  for (const { id, value } of rows.list('round'))
    if (value.state === 'reviewed') rows.put('round', id, { ...value, state: 'discarded' });
  const { covered, total } = result.totals;
  rows.create('round', fourDigits(number), {
    ...{ number, state: 'reviewed', by: at.person, provenBest: result.provenBest, covered, total },
    ranAt: toInstant(ctx.clock.now()),
  });
  const cohort = cohortOf(rows);
  if (cohort.state === 'draft' || cohort.state === 'enrolling')
    rows.put('cohort', '', { ...cohort, state: 'matching' });
  audit(ctx, rows, { by: at.person, did: 'runRound', about: `${number}` });
  await rows.commit();
}

/** Publishes a reviewed round: from here on the two of each proposal are introduced. Twice is once. */
export async function publishRound(ctx: Context, at: At, number: number): Promise<RoundSeen> {
  const rows = await openAsChampion(ctx, at, ['round', 'proposal']);
  const round = roundIn(rows, number);
  if (round.state === 'discarded') throw new Refusal('gone', 'cohort:round.discarded');
  if (round.state === 'reviewed') {
    rows.put('round', fourDigits(number), { ...round, state: 'publishing' });
    rows.put('cohort', '', { ...cohortOf(rows), state: 'running' });
    audit(ctx, rows, { by: at.person, did: 'publishRound', about: `${number}` });
    rows.tell({ kind: 'publishRound', cohort: at.cohort, round: number });
    await rows.commit();
  }
  const proposals = rows.list('proposal').filter(({ value }) => value.round === number);
  if (proposals.length <= AT_ONCE) await publishRoundNow(ctx, at.cohort, number);
  return getRound(ctx, at, number);
}

function roundIn(rows: CohortRows, number: number): Round {
  const row = rows.find('round', fourDigits(number));
  if (!row) throw new Refusal('missing', 'cohort:round.missing');
  return row.value;
}

const ROUND_KINDS = ['round', 'proposal', 'leftout'] as const;

/** Every round that was not set aside, newest first. */
export async function listRounds(ctx: Context, at: At): Promise<RoundSeen[]> {
  const rows = await openAsChampion(ctx, at, ROUND_KINDS);
  const rounds = rows.list('round').map(({ value }) => value);
  const shown = rounds.filter(({ state }) => state !== 'discarded').sort((a, b) => b.number - a.number);
  const contact = await contactsIn(ctx, rows);
  return shown.map((round) => see(rows, round, contact));
}

/** One round: who would meet whom, why, and who is left out. */
export async function getRound(ctx: Context, at: At, number: number): Promise<RoundSeen> {
  const rows = await openAsChampion(ctx, at, ROUND_KINDS);
  return see(rows, roundIn(rows, number), await contactsIn(ctx, rows));
}

const contactsIn = (ctx: Context, rows: CohortRows) =>
  contactsOf(ctx, [
    ...rows.list('proposal').flatMap(({ value }) => [value.executive, value.mentor]),
    ...rows.list('leftout').map(({ value }) => value.person),
  ]);

function see(rows: CohortRows, round: Round, contact: (person: PersonId) => Contact): RoundSeen {
  const named = (person: PersonId) => ({ person, name: contact(person).name });
  const proposals = rows.list('proposal').map(({ value }) => value);
  const leftOut = rows.list('leftout').map(({ value }) => value);
  return {
    ...round,
    proposals: proposals
      .filter((proposal) => proposal.round === round.number)
      .map(({ executive, mentor, fit, reasons, state }) => ({
        ...{ executive: named(executive), mentor: named(mentor), fit, reasons, state },
      })),
    leftOut: leftOut
      .filter((left) => left.round === round.number)
      .map((left) => ({ ...left, name: contact(left.person).name })),
  };
}
