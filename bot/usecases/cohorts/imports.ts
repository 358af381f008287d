import { type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type ImportProblem, readImport } from '#domain/cohorts/import.ts';
import { factsOf, type ImportLine, type NumberedLine } from '#domain/cohorts/importLine.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { CohortMessage } from '#domain/cohorts/messages.ts';
import { personNamed } from '#usecases/people/naming.ts';
import { findPerson } from '#usecases/people/people.ts';
import { ensurePerson, type Saying, sayOf, type WasSaid } from '#usecases/people/saying.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { type OpenCohort, openAsChampion } from './cohorts.ts';
import { type ImportPlan, planImport } from './importPlan.ts';
import { joinInCohort } from './joining.ts';
import { membersByAddress } from './named.ts';

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
  const at = { cohort, person: known.by, at: known.at, source: id };
  const people = await ensureEverybody(ctx, at, lines);
  for (const chunk of inChunks(people, BATCH)) await retrying(ctx, () => enterMembers(ctx, at, chunk));
  for (const { person, other } of people)
    if (other) await joinInCohort(ctx, at, { from: other, into: person });
  await retrying(ctx, () => conclude(ctx, cohort, id));
}

interface Entry extends WasSaid {
  role: Member['role'];
  /** An address that here means this person, by the champion's word alone. */
  address: string;
  /** Whom the address meant so far, where that is not an account. */
  other: PersonId | undefined;
}

/** First everybody by who they are, then what is said of them, with the lines of command between them. */
async function ensureEverybody(ctx: Context, at: Saying, lines: readonly ImportLine[]): Promise<Entry[]> {
  const here = membersByAddress(await Partition.openCohort(ctx, at.cohort, ['member']));
  const known = new Map<string, PersonId>(here);
  const named = await inParallel(lines, async (line) => {
    const isHere = line.directoryId ? undefined : here.get(line.mail);
    const found = isHere ? { person: isHere, isNew: false } : await personNamed(ctx, line);
    if (line.mail) known.set(line.mail, found.person);
    if (line.directoryId) known.set(line.directoryId, found.person);
    return { line, ...found };
  });
  const above = [...new Set(lines.map(({ manager }) => manager))].filter((name) => name && !known.has(name));
  await inParallel(above, async (name) => {
    const isMail = name.includes('@');
    known.set(name, await ensurePerson(ctx, { mail: isMail ? name : '', directoryId: isMail ? '' : name }));
  });
  return inParallel(named, async ({ line, person, isNew }) => {
    const facts = factsOf(line, known.get(line.manager) ?? '');
    const said = await sayOf(ctx, at, { person, isNew, named: line, facts });
    return { ...said, role: line.role, ...(await otherNameOf(ctx, line, said.person)) };
  });
}

/** With a directory id an address is only said: it is noted in the cohort, unless it is known to be theirs. */
async function otherNameOf(
  ctx: Context,
  line: ImportLine,
  person: PersonId,
): Promise<Pick<Entry, 'address' | 'other'>> {
  if (!line.directoryId || !line.mail) return { address: '', other: undefined };
  const holder = await findPerson(ctx, 'mail', line.mail);
  if (holder === person) return { address: '', other: undefined };
  return { address: line.mail, other: holder };
}

async function enterMembers(ctx: Context, at: Saying, entries: readonly Entry[]): Promise<void> {
  const rows = await Partition.openCohort(ctx, at.cohort, ['member']);
  for (const { person, role, address, changed } of entries) {
    const member = rows.find('member', person)?.value;
    const addresses = address ? [...new Set([...(member?.addresses ?? []), address])] : member?.addresses;
    const next: Member = {
      ...(member ?? { state: 'imported', waiting: false }),
      role: member && member.state !== 'imported' ? member.role : role,
      ...(addresses && { addresses }),
    };
    if (JSON.stringify(next) !== JSON.stringify(member)) rows.put('member', person, next);
    if (changed.length > 0)
      audit(ctx, rows, { by: at.person, did: 'changeSaid', about: `${person} ${changed.join(' ')}` });
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
