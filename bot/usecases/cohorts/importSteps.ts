import type { CohortId } from '#domain/basics/ids.ts';
import { type Import, type ImportProblem, isGoing, Problems } from '#domain/cohorts/import.ts';
import type { StagedLine } from '#domain/cohorts/importLine.ts';
import type { CohortMessage } from '#domain/cohorts/messages.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { carryCohort, forgetAttribute } from './changing.ts';
import type { OpenCohort } from './cohorts.ts';
import { findAcrossLines } from './importCircles.ts';
import { importPeople } from './importPeople.ts';
import { compareWithRows, countsOf, goodLines, type Where } from './importPlan.ts';
import { inviteNow } from './invitations.ts';
import { goOnInParts } from './inviting.ts';
import { readMembers } from './named.ts';

/** Parts of one step: a few seconds of work, after which the row says how far it is and others have their turn. */
export const PARTS_AT_ONCE = 8;
/** A file that nobody confirms is forgotten after a day. */
export const IMPORT_KEPT_MS = 24 * 3_600_000;
const READ_AT_ONCE = 16;
/** So many members are read sooner in pages than those of one step one by one. */
const READ_TOGETHER = 5_000;
/** Parts that are dropped in one transaction. */
const DROPPED_AT_ONCE = 20;

/** The key of a staged part. */
export const partId = (id: string, n: number): string => `${id}_${String(n).padStart(4, '0')}`;

export const cohortChores: Chores<CohortMessage> = {
  carryCohort: (ctx, { cohort }) => carryCohort(ctx, cohort),
  forgetAttribute: (ctx, { cohort, name }) => forgetAttribute(ctx, cohort, name),
  goOnInviting: (ctx, message) => goOnInParts(ctx, message, inviteNow),
  goOnWithImport: (ctx, message) => goOn(ctx, message),
  dropImport: async (ctx, { cohort, import: id }) => {
    await dropParts(ctx, cohort, id);
  },
};

/** A day later: what was staged and never confirmed goes, with the row that stands for it. */
export const importDue = dueKind<{ cohort: CohortId; import: string }>('import', forgetImport);
export const cohortDue = [importDue];

/**
 * One step of an import. Each step writes how far it is and points to the next in one transaction, so that whoever
 * takes it up again after a crash, or at the same time, does what is not done yet.
 */
async function goOn(ctx: Context, step: Extract<CohortMessage, { kind: 'goOnWithImport' }>): Promise<void> {
  const rows = await openImport(ctx, step.cohort);
  const known = rows.find('import')?.value;
  if (known?.id !== step.import || known.state !== step.state || known.partsDone !== step.part) return;
  const next = await takeStep(ctx, rows, known);
  rows.put('import', '', next);
  if (isGoing(next)) rows.tell({ ...step, state: next.state, part: next.partsDone });
  if (next.state === 'applied') rows.tell({ kind: 'lookAtLines', cohort: step.cohort });
  if (next.state === 'refused') rows.tell({ kind: 'dropImport', cohort: step.cohort, import: step.import });
  await rows.commit();
}

const openImport = (ctx: Context, cohort: CohortId): Promise<OpenCohort> =>
  Partition.pick(ctx, cohort, [['import']]);

async function takeStep(ctx: Context, rows: OpenCohort, known: Import): Promise<Import> {
  const last = Math.min(known.parts, known.partsDone + PARTS_AT_ONCE);
  const ids = Array.from({ length: last - known.partsDone }, (_, n) => partId(known.id, known.partsDone + n));
  await rows.alsoRows(ids.map((id) => ['importpart', id]));
  const next = { ...known, partsDone: last };
  if (known.state === 'applying') return apply(ctx, { rows, ids, next });
  return ids.length > 0 ? compare(ctx, { rows, ids, next }) : conclude(ctx, rows, next);
}

interface Step {
  rows: OpenCohort;
  ids: string[];
  next: Import;
}

const linesOf = ({ rows, ids }: Step): StagedLine[] =>
  ids.flatMap((id) => rows.find('importpart', id)?.value.lines ?? []);

/** Members are read together where they are few, and where some of them are meant by addresses. */
async function whereOf(
  ctx: Context,
  rows: OpenCohort,
  { hasAddresses, members = Number.POSITIVE_INFINITY }: Import,
): Promise<Where> {
  const cohort = rows.id as CohortId;
  const isRead = hasAddresses || members <= READ_TOGETHER;
  return { cohort, ...(isRead ? await readMembers(ctx, cohort) : { here: new Map() }) };
}

