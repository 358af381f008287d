import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Who may import whom (README, *The house*). A folder not named on the right may not be imported. */
const MAY_IMPORT: Record<string, string[]> = {
  'bot/domain': ['bot/domain'],
  'bot/words': ['bot/words'],
  'bot/usecases': ['bot/usecases', 'bot/domain', 'bot/words'],
  'bot/storage': ['bot/storage', 'bot/usecases', 'bot/domain'],
  'bot/threads': ['bot/threads', 'bot/usecases', 'bot/domain'],
  'bot/api': ['bot/api', 'bot/usecases', 'bot/domain', 'bot/words', 'bot/config.ts'],
  'bot/teams': ['bot/teams', 'bot/usecases', 'bot/domain', 'bot/words', 'bot/config.ts'],
  'bot/delivery': ['bot/delivery', 'bot/usecases', 'bot/domain', 'bot/words'],
  'bot/cli': ['bot/cli', 'bot/threads', 'bot/usecases', 'bot/domain', 'bot/words'],
  'bot/config.ts': [],
  'bot/log.ts': ['bot/usecases'],
  'bot/app.ts': ['bot'],
  'bot/index.ts': ['bot/app.ts', 'bot/config.ts'],
  tabs: ['tabs', 'bot/words', 'bot/domain', 'bot/api/contract'],
};
const SEAMS: Record<string, { files: string[]; most?: number; within?: string }> = {
  botbuilder: { files: [], most: 3, within: 'bot/teams/' },
  '@microsoft/teams-js': { files: ['tabs/teams.ts'] },
  '@microsoft/teamsfx': { files: ['tabs/signIn.ts'] },
};
const DOMAIN_LIBRARIES = ['zod', 'minisearch', 'csv-parse/sync'];

const files = globSync(['bot/**/*.ts', 'tabs/**/*.{ts,tsx}'], { exclude: ['tabs/dist/**'] }).sort();
const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((match) => ({ isType: Boolean(match[1]), from: match[2] ?? match[3] ?? '' }));
/** `#domain/x.ts` and relative paths as paths from the root; packages as they are. */
function target(file: string, from: string): string {
  if (from.startsWith('#bot/')) return from.replace('#bot/', 'bot/');
  if (from.startsWith('#local/')) return from.replace('#local/', 'infra/local/');
  if (from.startsWith('#')) return from.replace('#', 'bot/');
  if (!from.startsWith('.')) return from;
  return new URL(from, `file:///${file}`).pathname.slice(1);
}
const isOurs = (path: string): boolean => /^(bot|tabs|infra|tests)\//.test(path);
const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const houseOf = (file: string): string =>
  Object.keys(MAY_IMPORT)
    .filter((folder) => isIn(file, folder))
    .sort((a, b) => b.length - a.length)[0] ?? '';

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('imports one way only', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map(({ from }) => target(file, from))
        .filter((path) => isOurs(path))
        .filter((path) => !(MAY_IMPORT[houseOf(file)] ?? []).some((folder) => isIn(path, folder)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets the tabs take only types of the contract', () => {
    const wrong = files
      .filter((file) => file.startsWith('tabs/'))
      .filter((file) =>
        importsOf(file).some(({ from, isType }) => from.endsWith('api/contract/contract.ts') && !isType),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps each replaceable library behind its seam', () => {
    const wrong = Object.entries(SEAMS).flatMap(([library, seam]) => {
      const users = files.filter((file) =>
        importsOf(file).some(({ from }) => from === library || from.startsWith(`${library}/`)),
      );
      if (seam.most !== undefined)
        return users.length <= seam.most && users.every((file) => file.startsWith(seam.within ?? ''))
          ? []
          : users;
      return users.filter((file) => !seam.files.includes(file)).map((file) => `${file} imports ${library}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps clock, random, environment and I/O out of the domain', () => {
    const domain = files.filter((file) => file.startsWith('bot/domain/'));
    const impure = /Date\.now\(|new Date\(\)|Math\.random|randomUUID|process\.|performance\.now|fetch\(/;
    expect(domain.filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([]);
    const libraries = domain.flatMap((file) =>
      importsOf(file)
        .map(({ from }) => from)
        .filter((from) => !from.startsWith('#') && !from.startsWith('.') && !DOMAIN_LIBRARIES.includes(from))
        .map((from) => `${file} imports ${from}`),
    );
    expect(libraries).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers).toEqual(['bot/config.ts']);
  });
});
