import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '#bot/cli/match.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { ROSTER_COLUMNS, readRoster } from '#domain/matching/roster.ts';
import { aCompany, DAY } from '#tests/bench/cohort.ts';
import { toCsv } from '#tests/bench/cohortCsv.ts';

const SAMPLE = 'bot/cli/sample-cohort.csv';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'turntable-match-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = async (...args: string[]) => {
  const [said, warned]: [string[], string[]] = [[], []];
  const code = await main(
    args,
    (line) => said.push(line),
    (line) => warned.push(line),
  );
  return { code, said: said.join('\n'), warned: warned.join('\n') };
};
const fileOf = (text: string): string => {
  const path = join(folder, 'cohort.csv');
  writeFileSync(path, text);
  return path;
};
/** One good line per role, changed in some cells. */
const linesWith = (over: Record<string, string>): string => {
  const good: Record<string, string> = {
    ...{
      id: 'clara',
      name: 'Clara',
      role: 'executive',
      capacity: '1',
      wants: 'ai',
      offers: '',
      interests: '',
    },
    ...{ languages: 'en', timezone: 'Europe/London', meets: 'walk', waiting: '0', ...over },
  };
  return `${ROSTER_COLUMNS.join(',')}\n${ROSTER_COLUMNS.map((column) => good[column] ?? '').join(',')}\n`;
};

