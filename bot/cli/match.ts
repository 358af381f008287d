import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FitRows } from '#domain/matching/engine/fitRows.ts';
import { readProblem } from '#domain/matching/problem.ts';
import { type Roster, type RosterProblem, readRoster } from '#domain/matching/roster.ts';
import type { MatchOptions, MatchResult, Phase } from '#domain/matching/types.ts';
import { withOwnWords } from '#domain/pairs/reasons.ts';
import { matchInThread } from '#threads/matching.ts';
import { sayLeftOut, sayReasons } from '#usecases/pairs/reasons.ts';
import { wordsFor } from '#words/words.ts';

const MOST_EDGES = 10_000_000;
const words = wordsFor('en');

/** What went wrong, said; nothing was written. */
class Refused extends Error {}

/**
 * A dry run: matches the cohort of a CSV file, prints pairs, left-outs and totals, and writes what was asked
 * for. Exit code 2 when the file can't be matched or written; then nothing is written at all.
 */
export async function main(
  args: string[],
  say: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  try {
    const { file, json, edges } = readArgs(args);
    const options: MatchOptions = { floor: 0, dateMs: Date.now() };
    const roster = readFile(file, options.dateMs);
    for (const stranger of roster.strangers) warn(words('match:note', place(stranger)));
    const edgeLines = edges ? listEdges(roster, options) : undefined;
    const { result, seconds } = await run(roster, options);
    writeAll([
      ...(json
        ? [{ path: json, text: () => [`${JSON.stringify(present(roster, result, seconds), null, 2)}\n`] }]
        : []),
      ...(edges && edgeLines ? [{ path: edges, text: edgeLines }] : []),
    ]);
    for (const line of report(roster, result, seconds)) say(line);
    return result.provenBest ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    warn(error.message);
    return 2;
  }
}

function readArgs(args: string[]): { file: string; json: string; edges: string } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'string', default: '' }, edges: { type: 'string', default: '' } },
    });
    const [file, ...others] = positionals;
    if (file && others.length === 0) return { file, json: values.json, edges: values.edges };
  } catch (error) {
    throw new Refused(`${String(error instanceof Error ? error.message : error)}\n${words('match:usage')}`);
  }
  throw new Refused(words('match:usage'));
}

const place = ({ line, column, word, values }: RosterProblem) => ({
  ...{ line, column },
  sentence: words(`match:line.${word}`, values),
});

function readFile(file: string, atMs: number): Roster {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refused(words('match:cannotRead', { file, why: whyOf(error) }));
  }
  const roster = readRoster(text, atMs);
  if (roster.problems.length === 0) return roster;
  const lines = roster.problems.map((problem) => words('match:problem', place(problem)));
  throw new Refused([...lines, words('match:refused', { count: roster.problems.length })].join('\n'));
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Matches, and measures the seconds of each phase. */
async function run(roster: Roster, options: MatchOptions) {
  const seconds: Partial<Record<Phase | 'total', number>> = {};
  const startedMs = performance.now();
  let [phase, sinceMs]: [Phase, number] = ['read', startedMs];
  const change = (next: Phase) => {
    const now = performance.now();
    seconds[phase] = (seconds[phase] ?? 0) + (now - sinceMs) / 1000;
    [phase, sinceMs] = [next, now];
  };
  const watch = (next: Phase) => {
    if (next !== phase) change(next);
  };
  const result = await matchInThread(roster.people, options, { watch });
  change('read');
  seconds.total = (performance.now() - startedMs) / 1000;
  return { result, seconds };
}

/** The whole result as data. Ids are those of the file; reasons are sentences. */
function present(
  roster: Roster,
  { pairs, leftOut, totals, certificate, provenBest }: MatchResult,
  seconds: Record<string, number>,
) {
  return {
    pairs: pairs.map(({ executive, mentor, fit, reasons }) => ({
      ...{ executive, mentor, fit },
      reasons: sayReasons(words, withOwnWords(reasons, roster.written), 'file'),
    })),
    unmatched: leftOut.map(({ person, role, reason }) => ({
      ...{ id: person, role },
      reason: sayLeftOut(words, reason, role),
    })),
    objective: {
      ...{ covered: totals.covered, waiting: totals.waiting, worst: totals.worst, total: totals.fit },
    },
    provenBest,
    certificate,
    seconds,
  };
}

function report(roster: Roster, result: MatchResult, seconds: Record<string, number>): string[] {
  const nameOf = (id: MatchResult['pairs'][number]['executive']) => roster.names.get(id) ?? id;
  const number = (value: number) => value.toLocaleString('en');
  const { covered, total, waiting, worst, fit } = result.totals;
  return [
    words('match:result.pairs', { count: result.pairs.length }),
    ...result.pairs.flatMap(({ executive, mentor, fit, reasons }) => [
      words('match:result.pair', { executive: nameOf(executive), mentor: nameOf(mentor), fit }),
      ...sayReasons(words, withOwnWords(reasons, roster.written), 'file').map((reason) => `    ${reason}`),
    ]),
    '',
    words('match:result.leftOut', { count: result.leftOut.length }),
    ...result.leftOut.map(({ person, role, reason }) =>
      words('match:result.out', {
        ...{ name: nameOf(person), role: words(`match:result.${role}`) },
        sentence: sayLeftOut(words, reason, role),
      }),
    ),
    '',
    words('match:result.covered', {
      covered: number(covered),
      total: number(total),
      waiting: number(waiting),
    }),
    words('match:result.fit', { worst, sum: number(fit) }),
    words(result.provenBest ? 'match:result.proven' : 'match:result.notProven'),
    words('match:result.seconds', { seconds: (seconds.total ?? 0).toFixed(2) }),
  ];
}

/** Every pair that may meet as CSV, a chunk per executive. Counted first: too many are refused. */
function listEdges(roster: Roster, options: MatchOptions): () => Iterable<string> {
  const problem = readProblem(roster.people, options);
  const rows = new FitRows(problem);
  let count = 0;
  for (const e of problem.executives.keys()) {
    const { from, end } = rows.whole(e);
    count += end - from;
  }
  if (count > MOST_EDGES) {
    const said = { count: count.toLocaleString('en'), most: MOST_EDGES.toLocaleString('en') };
    throw new Refused(words('match:tooManyEdges', said));
  }
  return function* () {
    yield 'executive,mentor,fit\n';
    for (const [e, { id }] of problem.executives.entries()) {
      const row = rows.row(e);
      const lines = problem.mentors.flatMap((mentor, m) => {
        const fit = row[m] ?? 0;
        return fit > 0 ? [`${quoted(id)},${quoted(mentor.id)},${fit}\n`] : [];
      });
      yield lines.join('');
    }
  };
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** All files or none: each is written beside its place first. */
function writeAll(files: { path: string; text: () => Iterable<string> }[]): void {
  const partOf = (path: string) => `${path}.part`;
  for (const { path, text } of files)
    try {
      const file = openSync(partOf(path), 'w');
      try {
        for (const chunk of text()) writeSync(file, chunk);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      for (const other of files) rmSync(partOf(other.path), { force: true });
      throw new Refused(words('match:cannotWrite', { file: path, why: whyOf(error) }));
    }
  for (const { path } of files) renameSync(partOf(path), path);
}

if (import.meta.main)
  process.exitCode = await main(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
