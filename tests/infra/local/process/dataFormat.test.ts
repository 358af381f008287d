import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setAsideOlder } from '#local/process/dataFormat.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const ASIDE = 'before-2026-11-23T090000';
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'data-format-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('begins in an empty folder without a word', () => {
  expect(setAsideOlder(dir, now)).toBeUndefined();
  expect(setAsideOlder(dir, now)).toBeUndefined();
});

it('keeps what this version wrote', () => {
  setAsideOlder(dir, now);
  mkdirSync(join(dir, 'teams'));
  expect(setAsideOlder(dir, now)).toBeUndefined();
  expect(existsSync(join(dir, 'teams'))).toBe(true);
});

it.each([undefined, '1', '99'])('sets aside what a version %s wrote, whole, and says so', (format) => {
  mkdirSync(join(dir, 'azurite'));
  writeFileSync(join(dir, 'azurite', 'tables.json'), '{}');
  writeFileSync(join(dir, 'notes.txt'), 'mine');
  if (format) writeFileSync(join(dir, 'format'), format);
  expect(setAsideOlder(dir, now)).toContain(`set aside in ${ASIDE}`);
  expect(readFileSync(join(dir, ASIDE, 'azurite', 'tables.json'), 'utf8')).toBe('{}');
  expect(existsSync(join(dir, 'azurite'))).toBe(false);
  expect(existsSync(join(dir, 'notes.txt'))).toBe(true);
  expect(setAsideOlder(dir, now)).toBeUndefined();
});