describe('npm run match', () => {
  it('prints pairs with reasons, who is left out and why, and the totals', async () => {
    const { code, said, warned } = await run(SAMPLE);
    expect({ code, warned }).toEqual({ code: 0, warned: '' });
    expect(said).toContain('Mehmet Örnek + Liisa Näide');
    expect(said).toContain('The executive wants to understand “bonsai for boardrooms”');
    expect(said).toContain('6 of 6 executives have a mentor; 2 of them were left out last time.');
    expect(said).toContain('proven best');
  });

  it('writes the result as JSON, and every pair that may meet as CSV', async () => {
    const [json, edges] = [join(folder, 'out.json'), join(folder, 'edges.csv')];
    expect((await run(SAMPLE, '--json', json, '--edges', edges)).code).toBe(0);
    const result = JSON.parse(readFileSync(json, 'utf8'));
    const lines = readFileSync(edges, 'utf8').trim().split('\n');
    const fits = new Map(
      lines.slice(1).map((line) => {
        const [executive, mentor, fit] = line.split(',');
        return [`${executive}+${mentor}`, Number(fit)];
      }),
    );
    expect(lines[0]).toBe('executive,mentor,fit');
    for (const { executive, mentor, fit, reasons } of result.pairs) {
      expect(fits.get(`${executive}+${mentor}`)).toBe(fit);
      expect(reasons.length).toBeGreaterThan(0);
    }
    const used: number[] = result.pairs.map(({ fit }: { fit: number }) => fit);
    expect(result.objective).toEqual({
      ...{ covered: 6, waiting: 2, worst: Math.min(...used) },
      total: used.reduce((sum, fit) => sum + fit, 0),
    });
    expect(result.certificate.prices.length).toBeGreaterThan(0);
    expect(result.seconds.total).toBeGreaterThan(0);
    for (const { id, role, reason } of result.unmatched)
      expect([typeof id, typeof role, typeof reason]).toEqual(['string', 'string', 'string']);
    expect(existsSync(`${json}.part`)).toBe(false);
  });

  it.each<[string, string, string]>([
    ['a role nobody has', linesWith({ role: 'boss' }), 'line 2, column role: “boss” is not a role'],
    ['a missing id', linesWith({ id: '' }), 'line 2, column id: The id is missing.'],
    ['half a capacity', linesWith({ capacity: '1.5' }), 'line 2, column capacity: “1.5”'],
    ['a strength of four', linesWith({ offers: 'ai:3;python:4' }), 'line 2, column offers: “python:4”'],
    ['a zone of another planet', linesWith({ timezone: 'Mars/Olympus' }), 'line 2, column timezone: “Mars'],
    ['no zone', linesWith({ timezone: '' }), 'line 2, column timezone: The time zone is missing.'],
    ['a meeting by pigeon', linesWith({ meets: 'pigeon' }), 'line 2, column meets: “pigeon”'],
    ['a language in full', linesWith({ languages: 'English!' }), 'line 2, column languages: “English!”'],
    ['a waiting perhaps', linesWith({ waiting: 'perhaps' }), 'line 2, column waiting: “perhaps”'],
    [
      'their own manager',
      linesWith({ manager: 'clara' }),
      'line 2, column manager: Nobody is their own manager.',
    ],
    [
      'an id twice',
      linesWith({}) + (linesWith({}).split('\n')[1] ?? ''),
      'line 3, column id: “clara” stands on line 2',
    ],
    [
      'a column less',
      linesWith({}).replace(',waiting', ''),
      'line 1, column waiting: This column is missing.',
    ],
    ['nobody', `${ROSTER_COLUMNS.join(',')}\n`, 'line 2, column id: There is nobody'],
    ['nothing', '', 'line 1, column id: The file is empty.'],
  ])('refuses %s, says where, and writes nothing', async (_, text, sentence) => {
    const json = join(folder, 'out.json');
    const { code, said, warned } = await run(fileOf(text), '--json', json);
    expect(warned).toContain(sentence);
    expect({ code, said, wrote: existsSync(json) }).toEqual({ code: 2, said: '', wrote: false });
  });

  it('refuses a circle of managers, a file that is not there and one that cannot be written', async () => {
    const circle = `${linesWith({ manager: 'diego' })}${linesWith({ id: 'diego', name: 'Diego', manager: 'clara' }).split('\n')[1]}\n`;
    expect((await run(fileOf(circle))).warned).toContain(
      'line 2, column manager: These people manage each other',
    );
    expect(await run(join(folder, 'none.csv'))).toMatchObject({ code: 2 });
    const json = join(folder, 'out.json');
    expect(
      (await run(SAMPLE, '--json', json, '--edges', join(folder, 'no', 'such', 'folder.csv'))).code,
    ).toBe(2);
    expect(existsSync(json)).toBe(false);
    expect((await run()).warned).toContain('Usage');
    expect((await run(SAMPLE, '--frobnicate')).code).toBe(2);
  });

  it('refuses to write more than ten million edges, and writes nothing', async () => {
    const [executive, mentor] = [linesWith({}), linesWith({ role: 'mentor', offers: 'ai:3', wants: '' })].map(
      (text) => text.split('\n')[1] ?? '',
    );
    const crowd = Array.from({ length: 3200 }, (_, n) => [
      executive?.replace('clara', `e${n}`),
      mentor?.replace('clara', `m${n}`),
    ]);
    const file = fileOf(`${ROSTER_COLUMNS.join(',')}\n${crowd.flat().join('\n')}\n`);
    const [json, edges] = [join(folder, 'out.json'), join(folder, 'edges.csv')];
    const { code, said, warned } = await run(file, '--json', json, '--edges', edges);
    expect(warned).toContain('10,240,000 pairs may meet. A file of edges holds at most 10,000,000');
    expect({ code, said, wrote: [json, edges].filter(existsSync) }).toEqual({ code: 2, said: '', wrote: [] });
  });

  it('tells of ids that nobody has, and goes on', async () => {
    const { code, warned } = await run(fileOf(linesWith({ former: 'somebodyElse' })));
    expect(code).toBe(0);
    expect(warned).toContain('line 2, column former: nobody in this file has the id “somebodyElse”.');
  });

  it('reads what the generator wrote, and matches it alike', () => {
    const people = aCompany({ executives: 30, mentors: 40 });
    const roster = readRoster(toCsv(people), DAY);
    expect(roster.problems).toEqual([]);
    const options = { floor: 0, dateMs: DAY };
    expect(matchCohort(roster.people, options).pairs).toEqual(matchCohort(people, options).pairs);
  });
});
