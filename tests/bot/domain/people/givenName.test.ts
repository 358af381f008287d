import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstNameOf, greetedAs, tellApart } from '#domain/people/givenName.ts';

describe('a given name', () => {
  it.each([
    ['Clara Exampleton', 'Clara'],
    ['Muster, Erika (HR-DE)', 'Erika'],
    ['Muster, Erika', 'Erika'],
    ['Muster,Erika', 'Erika'],
    ['Muster, Dr. Erika', 'Erika'],
    ['Dr. Muster, Erika', 'Erika'],
    ['Muster, Erika, HR', 'Erika'],
    ['Muster-Beispiel, Anna-Lena [Contractor]', 'Anna-Lena'],
    ['García Muestra, Inés', 'Inés'],
    ['Smith, John A. (IT)', 'John'],
    ['Kim, Min Jun', 'Min Jun'],
    ['van der Voorbeeld, Jan', 'Jan'],
    ['Voorbeeld, Jan van der', 'Jan'],
    ['Muster, Erika (EXT)', 'Erika'],
    ['EXT Muster, Erika', 'Erika'],
    ['EXT-Muster, Erika', 'Erika'],
    ['Muster, Erika EXT', 'Erika'],
    ['Muster, Erika HR', 'Erika'],
    ['Muster, Hans Dr.', 'Hans'],
    ['MUSTER, HANS', 'Hans'],
    ['MUSTER, ANNA-LENA', 'Anna-Lena'],
  ])('of "%s" stands after the comma: %s', (name, given) => {
    expect(firstNameOf(name)).toBe(given);
  });

  it.each([
    ['Dr. Erika Muster', 'Erika'],
    ['Prof. Dr. Erika Muster', 'Erika'],
    ['Dr.-Ing. Erika Muster', 'Erika'],
    ['Univ.-Prof. Dr. rer. nat. habil. Erika Muster', 'Erika'],
    ['Ms Erika Muster', 'Erika'],
    ['Erika Muster, PhD', 'Erika'],
    ['Erika Muster PhD', 'Erika'],
    ['Erika Muster, Finance', 'Erika'],
    ['Erika Muster (External)', 'Erika'],
    ['(External) Erika Muster', 'Erika'],
    ['Erika Muster [Contractor]', 'Erika'],
    ['Erika Muster | Example Ltd', 'Erika'],
    ['Erika Muster - Finance', 'Erika'],
    ['Erika Muster – Finance', 'Erika'],
    ['Erika Muster EXT', 'Erika'],
    ['Jan van der Voorbeeld', 'Jan'],
    ['Anna-Lena Muster', 'Anna-Lena'],
    ["D'Arcy Example", "D'Arcy"],
    ['MUSTER Erika', 'Erika'],
    ['McDONALD Ron', 'Ron'],
    ["d'ARCY Ann", 'Ann'],
    ['MUSTER Dr. Hans', 'Hans'],
    ['MUSTER Dr. rer. nat. Hans', 'Hans'],
    ['DR. HANS MUSTER', 'Hans'],
    ['Erika HR', 'Erika'],
    ['HR Erika', 'Erika'],
    ['Hans Dr.', 'Hans'],
    ['Erika MUSTER', 'Erika'],
    ['Þóra Dæmi', 'Þóra'],
  ])('of "%s" is the first word that is neither title nor addition: %s', (name, given) => {
    expect(firstNameOf(name)).toBe(given);
  });

  it.each([
    ['Erika', 'Erika'],
    ['Muster,', 'Muster'],
    ['Muster,,', 'Muster'],
    ['Muster, (HR-DE)', 'Muster'],
    ['MUSTER, HR', 'MUSTER'],
    ['muster erika (HR-DE)', 'muster erika'],
    ['Dr. Muster', 'Dr. Muster'],
    ['E. Muster', 'E. Muster'],
    ['van der Voorbeeld Jan', 'van der Voorbeeld Jan'],
    ['Abdul Rahman Mithal', 'Abdul Rahman Mithal'],
    ['見本 花子', '見本 花子'],
    ['보기민준', '보기민준'],
    ['st4711', 'st4711'],
    ['somebody@elsewhere.example', 'somebody@elsewhere.example'],
    ['(EXT)', '(EXT)'],
    ['', ''],
  ])('that the form of "%s" does not tell gives the whole name: %s', (name, whole) => {
    expect(firstNameOf(name)).toBe(whole);
  });

  it('never ends in a comma or a bracket, whatever the directory says', () => {
    const part = fc.constantFrom(
      ...[
        'Muster',
        'Erika',
        'van',
        'der',
        ',',
        ',,',
        '(HR-DE)',
        '(',
        '|',
        ' - ',
        'Dr.',
        'EXT',
        '[x',
        'J.',
        'PhD',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        const name = ['Erika', ...parts].join(' ');
        expect(firstNameOf(name)).toMatch(/^[^\s,].*[^,(\s]$/u);
      }),
    );
  });
});

describe('a greeting', () => {
  it.each(['Dr.', 'HR', 'HR-DE', 'Prof. Dr.', 'Frau', '(EXT)', ' ', ''])('names nobody for “%s”', (name) => {
    expect(greetedAs(name)).toBe('');
  });

  it('says the name as it is said elsewhere', () => {
    expect(['Erika HR', 'Dr. Muster', 'erika'].map(greetedAs)).toEqual(['Erika', 'Dr. Muster', 'erika']);
  });
});

describe('two who share a first name', () => {
  it('are told apart by the initial of the family name, in either order', () => {
    expect(tellApart(['Muster, Erika (HR-DE)', 'Erika Beispiel | Example Ltd', 'Clara Exampleton'])).toEqual([
      'Erika M.',
      'Erika B.',
      'Clara',
    ]);
  });
});

describe('a given name beside what is none', () => {
  it.each(['Director', 'Head of HR', 'Vice President'])('is not %s after a comma', (added) => {
    expect(firstNameOf(`Erika Muster, ${added}`)).toBe('Erika');
  });
});

describe('names in one list', () => {
  it('are told apart by as much of the family name as it takes', () => {
    expect(tellApart(['Anna Müller', 'Anna Maier'])).toEqual(['Anna Mü.', 'Anna Ma.']);
    expect(tellApart(['anna Schmidt', 'Anna Muster'])).toEqual(['anna S.', 'Anna M.']);
    const [one, other, same] = tellApart(['Anna Müller', 'Anna Maier', 'Anna Müller']);
    expect([one, other, same]).toEqual(['Anna Mü.', 'Anna Ma.', 'Anna Mü.']);
  });
});
