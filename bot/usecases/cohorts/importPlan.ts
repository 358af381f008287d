import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { ImportProblem } from '#domain/cohorts/import.ts';
import type { ImportLine, NumberedLine } from '#domain/cohorts/importLine.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { Person } from '#domain/people/person.ts';
import { type Managers, managerChain } from '#usecases/people/managerChain.ts';
import { findPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { OpenCohort } from './cohorts.ts';

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
  row: Person | undefined;
  manager: PersonId | undefined;
  member: Member | undefined;
  isTorn: boolean;
}

/** What a checked file would do to the people and members we have. Reads only. */
export async function planImport(
  ctx: Context,
  rows: OpenCohort,
  lines: readonly NumberedLine[],
): Promise<ImportPlan> {
  const known = await inParallel(lines, (line) => lookUp(ctx, rows, line));
  const problems = [
    ...known.filter(({ isTorn }) => isTorn).map(({ line }) => problem(line, 'mail', 'twoPeople')),
    ...known.filter(changesFixedRole).map(({ line }) => problem(line, 'role', 'roleFixed')),
    ...(await findCirclesWithRows(ctx, known)),
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

/** The person a mail address or directory id stands for, if we know one. */
const findNamed = (ctx: Context, name: string): Promise<PersonId | undefined> =>
  findPerson(ctx, name.includes('@') ? 'mail' : 'oid', name);

/** An import that a crash broke off may have left an address without its row; it is about to be taken up. */
const findRow = async (ctx: Context, person: PersonId): Promise<Person | undefined> =>
  (await Partition.open(ctx, 'people', person)).find('person')?.value;

async function lookUp(ctx: Context, rows: OpenCohort, line: NumberedLine): Promise<KnownLine> {
  const [byId, byMail, manager] = await Promise.all([
    line.directoryId ? findNamed(ctx, line.directoryId) : undefined,
    line.mail ? findNamed(ctx, line.mail) : undefined,
    line.manager ? findNamed(ctx, line.manager) : undefined,
  ]);
  const person = byId ?? byMail;
  const row = person && (await findRow(ctx, person));
  const member = person && rows.find('member', person)?.value;
  return { line, person, row, manager, member, isTorn: isTorn(line, { byId, byMail, row }) };
}

/** The mail address belongs to one person and the directory id to another. */
function isTorn(
  line: ImportLine,
  found: { byId: PersonId | undefined; byMail: PersonId | undefined; row: Person | undefined },
): boolean {
  if (found.byId && found.byMail) return found.byId !== found.byMail;
  const bound = found.row?.directoryId ?? '';
  return !found.byId && line.directoryId !== '' && bound !== '' && bound !== line.directoryId;
}

/** Whoever was invited knows a role already; it is not changed under their feet. */
const changesFixedRole = ({ line, member }: KnownLine): boolean =>
  member !== undefined && member.state !== 'imported' && member.role !== line.role;

function saysNew({ line, row, manager, member }: KnownLine): boolean {
  if (!row || !member) return true;
  const differs = (said: string, known: string) => said !== '' && said !== known;
  return (
    member.role !== line.role ||
    (row.directoryId === '' && differs(line.name, row.name)) ||
    (row.mail === '' && line.mail !== '') ||
    (row.directoryId === '' && line.directoryId !== '') ||
    (line.manager !== '' && (manager === undefined || manager !== row.manager)) ||
    differs(line.department, row.department) ||
    differs(line.location, row.location)
  );
}

/** Circles that close over managers we know from earlier, not from this file. */
async function findCirclesWithRows(ctx: Context, known: readonly KnownLine[]): Promise<ImportProblem[]> {
  const managers: Managers = new Map();
  for (const { person, manager } of known) if (person && manager) managers.set(person, manager);
  const problems: ImportProblem[] = [];
  for (const { line, person, manager } of known) {
    if (!person || !manager) continue;
    const chain = await managerChain(ctx, managers, person);
    const top = chain.at(-1) ?? asId<PersonId>('');
    if (manager === person || managers.get(top) === person)
      problems.push(problem(line, 'manager', 'circleWithKnown'));
  }
  return problems;
}
