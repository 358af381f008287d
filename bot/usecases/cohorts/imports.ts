import { asId, type CohortId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { alsoKept } from '#domain/cohorts/attributes/attributes.ts';
import type { ChosenColumns } from '#domain/cohorts/attributes/chosen.ts';
import { type UnknownColumns, unknownColumns } from '#domain/cohorts/attributes/unknownColumns.ts';
import {
  type Import,
  type ImportProblem,
  isGoing,
  isStuck,
  Problems,
  type ReadImport,
} from '#domain/cohorts/import.ts';
import type { StagedLine } from '#domain/cohorts/importLine.ts';
import { readImport } from '#domain/cohorts/readImport.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { forgetAttribute } from './changing.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from './cohorts.ts';
import { findAcrossLines } from './importCircles.ts';
import { compareWithRows, goodLines } from './importPlan.ts';
import { IMPORT_KEPT_MS, importDue, PARTS_AT_ONCE, partId } from './importSteps.ts';
import { type Here, readMembers } from './named.ts';

/** A refused file: the first things that are wrong with it, and how many there are. Nothing has changed. */
export class RefusedImport extends Refusal {
  readonly problems: ImportProblem[];
  readonly count: number;
  /** How many lines could be imported without the others. */
  readonly good: number;

  constructor(found: Problems, good: number) {
    super('invalid', 'cohort:import.refused');
    this.problems = found.listed();
    this.count = found.count;
    this.good = good;
  }
}

/** So much of a file shows what its columns are. */
const HEAD = 131_072;
/** Parts in one transaction: small enough to be put together without keeping others waiting. */
const STAGED_AT_ONCE = 5;

/** The import of this cohort that is on its way, or was the last; undefined when there was none. */
export async function lastImport(ctx: Context, at: InCohort): Promise<Import | undefined> {
  return (await openAsChampion(ctx, at, ['import'])).find('import')?.value;
}

/** What is not recognised of a list, from the first bytes of its file; nothing is kept of them. */
export async function columnsOfImport(
  ctx: Context,
  at: InCohort,
  bytes: Uint8Array,
): Promise<UnknownColumns> {
  const { attributes } = getCohortIn(await openAsChampion(ctx, at));
  return unknownColumns(bytes.subarray(0, HEAD), attributes);
}

/**
 * Reads a file and looks what it would do. A small one is answered at once; of a large one the lines are staged and
 * compared step by step, and the row says how far that is. Nobody is imported before a champion confirms. One bad line
 * refuses all, unless the champion asks for the good ones alone. The same press again answers the file that it brought.
 */
export async function checkImport(
  ctx: Context,
  at: InCohort,
  file: { name: string; bytes: Uint8Array; press?: string; isPartly?: boolean; chosen?: ChosenColumns },
): Promise<Import> {
  const rows = await openAsChampion(ctx, at, ['import']);
  const last = rows.find('import')?.value;
  if (file.press && last?.press === file.press) return last;
  mustRest(ctx, rows);
  if (await forgotten(ctx, rows)) return checkImport(ctx, at, file);
  const read = await (ctx.readImport ?? readImport)(file.bytes, file.chosen);
  alsoKept(getCohortIn(rows).attributes, read.keeps);
  const found = new Problems(read.problems, read.problemCount);
  mustBeGood(found, read.lines, file);
  const known = await readMembers(ctx, at.cohort);
  const fresh = freshImport(ctx, at, { ...file, known, read });
  if (read.parts.length > PARTS_AT_ONCE) return stage(ctx, { rows, now: fresh, parts: eachPart(read) });
  const lines = read.parts.flatMap(linesIn);
  const compared = await compareWithRows(ctx, { cohort: at.cohort, ...known }, lines);
  const sound = goodLines(compared.lines, compared.problems).lines;
  const across = await findAcrossLines(ctx, at.cohort, sound);
  found.sayAll([...compared.problems, ...across]);
  const { lines: good, ...counts } = goodLines(sound, across);
  mustBeGood(found, good.length, file);
  const parts = inChunks(good, Math.ceil(good.length / fresh.parts));
  const done: Import = {
    ...{ ...fresh, ...counts, lines: good.length, linesDone: good.length },
    ...{ parts: parts.length, partsDone: parts.length },
    ...{ problems: found.listed(), problemCount: found.count },
    leftOut: read.leftOut + lines.length - good.length,
  };
  // Nothing is left to confirm, so nothing is written.
  if (counts.unchanged === good.length) return { ...done, state: 'applied' };
  return stage(ctx, { rows, now: { ...done, state: 'checked' }, parts });
}

/**
 * What columns said that are kept no more goes before a list is looked at that might bring them back: the list would
 * otherwise be compared with it, and whoever is left out of the list keep it.
 */
async function forgotten(ctx: Context, rows: OpenCohort): Promise<boolean> {
  const { forgets = [] } = getCohortIn(rows);
  for (const name of forgets) await forgetAttribute(ctx, asId<CohortId>(rows.id), name);
  if (forgets.length > 0) anew(ctx);
  return forgets.length > 0;
}

function mustBeGood(found: Problems, good: number, { isPartly }: { isPartly?: boolean }): void {
  if (found.count > 0 && !(isPartly && good > 0)) throw new RefusedImport(found, good);
}

/**
 * Imports what was checked, and only that. The same confirmation twice is one; of an import that is stuck it tries the
 * next step again.
 */
export async function confirmImport(ctx: Context, at: InCohort, id: string): Promise<Import> {
  const rows = await openAsChampion(ctx, at, ['import']);
  const known = mustFind(rows, id);
  if (isStuck(known, ctx.clock.now())) return tryAgain(ctx, rows, known);
  if (known.state === 'applying' || known.state === 'applied') return known;
  if (known.state !== 'checked') throw new Refusal('conflict', 'cohort:import.notChecked');
  const now = toInstant(ctx.clock.now());
  const next: Import = { ...known, state: 'applying', at: now, by: at.person, partsDone: 0, linesDone: 0 };
  rows.put('import', '', next);
  if (known.keeps?.length) {
    const cohort = getCohortIn(rows);
    rows.put('cohort', '', { ...cohort, attributes: alsoKept(cohort.attributes, known.keeps) });
  }
  rows.tell({ kind: 'goOnWithImport', cohort: at.cohort, import: id, state: next.state, part: 0 });
  audit(ctx, rows, { by: at.person, did: 'importMembers', about: `${known.lines}` });
  await rows.commit();
  return next;
}

async function tryAgain(ctx: Context, rows: OpenCohort, known: Import): Promise<Import> {
  const next: Import = { ...known, at: toInstant(ctx.clock.now()) };
  const { id, state, partsDone } = next;
  rows.put('import', '', next);
  rows.tell({ kind: 'goOnWithImport', cohort: asId<CohortId>(rows.id), import: id, state, part: partsDone });
  await rows.commit();
  return next;
}

/** Forgets a file that was checked, is being checked or is stuck; whoever was imported of it already stays. */
export async function discardImport(ctx: Context, at: InCohort, id: string): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['import']);
  const known = rows.find('import')?.value;
  if (known?.id !== id) return;
  mustRest(ctx, rows);
  rows.remove('import');
  if (known.state !== 'applied') rows.tell({ kind: 'dropImport', cohort: at.cohort, import: id });
  await rows.commit();
}

