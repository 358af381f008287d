import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBicep } from './bicep.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const deploy = read('infra/azure/DEPLOY.md');
const run = read('infra/azure/RUN.md');

/** The text between the bracket that opens at `from` and the one that closes it. */
function insideOf(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(from, at);
  }
  return '';
}

/** What the server may say in its log: the sentences of each call, which stand behind the fields. */
function linesOf(source: string): string[] {
  return [...source.matchAll(/\blog\.(?:info|warn|error)(?=\()/gi)].flatMap((call) => {
    const inside = insideOf(source, call.index + call[0].length);
    const quoted = [...inside.matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => text);
    return quoted.filter((text) => text.includes(' '));
  });
}

describe('the page on running it', () => {
  const sources = globSync('bot/**/*.ts', { exclude: ['bot/cli/**', 'bot/domain/**'] }).map(read);
  const said = [...new Set(sources.flatMap(linesOf))];
  const table = run.slice(run.indexOf('## What each line means'), run.indexOf('## Backup'));
  const explained = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line),
  );

  it('explains every line that the server may say', () => {
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((line) => !explained.includes(line))).toEqual([]);
  });

  it('explains none that it does not say', () => {
    const all = sources.join('\n');
    expect(explained.filter((line) => !all.includes(line))).toEqual([]);
  });

  it('would miss a line that is new', () => {
    const source = "this.#log.warn({ err: f(error) }, isNew ? 'something is new' : 'something is old');";
    expect(linesOf(source)).toEqual(['something is new', 'something is old']);
  });

  it('names every alert, and asks in its queries for what is said', async () => {
    const { resources } = await readBicep(read('infra/azure/watch.bicep'));
    const alerts = resources
      .filter(({ type }) => /(?:metricAlerts|scheduledQueryRules)@/.test(type))
      .map(({ body }) => body.find(({ name }) => name === 'name')?.value)
      .map((value) => (value && 'text' in value ? value.text.replace(/'|\$\{name\}/g, '') : ''));
    expect(alerts).toHaveLength(5);
    for (const alert of alerts) expect(run).toContain(`\`…${alert}\``);
    for (const [, line = ''] of run.matchAll(/line\.msg\) == "([^"]+)"/g)) expect(said).toContain(line);
  });
});

describe('both pages', () => {
  it.each([
    ['DEPLOY.md', deploy],
    ['RUN.md', run],
  ])('%s leads to files that are there, and names no variable that is not', (_, page) => {
    for (const [, to = ''] of page.matchAll(/\]\(([^)#]+)\)/g))
      expect(existsSync(join('infra/azure', to)), to).toBe(true);
    for (const [, path = ''] of page.matchAll(
      /(?<![\w/])((?:infra|tests|bot)\/[\w./-]+\.(?:ts|mjs|json|bicep))/g,
    ))
      expect(existsSync(path), path).toBe(true);
    const known = ['infra/env/.env.dev', 'infra/azure/main.parameters.json', 'bot/config.ts', 'teamsapp.yml']
      .map(read)
      .join();
    for (const [, name = ''] of page.matchAll(/`((?:[A-Z]+_)+[A-Z]+)`/g))
      expect(known.includes(name), name).toBe(true);
  });

  it('offer as choices what is a parameter with a value of its own, and says which', async () => {
    const { params } = await readBicep(read('infra/azure/main.bicep'));
    const choices = deploy.slice(deploy.indexOf('## Choices'));
    for (const [, cell = ''] of choices.matchAll(/^\| (`\w.*?) \|/gm))
      for (const [, name = ''] of cell.matchAll(/`(\w+)…?`/g))
        expect(
          params.some((param) => !param.isRequired && param.name.startsWith(name)),
          name,
        ).toBe(true);
    const main = read('infra/azure/main.bicep');
    for (const [name, value] of [
      ['storageRedundancy', "'Standard_ZRS'"],
      ['planSku', "'P0v3'"],
      ['instances', '2'],
      ['mostInstances', '4'],
      ['logDays', '30'],
    ])
      expect(main).toMatch(new RegExp(`param ${name} \\w+ = ${value}\n`));
  });
});
