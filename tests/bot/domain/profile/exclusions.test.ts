import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { type Exclusion, exclusionsIn, findExcluded, protectsSomebody } from '#domain/profile/exclusions.ts';

const VERA = {
  id: asId<PersonId>('vera'),
  directoryId: 'aaaa1111-2222-4333-8444-555566667777',
  addresses: ['vera@turntable.example', 'v4711@turntable.example'],
  names: ['Vera Exampleton'],
  department: 'Group Treasury',
};
const nobody: Exclusion = { directoryId: '', address: '', written: '' };
const found = (one: Partial<Exclusion>) =>
  findExcluded([VERA])(exclusionsIn({ ...nobody, ...one }) ?? []).length === 1;

describe('an exclusion', () => {
  it.each<Partial<Exclusion>>([
    { written: 'vera@turntable.example' },
    { written: 'mailto:Vera@Turntable.example' },
    { written: 'vera@turntable.example;' },
    { written: 'Vera Exampleton <vera@turntable.example>' },
    { address: 'Vera Exampleton <vera@turntable.example>' },
    { written: 'mia@turntable.example, vera@turntable.example' },
    { written: 'vera@turntable.example\u200b' },
    { written: 'vera@turntable.example.' },
    { address: 'V4711@turntable.example' },
    { directoryId: 'vera@turntable.example' },
    { directoryId: '{AAAA1111-2222-4333-8444-555566667777}' },
    { directoryId: '8:orgid:aaaa1111-2222-4333-8444-555566667777' },
    { written: 'Exampleton, Vera (FIN)' },
    { written: 'Vera-Exampleton' },
    { written: 'group treasury' },
  ])('means whoever is written as %j', (one) => {
    expect(found(one)).toBe(true);
  });

  it.each<Partial<Exclusion>>([
    { written: 'vera@' },
    { written: '@turntable' },
    { address: 'Vera Exampleton' },
  ])('that is meant as an address and is none is refused: %j', (one) => {
    expect(exclusionsIn({ ...nobody, ...one })).toBeUndefined();
  });

  it('of nobody is none', () => {
    expect(exclusionsIn({ ...nobody, written: '  ' })).toEqual([]);
  });
});

describe('an exclusion by name or department', () => {
  const meets = (written: string, person: { names?: string[]; department?: string }) =>
    findExcluded([{ ...VERA, names: [], department: '', ...person }])([{ ...nobody, written }]).length === 1;

  it.each([
    ['Frau Erika Muster', { names: ['Erika Muster'] }],
    ['Frau Muster', { names: ['Muster, Erika (HR-DE)'] }],
    ['Herr Dr. Muster', { names: ['MUSTER Hans'] }],
    ['Herrn Dr. Hans Muster', { names: ['Muster, Hans'] }],
    ['Muster, Frau', { names: ['Erika Muster'] }],
    ['Mrs Example', { names: ['Prof. Ann Example, PhD'] }],
    ['Muster Erika', { names: ['Erika Maria Muster'] }],
    ['Erika Maria Muster', { names: ['Dr. Erika Muster'] }],
    ['Jörg Weiss', { names: ['Jörg Weiß'] }],
    ['Soren Krag', { names: ['Søren Krag'] }],
    ['Sales EMEA', { department: 'Sales, EMEA' }],
    ['(HR)', { department: 'HR' }],
    ['hr', { department: 'HR' }],
  ])('means whoever is called so, however it is written: %s', (written, person) => {
    expect(meets(written, person)).toBe(true);
  });

  it.each([
    ['Frau Muster', 'Erika Musterfrau'],
    ['Hans Muster', 'Erika Muster'],
    ['Erika Muster', 'Erika'],
    ['(EXT)', 'Erika Muster (EXT)'],
  ])('by %s does not mean %s', (written, name) => {
    expect(meets(written, { names: [name] })).toBe(false);
  });

  it.each(['Frau', 'Herr Dr.', 'Mrs', 'Hr.', 'Fr.', 'Prof. Dr.', 'Mme'])(
    'that is only “%s” protects nobody',
    (written) => {
      expect(protectsSomebody({ ...nobody, written })).toBe(false);
      expect(meets(written, { names: ['Frau Dr. Erika Muster'] })).toBe(false);
    },
  );

  it.each([
    ['Finance - Controlling', 'Finance'],
    ['Finance', 'Finance - Controlling'],
    ['HR (DE)', 'HR'],
    ['HR', 'HR (DE)'],
  ])('of %s does not mean all of %s', (written, department) => {
    expect(meets(written, { department })).toBe(false);
  });
});
