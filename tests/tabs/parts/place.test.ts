import { expect, test } from 'vitest';
import { entryOf, placeOf } from '#tabs/parts/place.ts';
import { target } from '#tabs/parts/Tabs.tsx';

test('a deep link leads to its place', () => {
  expect(placeOf('pair/a%2Fb')).toEqual({ at: 'pair', pair: 'a/b' });
  expect(placeOf('pair/p1/closing')).toEqual({ at: 'pair', pair: 'p1', part: 'closing' });
  expect(placeOf('pair/p1/anything')).toEqual({ at: 'pair', pair: 'p1' });
  expect(placeOf('pair/p/meetings')).toEqual({ at: 'pair', pair: 'p', part: 'meetings' });
  expect(placeOf('pair/p/elsewhere')).toEqual({ at: 'pair', pair: 'p' });
  expect(placeOf('invitation/pilot')).toEqual({ at: 'invitation', cohort: 'pilot' });
  expect(placeOf('search/pilot')).toEqual({ at: 'search', cohort: 'pilot' });
  expect(placeOf('primer')).toEqual({ at: 'primer' });
  expect(placeOf('primer/p%201')).toEqual({ at: 'primer', pair: 'p 1' });
  expect(placeOf('profile')).toEqual({ at: 'profile' });
});

test.each(['', 'pair', 'pair/', 'nowhere', 'invitation', 'search/', '<script>'])('%j leads home', (link) => {
  expect(placeOf(link)).toEqual({ at: 'home' });
});

test('a broken escape in a deep link leads home', () => {
  expect(placeOf('pair/%E0%A4%A')).toEqual({ at: 'home' });
});

test('pairs, invitations, searches and the primer belong to Home', () => {
  expect(entryOf({ at: 'primer' })).toBe('home');
  expect(entryOf({ at: 'concern' })).toBe('settings');
  expect(entryOf({ at: 'search', cohort: 'c' })).toBe('home');
  expect(entryOf({ at: 'pair', pair: 'p' })).toBe('home');
  expect(entryOf({ at: 'settings' })).toBe('settings');
});

test('arrow keys go along the tabs and round the ends, in the direction of reading', () => {
  expect(target('ArrowRight', { at: 2, of: 3, isRtl: false })).toBe(0);
  expect(target('ArrowLeft', { at: 0, of: 3, isRtl: false })).toBe(2);
  expect(target('ArrowRight', { at: 1, of: 3, isRtl: true })).toBe(0);
  expect(target('Home', { at: 2, of: 3, isRtl: false })).toBe(0);
  expect(target('End', { at: 0, of: 3, isRtl: false })).toBe(2);
  expect(target('x', { at: 0, of: 3, isRtl: false })).toBeUndefined();
});
