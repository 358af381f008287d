import type { PersonId } from '#domain/basics/ids.ts';
import { FEWEST_IN_CIRCLE } from '#domain/cohorts/cohort.ts';
import type { Circle } from '#domain/matching/circles/circle.ts';
import { areMixed, numbered } from '#domain/matching/circles/mix.ts';
import { reasonsIn } from '#domain/matching/circles/reasons.ts';
import { keepsApart } from '#domain/matching/circles/together.ts';
import { type Candidate, keepsRules, toCandidate } from '#domain/matching/rules.ts';
import { type Reason, withOwnWords } from '#domain/pairs/reasons.ts';
import type { Role } from '#domain/people/person.ts';
import { cohortOf, type OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { type Making, makePair } from '#usecases/pairs/making.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { releaseSlot, reserveSlot } from '#usecases/pairs/slots.ts';
import type { Context } from '#usecases/story/context.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { ownWordsOf } from './introducing.ts';
import { type Joined, loadPeople } from './matchPeople.ts';
import { isRuledOut } from './wishes.ts';

export type CircleMade = Omit<Making, 'people' | 'reasons' | 'isTeam'> & Circle;

/**
 * Introduces a circle as its people stand now: of the mentors those who still suit and have room, if there are two, and
 * in a project team if it is still mixed.
 * Answers who is in it, nobody where it does not come about. `rows` holds kinds `pair` and `wish`, `all` the members
 * who joined. Safe to repeat.
 */
export async function introduceCircle(
  ctx: Context,
  { rows, all }: { rows: OpenCohort; all: readonly Joined[] },
  { executive, mentors, ...made }: CircleMade,
): Promise<PersonId[]> {
  const known = await findPair(ctx, made.pair);
  if (known) return known.members.map(({ person }) => person);
  const proposed = [executive, ...mentors];
  const isTeam = (await cohortOf(ctx, made.cohort))?.circle?.mixed === true;
  const circle = await whoSuits(ctx, rows, {
    executive,
    mentors,
    people: all.filter(({ person }) => proposed.includes(person)),
  });
  const seated = circle ? await takePlaces(ctx, circle, { ...made, isTeam }) : [];
  for (const person of proposed) if (!seated.includes(person)) await releaseSlot(ctx, person, made.pair);
  if (!circle || seated.length === 0) return [];
  const sitting = circle.mentors.filter(({ id }) => seated.includes(id));
  const reasons = reasonsIn({ executive: circle.executive, mentors: sitting });
  const from = isTeam ? numbered([circle.executive, ...sitting]) : [];
  const at = (n: number) => (from[n] === undefined ? {} : { comesFrom: from[n] });
  const written = await ownWordsOf(ctx, seated);
  const own = (some: readonly Reason[] = []) => withOwnWords(some, written);
  await makePair(ctx, {
    ...{ ...made, reasons: own(reasons.executive), ...(isTeam && { isTeam }) },
    people: [
      { person: executive, role: 'executive', ...at(0) },
      ...sitting.map(({ id }, n) => ({
        person: id,
        role: 'mentor' as const,
        reasons: own(reasons.mentors[n]),
        ...at(n + 1),
      })),
    ],
  });
  return seated;
}

/** Those of the proposed who still may sit together, the first ones first. */
async function whoSuits(
  ctx: Context,
  rows: OpenCohort,
  { executive, mentors, people }: Circle & { people: readonly Joined[] },
): Promise<Circle<Candidate> | undefined> {
  const loaded = await loadPeople(ctx, rows, people);
  anew(ctx);
  const candidates = loaded.map(({ one }) => toCandidate({ ...one, excludes: [] }, ctx.clock.now()));
  const at = (id: PersonId, role: Role) => candidates.find((one) => one.id === id && one.role === role);
  const first = at(executive, 'executive');
  if (!first) return undefined;
  const sitting: Candidate[] = [];
  for (const mentor of mentors) {
    const next = at(mentor, 'mentor');
    if (!next || !keepsRules(first, next) || isRuledOut(rows, { executive, mentor })) continue;
    if (keepsApart([first, ...sitting, next]) === '') sitting.push(next);
  }
  return sitting.length >= FEWEST_IN_CIRCLE ? { executive: first, mentors: sitting } : undefined;
}

/** A place of everybody who has one left; of nobody where there are not enough. */
async function takePlaces(
  ctx: Context,
  { executive, mentors }: Circle<Candidate>,
  { pair, cohort, isTeam }: Pick<CircleMade, 'pair' | 'cohort'> & { isTeam: boolean },
): Promise<PersonId[]> {
  const all = [executive, ...mentors].map(({ id }) => id);
  const take = ({ id, role }: Candidate) =>
    reserveSlot(ctx, id, pair, { cohort, role, partners: all.filter((one) => one !== id) });
  if (!(await take(executive))) return [];
  const seated: Candidate[] = [];
  for (const mentor of mentors) if (await take(mentor)) seated.push(mentor);
  const isWhole = seated.length >= FEWEST_IN_CIRCLE && (!isTeam || areMixed([executive, ...seated]));
  return isWhole ? [executive, ...seated].map(({ id }) => id) : [];
}
