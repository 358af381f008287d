import { describe, expect, it } from 'vitest';
import { alsoKept, mustBePreferable } from '#domain/cohorts/attributes/attributes.ts';
import type { ChosenColumns } from '#domain/cohorts/attributes/chosen.ts';
import { areNeverKept, isNeverKeptShape } from '#domain/cohorts/attributes/neverKeptShape.ts';
import { unknownColumns } from '#domain/cohorts/attributes/unknownColumns.ts';
import { readImport } from '#domain/cohorts/readImport.ts';
import { bytesOf } from '#tests/bot/usecases/cohorts/cohortStory.ts';

const CSV = [
  'Colleague,Mail,Takes part as,Style,Cost centre,Date of birth',
  'Clara Exampleton,clara@turntable.example,executive,Blue,4711,12.03.1969',
  'Aisha Specimen,aisha@turntable.example,mentor,Red,,1.1.1999',
].join('\n');
const read = (csv: string, said: Partial<ChosenColumns>) =>
  readImport(bytesOf(csv), { is: [], keep: [], why: 'To mix styles', ...said });
const linesIn = ({ parts }: ReturnType<typeof readImport>) => parts.flatMap((part) => JSON.parse(part));

describe('columns that are not recognised', () => {
  it('stand there with samples, and whether they may be kept', () => {
    const kept = [
      { name: 'Cost centre', why: 'To share costs' },
      { name: 'Date of birth', why: 'Nobody knows' },
    ];
    expect(unknownColumns(bytesOf(CSV), kept)).toEqual({
      columns: [
        {
          place: 0,
          name: 'Colleague',
          samples: ['Clara Exampleton', 'Aisha Specimen'],
          isRefused: false,
          keptFor: '',
        },
        { place: 3, name: 'Style', samples: ['Blue', 'Red'], isRefused: false, keptFor: '' },
        { place: 4, name: 'Cost centre', samples: ['4711'], isRefused: false, keptFor: 'To share costs' },
        {
          place: 5,
          name: 'Date of birth',
          samples: ['12.03.1969', '1.1.1999'],
          isRefused: true,
          keptFor: '',
        },
      ],
      open: ['name', 'directoryId', 'manager', 'department', 'location', 'leave', 'leaveEnd'],
    });
    expect(unknownColumns(bytesOf('Name,Mail,Role\nA B,a@x.example,mentor')).columns).toEqual([]);
    expect(unknownColumns(Uint8Array.of(0x50, 0x4b, 0x03, 0x04)).columns).toEqual([]);
  });

  it('are what the champion says they are, and nothing that was recognised becomes another', () => {
    expect(read(CSV, {}).problems).toMatchObject([{ column: 'name', word: 'columnMissing' }]);
    const is = [
      { place: 0, column: 'name' },
      { place: 4, column: 'department' },
      { place: 3, column: 'mail' },
      { place: 99, column: 'location' },
    ] as const;
    const found = read(CSV, { is });
    expect(found.problems).toEqual([]);
    expect(linesIn(found)).toMatchObject([
      { name: 'Aisha Specimen', mail: 'aisha@turntable.example', department: '', location: '' },
      { name: 'Clara Exampleton', mail: 'clara@turntable.example', department: '4711' },
    ]);
    expect(found.ignored).toEqual(['Date of birth', 'Style']);
  });

  it('are kept by name where they are ticked, and nothing else is', () => {
    const found = read(CSV, { is: [{ place: 0, column: 'name' }], keep: [3, 4, 1] });
    expect(found.keeps).toEqual([
      { name: 'Style', why: 'To mix styles' },
      { name: 'Cost centre', why: 'To mix styles' },
    ]);
    expect(linesIn(found).map(({ attributes }) => attributes)).toEqual([
      { Style: 'Red' },
      { Style: 'Blue', 'Cost centre': '4711' },
    ]);
  });

  it.each([
    ['by its name', 'Alter', ['x', 'y'], 'attributeRefused'],
    ['by a date', 'Key day', ['12.03.87', 'y'], 'attributeShape'],
    ['by a year', 'Cohort', ['Class of 1987', 'y'], 'attributeShape'],
    ['by a generation', 'Group', ['a', 'Gen Z'], 'attributeShape'],
    ['by nothing but sexes', 'Form', ['Frau', 'Herr'], 'attributeRefused'],
    ['by days as spreadsheets count them', 'Number', ['25569', '32874'], 'attributeRefused'],
  ])('are refused %s, and nobody of the file is taken', (_, name, values, word) => {
    const lines = values.map((value, n) => `Person ${'ab'[n]},p${n}@x.example,mentor,${value}`);
    const found = read(['Name,Mail,Role', ...[]].concat(lines).join('\n').replace('Role', `Role,${name}`), {
      keep: [3],
    });
    expect(found.problems).toMatchObject([{ column: '', word, values: { name } }]);
    expect(found).toMatchObject({ parts: [], lines: 0 });
  });
});

describe('what is never kept', () => {
  it.each(
    ['1987', '2001-05-12', '5/12/87', '12-Mar-87', 'born 1990', 'Baby boomer', 'millennials']
      .concat([
        '19870312',
        '12031987',
        '’87',
        'Mar-87',
        'September 87',
        'Sept. 87',
        '20s',
        '30代',
        '昭和62年',
      ])
      .concat(['１９８７', '١٩٨٧', 'gen-x', 'GenZ', 'Boomers', 'zoomer']),
  )('is seen in %s', (value) => expect(isNeverKeptShape(value)).toBe(true));
  it.each([
    'Blue',
    '42',
    '3.5',
    '7.2.1',
    '110',
    'Level 3',
    'A-12',
    '0815',
    '19',
    '12345678',
    'Zone 4/7',
    'Generalist',
    'Team 12',
    'Level 10',
    'Zone-42',
    'Marketing 12',
    '50',
  ])('is not seen in %s', (value) => expect(isNeverKeptShape(value)).toBe(false));
  it('is a column of sexes, not a name among others', () => {
    expect(areNeverKept(['m', 'f', '', 'd'])).toBe(true);
    expect(areNeverKept(['m', 'f', '?', 'n/a'])).toBe(true);
    expect(areNeverKept(['M', 'M', 'L', 'M', 'XL'])).toBe(false);
    expect(areNeverKept([])).toBe(false);
  });
});

describe('what a cohort keeps', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, why: 'w' }));
  it('is five columns at most, each for the reason it was first kept for', () => {
    const again = [
      { name: 'a', why: '' },
      { name: 'f', why: 'w' },
    ];
    expect(alsoKept(five.slice(0, 4), again)).toEqual([...five.slice(0, 4), { name: 'f', why: 'w' }]);
    expect(() => alsoKept(five.slice(0, 4), [{ name: 'f', why: '' }])).toThrow('needWhy');
    expect(() => alsoKept(five, [{ name: 'f', why: 'w' }])).toThrow();
  });
  it('can be preferred to differ, and the department, each once', () => {
    const prefer = (...names: string[]) =>
      mustBePreferable(
        names.map((name) => ({ name, much: 'some' })),
        five,
      );
    prefer('', 'a');
    expect(() => prefer('x')).toThrow();
    expect(() => prefer('a', 'a')).toThrow();
  });
});