/** People are on their way into the cohort: what they come from is not exchanged under their feet. */
function mustRest(ctx: Context, rows: OpenCohort): void {
  const known = rows.find('import')?.value;
  if (known?.state === 'applying' && !isStuck(known, ctx.clock.now()))
    throw new Refusal('conflict', 'cohort:import.running');
}

function mustFind(rows: OpenCohort, id: string): Import {
  const known = rows.find('import')?.value;
  if (known?.id !== id) throw new Refusal('gone', 'cohort:import.gone');
  return known;
}

interface FileRead {
  name: string;
  press?: string;
  isPartly?: boolean;
  known: Here;
  read: ReadImport;
}

function freshImport(
  ctx: Context,
  at: InCohort,
  { name: file, press, isPartly = false, known, read }: FileRead,
): Import {
  const { encoding, sample, ignored, keeps = [], lines, leftOut, parts, problems, problemCount } = read;
  return {
    ...(press ? { press } : {}),
    ...{ id: ctx.ids.next('import'), state: 'checking', by: at.person, at: toInstant(ctx.clock.now()) },
    ...{
      hasAddresses: known.here.size > 0,
      members: known.members.size,
      file,
      encoding,
      sample,
      ignored,
      ...(keeps.length > 0 && { keeps }),
      lines,
      parts: parts.length,
      partsDone: 0,
      linesDone: 0,
    },
    ...{ added: 0, changed: 0, unchanged: 0, isPartly, leftOut, problems, problemCount },
  };
}

const linesIn = (part: string): StagedLine[] =>
  (JSON.parse(part) as StagedLine[]).map((line) => ({ ...line, would: 'add', person: '', above: '' }));

function* eachPart({ parts }: ReadImport): Generator<StagedLine[]> {
  for (const part of parts) yield linesIn(part);
}

/** Writes the lines, then the row that makes them count in place of an earlier file's. */
async function stage(
  ctx: Context,
  { rows, now, parts }: { rows: OpenCohort; now: Import; parts: Iterable<StagedLine[]> },
): Promise<Import> {
  const cohort = asId<CohortId>(rows.id);
  await ctx.due.point(ctx.clock.now() + IMPORT_KEPT_MS, importDue, { cohort, import: now.id });
  let staging = await Partition.openCohort(ctx, cohort, []);
  let n = 0;
  for (const lines of parts) {
    staging.create('importpart', partId(now.id, n), { lines });
    if (++n % STAGED_AT_ONCE > 0) continue;
    await staging.commit();
    staging = await Partition.openCohort(ctx, cohort, []);
  }
  await staging.commit();
  const before = rows.find('import')?.value;
  if (before && before.state !== 'applied') rows.tell({ kind: 'dropImport', cohort, import: before.id });
  rows.put('import', '', now);
  // Whoever stops keeping a column at this moment sees the list that brings it, or is seen.
  if (now.keeps?.length) rows.put('cohort', '', getCohortIn(rows));
  if (isGoing(now)) rows.tell({ kind: 'goOnWithImport', cohort, import: now.id, state: now.state, part: 0 });
  await rows.commit();
  return now;
}
