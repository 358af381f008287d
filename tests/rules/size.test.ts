import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';

/** A drawer holds so many files, and a file so many lines, before somebody cannot find their way in it. */
const MOST_FILES = 20;
const MOST_LINES = 250;

const exclude = ['**/dist/**'];
const sources = globSync('{bot,tabs,infra}/**/*.{ts,tsx,mjs}', { exclude });
const linesOf = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

it('looks at all there is', () => {
  expect(sources.length).toBeGreaterThan(400);
});

it('keeps every folder of bot small enough to look over', () => {
  const files = globSync('bot/**/*.*').map((file) => dirname(file));
  const full = [...Map.groupBy(files, (folder) => folder)]
    .filter(([, inside]) => inside.length > MOST_FILES)
    .map(([folder, inside]) => `${folder}: ${inside.length}`);
  expect(full).toEqual([]);
});

it('keeps every source file short, but for the engine’s, whose loops stand in the papers', () => {
  const long = sources
    .filter((file) => !file.startsWith('bot/domain/matching/'))
    .map((file) => ({ file, lines: linesOf(file) }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file}: ${lines}`);
  expect(long).toEqual([]);
});