/** Compares the lines of a step with the rows, and keeps what was found beside each. */
async function compare(ctx: Context, step: Step): Promise<Import> {
  const { rows, ids, next } = step;
  const found = new Problems(next.problems, next.problemCount);
  const where = await whereOf(ctx, rows, next);
  for (const id of ids) {
    const part = rows.find('importpart', id);
    if (!part) continue;
    const compared = await compareWithRows(ctx, where, part.value.lines);
    found.sayAll(compared.problems);
    const good = goodLines(compared.lines, next.isPartly ? compared.problems : []);
    rows.put('importpart', id, { lines: good.lines });
    next.added += good.added;
    next.changed += good.changed;
    next.unchanged += good.unchanged;
    leaveOut(next, compared.lines.length - good.lines.length);
  }
  next.linesDone = next.added + next.changed + next.unchanged;
  return { ...next, problems: found.listed(), problemCount: found.count };
}

function leaveOut(next: Import, lines: number): void {
  next.lines -= lines;
  next.leftOut = (next.leftOut ?? 0) + lines;
}

/** Every line was compared: what only shows in all of them together. */
async function conclude(ctx: Context, rows: OpenCohort, next: Import): Promise<Import> {
  const { id, parts } = next;
  const all = Array.from({ length: parts }, (_, n) => partId(id, n));
  const found = new Problems(next.problems, next.problemCount);
  for (const some of inChunks(all, READ_AT_ONCE))
    await rows.alsoRows(some.map((part) => ['importpart', part]));
  const across = await findAcrossLines(ctx, rows.id as CohortId, linesOf({ rows, ids: all, next }));
  found.sayAll(across);
  const isLeft = next.isPartly === true && dropLines(rows, next, across) && next.lines > 0;
  const problems = { problems: found.listed(), problemCount: found.count };
  return { ...next, ...problems, state: found.count > 0 && !isLeft ? 'refused' : 'checked' };
}

/** Takes single lines out of the staged parts, where one transaction can. */
function dropLines(rows: OpenCohort, next: Import, problems: readonly ImportProblem[]): boolean {
  const bad = new Set(problems.map(({ line }) => line));
  const parts = rows.list('importpart').filter(({ value }) => value.lines.some(({ line }) => bad.has(line)));
  if (parts.length > DROPPED_AT_ONCE) return false;
  for (const { id, value } of parts) {
    const good = goodLines(value.lines, problems);
    const was = countsOf(value.lines);
    rows.put('importpart', id, { lines: good.lines });
    next.added += good.added - was.added;
    next.changed += good.changed - was.changed;
    next.unchanged += good.unchanged - was.unchanged;
    leaveOut(next, value.lines.length - good.lines.length);
  }
  next.linesDone = next.lines;
  return true;
}

/** Makes the lines of a step count; they have done their work then and go. */
async function apply(ctx: Context, step: Step): Promise<Import> {
  const { rows, ids, next } = step;
  const lines = linesOf(step);
  const cohort = rows.id as CohortId;
  const here = next.hasAddresses ? (await readMembers(ctx, cohort)).here : new Map();
  const at = { cohort, person: next.by, at: next.at, source: next.id };
  await importPeople(ctx, at, { lines: lines.filter(({ would }) => would !== 'nothing'), here });
  for (const id of ids) rows.remove('importpart', id);
  const isDone = next.partsDone >= next.parts;
  return {
    ...next,
    linesDone: isDone ? next.lines : next.linesDone + lines.length,
    state: isDone ? 'applied' : 'applying',
  };
}

async function forgetImport(ctx: Context, { cohort, import: id }: { cohort: CohortId; import: string }) {
  await retrying(ctx, async () => {
    const rows = await openImport(ctx, cohort);
    const known = rows.find('import')?.value;
    if (known?.id === id && (isGoing(known) || known.state === 'applied')) return;
    if (known?.id === id) {
      rows.remove('import');
      await rows.commit();
    }
    await dropParts(ctx, cohort, id);
  });
}

/** Reads a few parts at a time: together they may be as large as the file. */
async function dropParts(ctx: Context, cohort: CohortId, id: string): Promise<void> {
  for (let n = 0; ; n += DROPPED_AT_ONCE) {
    const ids = Array.from({ length: DROPPED_AT_ONCE }, (_, k) => partId(id, n + k));
    const rows = await Partition.pick(
      ctx,
      cohort,
      ids.map((part) => ['importpart', part]),
    );
    if (rows.isEmpty) return;
    for (const part of ids) rows.remove('importpart', part);
    await rows.commit();
  }
}
