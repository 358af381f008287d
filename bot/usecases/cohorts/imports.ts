import { type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type ImportProblem, readImport } from '#domain/cohorts/import.ts';
import type { ImportLine, NumberedLine } from '#domain/cohorts/importLine.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { CohortMessage } from '#domain/cohorts/messages.ts';
import { ensurePerson } from '#usecases/people/people.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { type OpenCohort, openAsChampion } from './cohorts.ts';
import { type ImportPlan, planImport } from './importPlan.ts';

/** A refused file: everything that is wrong with it. Nothing has changed. */
export class RefusedImport extends Refusal {
  readonly problems: ImportProblem[];

  constructor(problems: ImportProblem[]) {
    super('invalid', 'cohort:import.refused');
    this.problems = problems;
  }
}

export interface ImportDone extends Omit<ImportPlan, 'problems'> {
  /** Columns we have no use for, as written. */
  ignored: string[];
}

/** Characters of lines in one staged row; a property of a row holds 32,000. */
const PART_SIZE = 24_000;
/** Changes in one transaction, with room for what goes along. */
const BATCH = 90;

/**
 * Imports people into a cohort, or only looks what that would do. All of the file or none of it: lines are
 * staged, one commit makes them count, then they are applied; a crash after the commit is caught up with from
 * the outbox. The same file twice changes nothing.
 */
export async function importMembers(
  ctx: Context,
  at: InCohort,
  asked: { csv: string; check: boolean },
): Promise<ImportDone> {
  const rows = await openAsChampion(ctx, at, ['member']);
  const { lines, problems, ignored } = readImport(asked.csv);
  if (problems.length > 0) throw new RefusedImport(problems);
  const plan = await planImport(ctx, rows, lines);
  if (plan.problems.length > 0) throw new RefusedImport(plan.problems);
  const { added, changed, unchanged } = plan;
  if (!asked.check && added + changed > 0) {
    const staged = await stage(ctx, at, lines);
    await applyImport(ctx, at.cohort, staged);
  }
  return { added, changed, unchanged, ignored };
}

async function stage(ctx: Context, at: InCohort, lines: readonly NumberedLine[]): Promise<string> {
  const id = ctx.ids.next('import');
  const rows = await openAsChampion(ctx, at);
  const parts = toParts(lines);
  for (const [n, part] of parts.entries()) {
    rows.create('importpart', partId(id, n), { lines: part });
    if (n % BATCH === BATCH - 1) await rows.commit();
  }
  await rows.commit();
  const now = toInstant(ctx.clock.now());
  rows.create('import', id, { state: 'committed', parts: parts.length, by: at.person, at: now });
  audit(ctx, rows, { by: at.person, did: 'importMembers', about: `${lines.length}` });
  rows.tell({ kind: 'applyImport', cohort: at.cohort, import: id });
  await rows.commit();
  return id;
}

const partId = (id: string, n: number): string => `${id}_${String(n).padStart(4, '0')}`;

function toParts(lines: readonly NumberedLine[]): ImportLine[][] {
  const parts: ImportLine[][] = [[]];
  let size = 0;
  for (const { line: _, ...said } of lines) {
    const length = JSON.stringify(said).length + 1;
    if (size + length > PART_SIZE) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(said);
    size += length;
  }
  return parts;
}

export const cohortChores: Chores<CohortMessage> = {
  applyImport: (ctx, message) => applyImport(ctx, message.cohort, message.import),
};

/** Makes a committed import count: people, managers, members. May run twice or go on after a crash. */
async function applyImport(ctx: Context, cohort: CohortId, id: string): Promise<void> {
  const rows = await Partition.openCohort(ctx, cohort, ['import', 'importpart']);
  const known = rows.find('import', id)?.value;
  if (known?.state !== 'committed') return;
  const parts = rows.list('importpart').filter((part) => part.id.startsWith(`${id}_`));
  const lines = parts.flatMap((part) => part.value.lines);
  const people = await ensureEverybody(ctx, lines);
  for (const chunk of inChunks(people, BATCH)) await retrying(ctx, () => enterMembers(ctx, cohort, chunk));
  await retrying(ctx, () => conclude(ctx, cohort, id));
}

interface Entry {
  person: PersonId;
  role: Member['role'];
}

/** First everybody without their manager, then the lines of command between them. */
async function ensureEverybody(ctx: Context, lines: readonly ImportLine[]): Promise<Entry[]> {
  const known = new Map<string, PersonId>();
  const people = await inParallel(lines, async (line) => {
    const person = await ensurePerson(ctx, { ...line, manager: '' });
    if (line.mail) known.set(line.mail, person);
    if (line.directoryId) known.set(line.directoryId, person);
    return { person, role: line.role };
  });
  const above = [...new Set(lines.map(({ manager }) => manager))].filter((name) => name && !known.has(name));
  await inParallel(above, async (name) => {
    known.set(name, await ensurePerson(ctx, namedOnly(name)));
  });
  await inParallel(
    lines.filter(({ manager }) => manager !== ''),
    (line) => ensurePerson(ctx, { ...line, manager: known.get(line.manager) ?? '' }),
  );
  return people;
}

/** Somebody of whom only a mail address or a directory id is known. */
const namedOnly = (name: string) => ({
  name: '',
  mail: name.includes('@') ? name : '',
  directoryId: name.includes('@') ? '' : name,
  manager: '' as const,
  department: '',
  location: '',
});

async function enterMembers(ctx: Context, cohort: CohortId, entries: readonly Entry[]): Promise<void> {
  const rows = await Partition.openCohort(ctx, cohort, ['member']);
  for (const { person, role } of entries) {
    const member = rows.find('member', person)?.value;
    if (!member) rows.create('member', person, { role, state: 'imported', waiting: false });
    else if (member.state === 'imported' && member.role !== role)
      rows.put('member', person, { ...member, role });
  }
  await rows.commit();
}

/** The staged lines have done their work and go, the import stays as applied. */
async function conclude(ctx: Context, cohort: CohortId, id: string): Promise<void> {
  const rows: OpenCohort = await Partition.openCohort(ctx, cohort, ['import', 'importpart']);
  const known = rows.find('import', id)?.value;
  if (known?.state !== 'committed') return;
  const parts = rows.list('importpart').filter((part) => part.id.startsWith(`${id}_`));
  for (const chunk of inChunks(parts, BATCH)) {
    for (const part of chunk) rows.remove('importpart', part.id);
    await rows.commit();
  }
  rows.put('import', id, { ...known, state: 'applied' });
  await rows.commit();
}
