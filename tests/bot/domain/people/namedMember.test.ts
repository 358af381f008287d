import { expect, it } from 'vitest';
import { type NamedRow, namedTo } from '#domain/people/namedMember.ts';

const rows = (role: NamedRow['role'], count: number): NamedRow[] =>
  Array.from({ length: count }, (_, n) => ({ person: `${role}${n}`, role, name: `${role} ${n}` }));
const all = [...rows('executive', 9), ...rows('mentor', 9)];
const rolesTo = (role: NamedRow['role'], of: readonly NamedRow[], person = 'x') =>
  namedTo({ person, role }, of)
    .map((row) => row.role[0])
    .join('');

it('to an executive are named executives, six at most', () => {
  expect(rolesTo('executive', all)).toBe('eeeeee');
  expect(rolesTo('executive', rows('mentor', 9))).toBe('');
});

it('to a mentor are named both, half and half, and more of one where there are few of the other', () => {
  expect(rolesTo('mentor', all)).toMatch(/^(eeemmm|mmmeee)$/);
  expect(rolesTo('mentor', [...rows('executive', 9), ...rows('mentor', 1)])).toBe('eeeeem');
  expect(rolesTo('mentor', [...rows('executive', 2), ...rows('mentor', 9)])).toBe('mmmmee');
  expect(rolesTo('mentor', rows('mentor', 9))).toBe('mmmmmm');
});

it('nobody is named to themselves', () => {
  expect(namedTo({ person: 'executive0', role: 'executive' }, all).map(({ person }) => person)).toEqual([
    'executive1',
    'executive2',
    'executive3',
    'executive4',
    'executive5',
    'executive6',
  ]);
});
