import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cohortRoutes } from '#api/routes/cohorts.ts';
import { asId } from '#domain/basics/ids.ts';
import { longestTurnMs } from '#tests/bot/busyTurns.ts';
import { takeSteps } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { readImportInThread } from '#threads/importing.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { personOf } from '#usecases/people/people.ts';
import { type Answered, aServer } from './calling.ts';

const FILES = 500;
const SEED = 20_261_128;
const PATIENCE_MS = 180_000;

const HEADERS = [
  ...['Name', 'Mail', 'Role', 'Manager', 'Department', 'Location', 'Object id', 'Style'],
  ...['name', 'E-Mail', 'constructor', '__proto__', '', 'Nom\uFFFD'],
];
const NASTY = [
  ...['', ' ', 'mentor', 'executive', 'Exec', 'boss', 'constructor', '__proto__', 'toString'],
  ...['Ann Bexample', 'Jörg Müller', '王秀英', '🐝', '\u202Eevil', 'a\0b', '\uFFFD', '=cmd()', 'O"Neil'],
  ...['ann@x.example', 'ben@x.example', 'ANN@x.example', 'a@b', '@', 'a/b#c?%@x.example', 'ü@x.example'],
  ...['00000000-0000-4000-8000-000000000001', 'Tax, risk', 'a;b\tc|d', 'two\nlines', 'x'.repeat(300)],
];
const numbered = fc.nat(60).map((n) => `p${n}@x.example`);
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 3, arbitrary: numbered },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
/** A line that is mostly right, so that files are accepted as well. */
const goodLine = fc
  .tuple(fc.nat(60), fc.nat(60), fc.boolean())
  .map(([n, above, isMentor]) => [
    ...[`Person ${n}`, `p${n}@x.example`, isMentor ? 'mentor' : 'executive'],
    ...[above > n ? `p${above}@x.example` : '', 'Sales', 'Oslo'],
  ]);
const good = fc.record({
  header: fc.constant(['Name', 'Mail', 'Role', 'Manager', 'Department', 'Location']),
  lines: fc.uniqueArray(goodLine, { minLength: 1, maxLength: 12, selector: ([name]) => name }),
});
const bad = fc.record({
  header: fc.oneof(
    fc.constant(['Name', 'Mail', 'Role', 'Manager']),
    fc.array(fc.constantFrom(...HEADERS), { maxLength: 12 }),
  ),
  lines: fc.array(fc.oneof(fc.array(cell, { maxLength: 8 }), goodLine), { maxLength: 30 }),
});
const seldom = <Value>(one: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });
const file = fc.record({
  content: fc.oneof({ weight: 2, arbitrary: good }, { weight: 1, arbitrary: bad }),
  end: fc.constantFrom('\n', '\n', '\r\n', '\r\n', '\r', '\n\r', '\u2028'),
  separator: fc.constantFrom(',', ',', ';', ';', '\t', '|', '::'),
  quotes: fc.constantFrom('none', 'where needed', 'where needed', 'all', 'all', 'open', 'stray'),
  encoding: fc.constantFrom('utf8', 'utf8 with a mark', 'utf16le', 'utf16be', 'cp1252', 'utf16 without'),
  /** Where the file breaks off, and a byte that changes, in thousandths of its length. */
  cut: seldom(fc.nat(999)),
  damage: seldom(fc.tuple(fc.nat(999), fc.nat(255))),
});
type File = typeof file extends fc.Arbitrary<infer Value> ? Value : never;

function quoted(text: string, how: File['quotes'], separator: string): string {
  const needs = text.includes(separator) || /["\r\n]/.test(text);
  if (how === 'none' || (how === 'where needed' && !needs)) return text;
  if (how === 'open') return `"${text}`;
  if (how === 'stray') return `${text}"`;
  return `"${text.replaceAll('"', '""')}"`;
}

function encoded(text: string, encoding: File['encoding']): Buffer {
  const little = Buffer.from(text, 'utf16le');
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text);
    case 'utf8 with a mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf16le':
      return Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
    case 'utf16be':
      return Buffer.concat([Buffer.from([0xfe, 0xff]), little.swap16()]);
    case 'cp1252':
      return Buffer.from(text, 'latin1');
    case 'utf16 without':
      return little;
  }
}

function toBytes({ content, end, separator, quotes, encoding, cut, damage }: File): Buffer {
  const rows = [content.header, ...content.lines];
  const text = rows.map((row) => row.map((one) => quoted(one, quotes, separator)).join(separator)).join(end);
  const bytes = encoded(text, encoding);
  const at = (thousandths: number) => Math.floor((bytes.length * thousandths) / 1_000);
  if (damage && bytes.length > 0) bytes[at(damage[0])] = damage[1];
  return cut === null ? bytes : bytes.subarray(0, at(cut));
}

const rowsIn = (ctx: TestContext): string =>
  JSON.stringify((['people', 'cohorts', 'lookups', 'due'] as const).map((table) => ctx.tables.all(table)));

it(
  `answers ${FILES} generated files kindly: no 5xx, nobody waits, and a refused one changes no row`,
  async () => {
    const ctx = aContext({ readImport: readImportInThread });
    const mail = 'noor@turntable.example';
    const noor = await personOf(ctx, { directoryId: 'oid-noor', mail, name: 'Noor Prøve' });
    const actor = {
      ...{ person: noor, directoryId: 'oid-noor', roles: ['Champion'] },
      locale: 'en',
      timeZone: '',
    };
    const { cohort } = await createCohort(ctx, actor, {
      ...{ name: 'Finance pilot', kind: 'pilot', fitFloor: 0 },
      ...{ startsOn: asId('2026-11-23'), endsOn: asId('2027-03-31') },
    });
    const { ask, close } = await aServer(ctx, cohortRoutes);
    const path = `/api/cohorts/${cohort}/import`;
    // What is compiled, and who is known, is so before anything is measured.
    await ask('noor', `POST ${path}`, { body: Buffer.from('Name,Mail,Role\nAnn,ann@x.example,mentor') });
    const answers: number[] = [];
    const busyMs: number[] = [];
    const property = fc.asyncProperty(file, async (one) => {
      const bytes = toBytes(one);
      const before = rowsIn(ctx);
      let answer: Answered = { status: 0, headers: {}, body: undefined as never, etag: '' };
      busyMs.push(
        await longestTurnMs(async () => {
          answer = await ask('noor', `POST ${path}?name=people.csv`, { body: bytes });
        }),
      );
      answers.push(answer.status);
      if (answer.status !== 200) {
        expect([400, 422]).toContain(answer.status);
        expect(rowsIn(ctx)).toBe(before);
        return;
      }
      const { import: id, state, lines } = answer.body as { import: string; state: string; lines: number };
      if (state === 'applied') return;
      expect((await ask('noor', `POST ${path}/${id}/confirmation`)).status).toBe(200);
      const done = await takeSteps(ctx, { cohort, person: noor });
      expect(done).toMatchObject({ state: 'applied', linesDone: lines });
      const again = await ask('noor', `POST ${path}?name=people.csv`, { body: bytes });
      expect(again.body).toMatchObject({ state: 'applied', added: 0, changed: 0, unchanged: lines });
    });
    await fc.assert(property, { seed: SEED, numRuns: FILES });
    await close();
    expect(answers).toHaveLength(FILES);
    expect(answers.filter((status) => status === 200).length).toBeGreaterThan(FILES / 10);
    expect(Math.max(...busyMs)).toBeLessThan(50);
  },
  PATIENCE_MS,
);
