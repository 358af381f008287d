import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readImport } from '#domain/cohorts/readImport.ts';
import { calmestTurnMs } from '#tests/bot/busyTurns.ts';
import { aPilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { readImportInThread } from '#threads/importing.ts';
import { checkImport, RefusedImport } from '#usecases/cohorts/imports.ts';
import type { Tables } from '#usecases/story/ports.ts';

const HEAD = 'Name,Mail,Role,Manager\n';
const lines = (count: number, line: (n: number) => string) =>
  HEAD + Array.from({ length: count }, (_, n) => line(n)).join('\n');
const mail = (n: number) => `p${n}@x.example`;

/** Storage is never asked without the event loop having its turn meanwhile. */
class DistantTables implements Tables {
  readonly #tables: Tables;
  constructor(tables: Tables) {
    this.#tables = tables;
  }
  find: Tables['find'] = (...asked) => nextTurn().then(() => this.#tables.find(...asked));
  list: Tables['list'] = (...asked) => nextTurn().then(() => this.#tables.list(...asked));
  commit: Tables['commit'] = (...asked) => nextTurn().then(() => this.#tables.commit(...asked));
  isReady = (): Promise<boolean> => this.#tables.isReady();
}

/** Files that once stopped the server for everybody: how many problems they have, or how many lines are fine. */
const HEAVY: [what: string, file: string, problems: number][] = [
  ['50,000 lines without a mail address', lines(50_000, () => 'Ann Bexample,,mentor,'), 50_000],
  ['20,000 quotation marks that never close', lines(20_000, (n) => `"Ann ${n},${mail(n)},mentor,`), 20_000],
  ['45,000 managers in a chain', lines(45_000, (n) => `Ann,${mail(n)},mentor,${mail(n + 1)}`), 0],
  ['45,000 managers in one circle', lines(45_000, (n) => `A,${mail(n)},mentor,${mail((n + 1) % 45_000)}`), 1],
  ['20,000 circles of two', lines(40_000, (n) => `A,${mail(n)},mentor,${mail(n ^ 1)}`), 20_000],
  ['130,000 short lines', lines(130_000, () => 'a'), 260_000],
  [
    '50,000 good lines',
    lines(50_000, (n) => `Ann Bexample ${n},${mail(n)},mentor,boss${n >> 3}@x.example`),
    0,
  ],
  ['50,000 times the same address', lines(50_000, () => 'Ann,ann@x.example,mentor,'), 49_999],
  ['one enormous entry', `${HEAD}"${'é'.repeat(3_000_000)}",ann@x.example,mentor,`, 1],
  ['one enormous line', HEAD + 'a,'.repeat(1_000_000), 4],
  ['thousands of columns', `${'Name,Style,'.repeat(20_000)}Mail,Role\nAnn,7`, 1],
  ['only separators', `${','.repeat(1_000)}\n`.repeat(2_000), 1],
  ['only quotation marks', '"'.repeat(2_000_000), 1],
  ['quotation marks and blanks', `${HEAD}${'" '.repeat(1_000_000)}`, 1],
  ['only NULs', '\0'.repeat(5_000_000), 1],
  ['only line ends', '\r'.repeat(1_000_000), 1],
];

/** So long somebody else may wait for their turn. */
const MOST_MS = 50;

describe('a file of people, read beside the event loop', () => {
  it.each(HEAVY)('keeps nobody waiting: %s', async (_, file, problems) => {
    const { tables, ...rest } = aContext();
    const ctx = { ...rest, tables: new DistantTables(tables), readImport: readImportInThread };
    const pilot = await aPilot(ctx);
    const bytes = new TextEncoder().encode(file);
    let count = 0;
    let listed = 0;
    const busyMs = await calmestTurnMs(async () => {
      try {
        await checkImport(ctx, pilot, { name: 'people.csv', bytes });
      } catch (error) {
        if (!(error instanceof RefusedImport)) throw error;
        count = error.count;
        listed = error.problems.length;
        expect(JSON.stringify(error.problems).length).toBeLessThan(30_000);
      }
    }, MOST_MS);
    expect([count, listed]).toEqual([problems, Math.min(problems, 100)]);
    expect(busyMs).toBeLessThan(MOST_MS);
  });

  it('says what it would say beside it, for several files at once', async () => {
    const files = [1, 2, 3, 4].map((n) => lines(n, (k) => `Ann,${mail(k)},mentor,`));
    const bytes = files.map((file) => new TextEncoder().encode(file));
    expect(await Promise.all(bytes.map((file) => readImportInThread(file)))).toEqual(
      bytes.map((file) => readImport(file)),
    );
  });
});
