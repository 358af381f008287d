import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { ImportProblem } from '#domain/cohorts/import.ts';
import { factsOf, type NumberedLine } from '#domain/cohorts/importLine.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { changedFacts, factsIn, type SaidFacts, saidOver } from '#domain/people/said.ts';
import { type Managers, managerChain } from '#usecases/people/managerChain.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { OpenCohort } from './cohorts.ts';
import { findNamed, membersByAddress } from './named.ts';

export interface ImportPlan {
  added: number;
  changed: number;
  unchanged: number;
  /** What the file says that the rows as they stand don't allow. */
  problems: ImportProblem[];
}

interface KnownLine {
  line: NumberedLine;
  person: PersonId | undefined;
  said: SaidFacts | undefined;
  manager: PersonId | undefined;
  member: Member | undefined;
  /** The champion names this member by an address for the first time. */
  hasNewAddress: boolean;
  isTorn: boolean;
}

/** What a checked file would do to the people and members we have. Reads only. */
export async function planImport(
  ctx: Context,
  rows: OpenCohort,
  lines: readonly NumberedLine[],
): Promise<ImportPlan> {
  const here = membersByAddress(rows);
  const known = await inParallel(lines, (line) => lookUp(ctx, rows, here, line));
  const problems = [
    ...known.filter(({ isTorn }) => isTorn).map(({ line }) => problem(line, 'mail', 'twoPeople')),
    ...known.filter(changesFixedRole).map(({ line }) => problem(line, 'role', 'roleFixed')),
    ...(await findCirclesWithRows(ctx, rows.id, known)),
  ];
  const added = known.filter(({ member }) => !member).length;
  const changed = known.filter((one) => one.member && saysNew(one)).length;
  return { added, changed, unchanged: known.length - added - changed, problems };
}

const problem = (line: NumberedLine, column: ImportProblem['column'], word: string): ImportProblem => ({
  line: line.line,
  column,
  word,
  values: {},
});

async function lookUp(
  ctx: Context,
  rows: OpenCohort,
  here: ReadonlyMap<string, PersonId>,
  line: NumberedLine,
): Promise<KnownLine> {
  const find = async (name: string) => (name ? findNamed(ctx, here, name) : undefined);
  const [byId, byMail, manager] = await Promise.all([
    find(line.directoryId),
    find(line.mail),
    find(line.manager),
  ]);
  const person = line.directoryId ? byId : byMail;
  const own = person && (await Partition.open(ctx, 'people', person));
  const other = byMail !== person ? byMail : undefined;
  const account = other && (await Partition.open(ctx, 'people', other)).find('person')?.value.directoryId;
  const memberOf = (id: PersonId | undefined) => id && rows.find('member', id)?.value;
  return {
    ...{ line, person, manager, said: own?.find('said', rows.id)?.value },
    member: memberOf(person) ?? memberOf(other),
    hasNewAddress: line.directoryId !== '' && line.mail !== '' && byMail !== person,
    // The address is known to belong to another account.
    isTorn: (account ?? '') !== '' && account !== line.directoryId,
  };
}

/** Whoever was invited knows a role already; it is not changed under their feet. */
const changesFixedRole = ({ line, member }: KnownLine): boolean =>
  member !== undefined && member.state !== 'imported' && member.role !== line.role;

function saysNew({ line, person, said, manager, member, hasNewAddress }: KnownLine): boolean {
  if (!person || !said || !member || hasNewAddress || member.role !== line.role) return true;
  if (line.manager !== '' && manager === undefined) return true;
  const was = factsIn(said);
  return changedFacts(was, saidOver(was, factsOf(line, manager ?? ''))).length > 0;
}

/** Circles that close over managers we know from earlier, not from this file. */
async function findCirclesWithRows(
  ctx: Context,
  cohort: string,
  known: readonly KnownLine[],
): Promise<ImportProblem[]> {
  const managers: Managers = new Map();
  for (const { person, manager } of known)
    if (person && manager) managers.set(person, { is: person, manager });
  const problems: ImportProblem[] = [];
  for (const { line, person, manager } of known) {
    if (!person || !manager) continue;
    const chain = await managerChain(ctx, managers, { cohort: asId(cohort), person });
    const top = chain.at(-1) ?? asId<PersonId>('');
    if (manager === person || managers.get(top)?.manager === person)
      problems.push(problem(line, 'manager', 'circleWithKnown'));
  }
  return problems;
}
