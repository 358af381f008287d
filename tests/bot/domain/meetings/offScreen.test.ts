import { describe, expect, it } from 'vitest';
import { isPlainlyMet, wayIn } from '#domain/meetings/offScreen.ts';

describe('how two met, as a sentence says it', () => {
  it.each([
    ['we met for coffee', 'coffee'],
    ['had lunch with Aisha on Friday', 'lunch'],
    ['we went for a walk', 'walk'],
    ['we had a call', 'video'],
    ['we met at the café', 'coffee'],
    ['we met', ''],
  ])('%s: %s', (text, way) => expect(wayIn(text)).toBe(way));
});

describe('a sentence that says plainly that they met', () => {
  it.each<[string, boolean, boolean]>([
    ['we met yesterday', false, true],
    ['Had lunch with Aisha on Friday', true, true],
    ['we met with my mentor', false, true],
    ['we met with Bob', false, false],
    ['I met with my boss', false, false],
    ['did we meet?', false, false],
  ])('%s (named: %s): %s', (text, isNamed, isPlain) => expect(isPlainlyMet(text, isNamed)).toBe(isPlain));
});
