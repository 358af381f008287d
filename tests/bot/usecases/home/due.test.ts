import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outboxDue } from '#delivery/outboxCheck.ts';
import { DUE } from '#usecases/home/due.ts';

it('everything that may fall due is looked at, under a name of its own', () => {
  const declared = globSync('bot/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/ (?:due|measure)Kind<[^(]*>\(\s*'(\w+)'/g)].map(
      ([, noun]) => noun,
    ),
  );
  expect(declared.length).toBeGreaterThan(3);
  expect([outboxDue, ...DUE].map(({ noun }) => noun).sort()).toEqual(declared.sort());
  expect(new Set(declared).size).toBe(declared.length);
});
