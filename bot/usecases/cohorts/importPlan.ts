import { yearsFrom } from '#domain/basics/days.ts';
import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { ImportCounts, ImportProblem } from '#domain/cohorts/import.ts';
import { factsOf, type ImportLine, type StagedLine } from '#domain/cohorts/importLine.ts';
import { isLentPlace, isNamedByLent, type Member, withLeaveSaid } from '#domain/cohorts/member.ts';
import { changedFacts, factsHolding, factsIn, type SaidFacts, saidOver } from '#domain/people/said.ts';
import type { Context } from '#usecases/story/context.ts';
import { readNeighbours } from '#usecases/story/lookups.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { findNamed, type Here } from './named.ts';

export interface Compared {
  lines: StagedLine[];
  /** What the file says that the rows as they stand don't allow. */
  problems: ImportProblem[];
}

interface KnownLine {
  line: ImportLine;
  person: PersonId | undefined;
  said: SaidFacts | undefined;
  /** Whoever stands above by what holds in this cohort. */
  holds: PersonId | '';
  manager: PersonId | undefined;
  member: Member | undefined;
  /** The member is whom the address meant so far. */
  isOther: boolean;
  /** The champion names this member by an address for the first time. */
  hasNewAddress: boolean;
  isTorn: boolean;
  /** The list says another thing of a leave than is known. */
  hasNewLeave: boolean;
}

/** Where lines are compared: the cohort, its members by addresses that mean them here alone, and all where known. */
export interface Where extends Pick<Here, 'here'> {
  cohort: CohortId;
  members?: Here['members'];
}

/** What checked lines would do to the people and members we have. Reads only. */
export async function compareWithRows(
  ctx: Context,
  where: Where,
  lines: readonly ImportLine[],
): Promise<Compared> {
  await readTogether(ctx, lines);
  const known = await inParallel(lines, (line) => lookUp(ctx, where, line));
  return {
    lines: known.map(toStaged),
    problems: [
      ...known.filter(({ isTorn }) => isTorn).map(({ line }) => problem(line, 'mail', 'twoPeople')),
      ...known.filter(changesFixedRole).map(({ line }) => problem(line, 'role', 'roleFixed')),
      ...lines.filter(isWithoutEnd(ctx.clock.now())).map(sayWithoutEnd),
    ],
  };
}

export const countsOf = (lines: readonly StagedLine[]): ImportCounts => {
  const count = (would: StagedLine['would']) => lines.filter((line) => line.would === would).length;
  return { added: count('add'), changed: count('change'), unchanged: count('nothing') };
};

/** The lines that nothing was found about, and what they would do. */
export function goodLines(
  lines: readonly StagedLine[],
  problems: readonly ImportProblem[],
): ImportCounts & { lines: StagedLine[] } {
  const bad = new Set(problems.map(({ line }) => line));
  const good = lines.filter(({ line }) => !bad.has(line));
  return { lines: good, ...countsOf(good) };
}

/** Mail addresses of a part stand next to each other; managers among them as well. */
export const readTogether = (ctx: Context, lines: readonly ImportLine[]): Promise<void> =>
  readNeighbours(
    ctx,
    'mail',
    lines.map(({ mail }) => mail).filter((mail) => mail !== ''),
  );

const problem = (line: ImportLine, column: ImportProblem['column'], word: string): ImportProblem => ({
  line: line.line,
  column,
  word,
  values: {},
});

/** Lists write a day far ahead, mostly 9999-12-31, for a leave of which no end is known. */
const LEAVE_YEARS = 5;
const isWithoutEnd = (nowMs: number) => {
  const last = yearsFrom(nowMs, LEAVE_YEARS);
  return ({ awayUntil }: ImportLine): boolean => awayUntil !== undefined && awayUntil > last;
};
const sayWithoutEnd = (line: ImportLine): ImportProblem => ({
  ...problem(line, line.lastAway ? 'leaveEnd' : 'leave', 'leaveWithoutEnd'),
  values: { value: line.lastAway ?? line.awayUntil ?? '', years: LEAVE_YEARS },
});

async function lookUp(ctx: Context, { cohort, here, members }: Where, line: ImportLine): Promise<KnownLine> {
  const find = async (name: string) => (name ? findNamed(ctx, here, name) : undefined);
  const [byId, byMail] = await Promise.all([find(line.directoryId), find(line.mail)]);
  const person = line.directoryId ? byId : byMail;
  const other = byMail !== person ? byMail : undefined;
  const needsManager = person !== undefined || !line.isManagerHere;
  const memberOf = async (id: PersonId | undefined) =>
    id && (members ? members.get(id) : (await findRow(ctx, 'cohorts', cohort, 'member', id))?.value);
  const [{ said, holds }, account, manager, member] = await Promise.all([
    saidBefore(ctx, { cohort, person, isAbove: line.manager !== '' }),
    other && findRow(ctx, 'people', other, 'person').then((row) => row?.value.directoryId),
    needsManager ? find(line.manager) : undefined,
    memberOf(person),
  ]);
  const known = member ?? (await memberOf(other));
  return {
    ...{ line, person, manager, said, holds, member: known },
    hasNewLeave: known !== undefined && withLeaveSaid(known, line.awayUntil, ctx.clock.now()) !== known,
    isOther: member === undefined,
    hasNewAddress: line.directoryId !== '' && line.mail !== '' && byMail !== person,
    // The address is known to belong to another account.
    isTorn: (account ?? '') !== '' && account !== line.directoryId,
  };
}

interface SaidBefore {
  cohort: CohortId;
  person: PersonId | undefined;
  /** The line names somebody above: what holds by other cohorts does not count then. */
  isAbove: boolean;
}

/** What was said of somebody here, read as one row of all that there is about them wherever that will do. */
async function saidBefore(
  ctx: Context,
  { cohort, person, isAbove }: SaidBefore,
): Promise<Pick<KnownLine, 'said' | 'holds'>> {
  if (!person) return { said: undefined, holds: '' };
  if (isAbove) return { said: (await findRow(ctx, 'people', person, 'said', cohort))?.value, holds: '' };
  const rows = await Partition.open(ctx, 'people', person);
  const holds = factsHolding(cohort, rows.list('said')).manager;
  return { said: rows.find('said', cohort)?.value, holds };
}

const toStaged = (known: KnownLine): StagedLine => ({
  ...known.line,
  would: known.member ? (saysNew(known) ? 'change' : 'nothing') : 'add',
  person: known.person ?? '',
  above: known.line.manager === '' ? known.holds : (known.manager ?? ''),
  ...(hasPlace(known) && { keepsPlace: true }),
});

const hasPlace = ({ line, person, member, hasNewAddress, hasNewLeave, isOther }: KnownLine): boolean =>
  person !== undefined &&
  member !== undefined &&
  !(isOther || hasNewAddress || hasNewLeave || member.role !== line.role || keepsMore(line, member)) &&
  (!isLentPlace(member) || isNamedByLent(line, member));

/** An attribute reads differently from now on. */
const keepsMore = ({ attributes = {} }: ImportLine, { attributes: known = {} }: Member): boolean =>
  Object.entries(attributes).some(([name, value]) => known[name] !== value);

/** Whoever was invited knows a role already; it is not changed under their feet. */
const changesFixedRole = ({ line, member }: KnownLine): boolean =>
  member !== undefined && member.state !== 'imported' && member.role !== line.role;

function saysNew(known: KnownLine): boolean {
  const { line, person, said, manager } = known;
  if (!person || !said || !hasPlace(known)) return true;
  if (line.manager !== '' && manager === undefined) return true;
  const was = factsIn(said);
  return changedFacts(was, saidOver(was, factsOf(line, manager ?? ''))).length > 0;
}
