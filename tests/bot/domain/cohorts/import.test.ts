import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportLine } from '#domain/cohorts/importLine.ts';
import { isNeverKept } from '#domain/cohorts/neverKept.ts';
import { readImport } from '#domain/cohorts/readImport.ts';
import { roleOf } from '#domain/cohorts/roleWords.ts';

const HEAD = 'Name,Mail,Role,Manager';
const bytesOf = (csv: string) => new TextEncoder().encode(csv);
const read = (csv: string) => {
  const { parts, ...rest } = readImport(bytesOf(csv));
  return { ...rest, lines: parts.flatMap((part) => JSON.parse(part) as ImportLine[]) };
};
const said = (csv: string) =>
  read(csv).problems.map(({ line, column, word }) => `${line} ${column || '-'} ${word}`);

describe('reading people from a CSV', () => {
  it('reads the twelve of the finance pilot', () => {
    const { lines, problems } = read(readFileSync('infra/local/finance-pilot.csv', 'utf8'));
    expect(problems).toEqual([]);
    expect(lines).toHaveLength(12);
    expect(lines.filter(({ role }) => role === 'executive')).toHaveLength(6);
    expect(lines.find(({ name }) => name === 'Inês Amostra')?.department).toBe('Tax, audit and risk');
  });

  it.each([
    ['On leave until', '2027-01-31', '2027-01-31'],
    ['Zurück am', '01. 02.2027', '2027-02-01'],
    ['Return date', '2026-12-01T00:00:00+13:00', '2026-12-01'],
    ['Return date', '2026-11-30T23:00:00Z', '2026-11-30'],
    ['Leave end date', '31.1.2027', '2027-02-01'],
    ['leave_end', '2027-12-31', '2028-01-01'],
    ['Abwesend bis', '28.02.2028', '2028-02-29'],
    ['Fin d’absence', '2027-01-31', '2027-02-01'],
    ['Fin de ausencia', '2027-01-31', '2027-02-01'],
    ['Absent jusqu’au', '2027-01-31T00:00:00', '2027-02-01'],
    ['Leave end', '9999-12-31', '9999-12-31'],
    ['Back on', 'n/a', undefined],
    ['Back on', '', undefined],
  ])('knows from %s: %s until when somebody is on leave', (column, cell, day) => {
    const { lines, problems } = read(
      `Name,Mail,Role,${column}\nClara Exampleton,c@x.example,executive,${cell}`,
    );
    expect(problems).toEqual([]);
    expect(lines.map(({ awayUntil }) => awayUntil)).toEqual([day]);
  });

  it('takes the day back before the last day away, in whatever order they stand', () => {
    const leaves = (columns: string, cells: string) =>
      read(`Name,Mail,Role,${columns}\nClara Exampleton,c@x.example,executive,${cells}`).lines[0]?.awayUntil;
    expect(leaves('Leave end date,Return date', '2027-01-29,2027-02-01')).toBe('2027-02-01');
    expect(leaves('Rückkehr,Abwesenheitsende', '2027-02-01,2027-01-29')).toBe('2027-02-01');
    expect(leaves('Rückkehr,Abwesenheitsende', '-,2027-01-29')).toBe('2027-01-30');
    expect(said('Name,Mail,Role,Leave end\nClara Exampleton,c@x.example,executive,soon')).toEqual([
      '2 leaveEnd notDay',
    ]);
  });

  it.each(['1/2/2027', '30.02.2027', 'soon'])('asks about a leave until %s', (cell) => {
    const csv = `Name,Mail,Role,Back on\nClara Exampleton,c@x.example,executive,${cell}`;
    expect(said(csv)).toEqual(['2 leave notDay']);
  });

  it.each([
    ['semicolons', 'Name;Mail;Role\nClara Exampleton;clara@x.example;executive'],
    ['tabs', 'Name\tMail\tRole\nClara Exampleton\tclara@x.example\texecutive'],
    [
      'a byte-order mark and carriage returns',
      '\uFEFFName,Mail,Role\r\nClara Exampleton,clara@x.example,executive\r\n',
    ],
    ['quotes', '"Name","Mail","Role"\n"Clara Exampleton","clara@x.example","executive"'],
    ['blank and empty lines', 'Name,Mail,Role\n\n,,\nClara Exampleton,clara@x.example,executive\n\n'],
    ['other header names', 'Display name,User principal name,ROLE\nClara Exampleton,clara@x.example,Exec'],
    ...[
      'sep=;',
      '  Sep = ; ',
      '"sep=;"',
      '\n \nsep=;',
      '\uFEFFsep=;',
      '\n\uFEFF"SEP=;"',
      'sep=;;;',
      '"sep=;";;',
    ].map((hint) => [
      `Excel's hint ${JSON.stringify(hint)}`,
      `${hint}\nName;E-Mail;Role\nClara Exampleton;CLARA@x.example;Senior leader`,
    ]),
    ['an address out of a link', 'Name,Mail,Role\nClara Exampleton,mailto:clara@x.example,executive'],
    [
      'German',
      'Vor- und Nachname;Name;E-Mail-Adresse;Rolle\n;Clara Exampleton;clara@x.example;Führungskraft',
    ],
    ['French', 'Nom complet;Adresse e-mail;Rôle\nClara Exampleton;clara@x.example;dirigeante'],
    ['Spanish', 'Nombre;Correo electrónico;Rol\nClara Exampleton;clara@x.example;ejecutiva'],
    ['a name in two columns', 'Vorname,Name,Mail,Role\nClara,Exampleton,clara@x.example,executive'],
    ['nombre y apellidos', 'Nombre,Apellidos,Mail,Rol\nClara,Exampleton,clara@x.example,directiva'],
    ['staff numbers beside addresses', 'ID,Name,Mail,Role\n4711,Clara Exampleton,clara@x.example,executive'],
    [
      'columns in another order and one too many',
      'Style,Role,Name,Mail\n7,mentee,Clara Exampleton,clara@x.example',
    ],
  ])('understands %s', (_, csv) => {
    const { lines, problems } = read(csv);
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([{ name: 'Clara Exampleton', mail: 'clara@x.example', role: 'executive' }]);
  });

  it('keeps quoted commas and doubled quotes as they were meant', () => {
    const { lines } = read(
      'Name,Mail,Role,Department\n"Diego ""Di"" Muestra",d@x.example,mentor,"Tax, risk"',
    );
    expect(lines[0]).toMatchObject({ name: 'Diego "Di" Muestra', department: 'Tax, risk' });
  });

  it('takes a directory id instead of a mail address', () => {
    const id = 'C1A7A000-0000-4000-8000-00000000000A';
    const { lines, problems } = read(`Name,Object ID,Role\nClara Exampleton,${id},mentor`);
    expect(problems).toEqual([]);
    expect(lines[0]).toMatchObject({ mail: '', directoryId: id.toLowerCase() });
  });

  it('takes a column that is only called ID where directory ids stand in it, and only there', () => {
    const id = 'c1a7a000-0000-4000-8000-00000000000a';
    expect(read(`ID,Name,Role\n${id},Clara,mentor`).lines).toMatchObject([{ mail: '', directoryId: id }]);
    expect(read('ID,Name,Mail,Role\n4711,Clara,c@x.example,mentor').ignored).toEqual(['ID']);
    const vague = read('ID,Name,Role\n4711,Clara,mentor').problems;
    expect(vague).toMatchObject([
      { line: 1, column: 'directoryId', word: 'idVague', values: { name: 'ID', value: '4711' } },
      { line: 2, column: 'directoryId', word: 'notDirectoryId' },
    ]);
  });

  it.each([
    ['=WENN(A2="";"";A2)', 'c@x.example'],
    ['+49 170 555', 'c@x.example'],
    ['@SUM(A1:A3)', 'c@x.example'],
    ['#REF!', 'c@x.example'],
    ['#¡VALOR!', 'c@x.example'],
    ['Clara', '=HYPERLINK("mailto:c@x.example")'],
    ['Clara', '#N/A'],
    ['Clara', '@clara'],
  ])('names the formula of %s, %s', (name, mail) => {
    const quoted = [name, mail].map((cell) => `"${cell.replaceAll('"', '""')}"`);
    const { problems } = read(`Name,Mail,Role\n${quoted},mentor`);
    const [column, value] = name === 'Clara' ? ['mail', mail] : ['name', name];
    expect(problems).toMatchObject([{ line: 2, column, word: 'formula', values: { value } }]);
  });

  it.each([
    'a@b@x.example',
    'a b@x.example',
    'a@x.example.',
    'a@x..example',
    '.a@x.example',
    'a.@x.example',
    '@x.example',
  ])('refuses the address %s', (mail) => {
    expect(said(`Name,Mail,Role\nClara,${mail},mentor`)).toHaveLength(1);
  });

  it('compares addresses whatever their accents are made of', () => {
    const csv = 'Name,Mail,Role\nJörg,j\u00f6rg@x.example,mentor\nJo\u0308rg,jo\u0308rg@x.example,mentor';
    expect(said(csv)).toEqual(['3 mail twice']);
  });

  it.each([
    [
      'mentor',
      ['Mentorin', 'Mentor/in', 'Mentor*innen', 'Mentor (m/w/d)', 'mentor·e', 'mentora', 'Mentor(a)'],
    ],
    ['executive', ['Führungskraft', 'FÜHRUNGSKRÄFTE', 'dirigeante', 'Dirigeant(e)', 'mentoré', 'ejecutivo']],
    ['executive', ['Ejecutivo/a', 'directiva', 'Geschäftsführer:in', 'Cadre dirigeant']],
    ['mentor', ['mentore', 'Mentore', 'mentori', 'Reverse mentor', 'Mentor (reverse)', 'mentorka']],
    ['executive', ['Reverse mentee', 'mentorado', 'mentorada', 'Leidinggevende', 'dirigenti']],
    [undefined, ['MENTORE(E)', 'mentor/mentee', 'Sachbearbeiterin', 'jefe']],
  ])('understands %s', (role, words) => {
    for (const word of words) expect(roleOf(word), word).toBe(role);
  });

  it('names the columns it has no use for', () => {
    const { ignored } = read('Name,Mail,Role,Thinking style\nClara,clara@x.example,mentor,0.7');
    expect(ignored).toEqual(['Thinking style']);
  });

  it.each([
    ...[
      'Birth date',
      'date_of_birth',
      'DOB',
      'Age',
      'AgeGroup',
      'Generation',
      'Sex',
      'Gender',
      'Health',
      'Race',
    ],
    ...[
      'Geburtsdatum',
      'Alter',
      'Geschlecht',
      'Schwerbehinderung',
      'Konfession',
      'Staatsangehörigkeit',
      'Herkunft',
    ],
    ...['Âge', "Tranche d'âge", 'Date de naissance', 'Né(e) le', 'Génération', 'Sexe', 'Genre', 'Santé'],
    ...['Nationalité', 'Syndicat', 'Origine', 'Photo', 'Situation de handicap', 'Croyance'],
    ...[
      'Edad',
      'Fecha de nacimiento',
      'Sexo',
      'Género',
      'Salud',
      'Nacionalidad',
      'Discapacidad',
      'Sindicato',
    ],
    ...[
      'Idade',
      'Faixa etária',
      'Data de nascimento',
      'Gênero',
      'Saúde',
      'Nacionalidade',
      'Deficiência',
      'Raça',
    ],
    ...['Età', 'Data di nascita', 'Sesso', 'Genere', 'Salute', 'Nazionalità', 'Disabilità', 'Sindacato'],
    ...[
      'Gewerkschaft',
      'Foto',
      'Nationality',
      'Disability',
      'Trade union',
      'Union',
      'Religión',
      'Confessione',
    ],
  ])('knows %s for a column that is never kept, names it and keeps nothing of it', (name) => {
    expect(isNeverKept(name)).toBe(true);
    const kept = read(`Name,Mail,Role,${name}\nClara,clara@x.example,mentor,1971-02-03`);
    expect(kept.ignored).toEqual([name]);
    expect(JSON.stringify(kept)).not.toContain('1971');
  });

  it.each([
    'Manager',
    'Language',
    'Alternative mail',
    'Style',
    'Original team',
    'Package',
    'Interface',
    'Sede',
    'Service',
    'Generative AI',
    'Reunion',
    'Natalie',
    'Agenda',
    'Generalist',
  ])('takes %s for an ordinary column', (name) => {
    expect(isNeverKept(name)).toBe(false);
  });

  it.each([
    ['an empty file', '', ['1 - empty']],
    ['a header alone', HEAD, ['1 - nobody']],
    ['missing columns', 'Mail\nclara@x.example', ['1 name columnMissing', '1 role columnMissing']],
    ['neither mail nor id', 'Name,Role\nClara,mentor', ['1 mail mailColumnMissing']],
    ['a column twice', 'Name,Mail,Role,Mail\nClara,clara@x.example,mentor,', ['1 - columnTwice']],
    ['a missing name', `${HEAD}\n,clara@x.example,mentor,`, ['2 name nameMissing']],
    ['a broken mail address', `${HEAD}\nClara,clara@,mentor,`, ['2 mail notMail']],
    ['no address at all', `${HEAD}\nClara,,mentor,`, ['2 mail mailMissing']],
    ['a broken directory id', 'Name,Object id,Role\nClara,42,mentor', ['2 directoryId notDirectoryId']],
    ['an unknown role', `${HEAD}\nClara,clara@x.example,boss,`, ['2 role notRole']],
    ['no role', `${HEAD}\nClara,clara@x.example,,`, ['2 role roleMissing']],
    [
      'a manager who is nobody here',
      `${HEAD}\nClara,clara@x.example,mentor,the chief`,
      ['2 manager notManager'],
    ],
    ['one mail twice', `${HEAD}\nA,a@x.example,mentor,\nB,A@x.example,mentor,`, ['3 mail twice']],
    ['too many entries', `${HEAD}\nClara,clara@x.example,mentor,,London`, ['2 - tooManyCells']],
    ['a line break', `${HEAD}\n"Cla\nra",clara@x.example,mentor,`, ['2 name lineBreak']],
    [
      'a name of 100,000 characters',
      `${HEAD}\n${'é'.repeat(100_000)},c@x.example,mentor,`,
      ['2 name tooLong'],
    ],
    ['a manager of oneself', `${HEAD}\nA,a@x.example,mentor,a@x.example`, ['2 manager ownManager']],
    ['a line with 1,001 columns', `${HEAD}${',More'.repeat(997)}\nClara,,boss,`, ['1 - tooManyColumns']],
  ])('says where %s is', (_, csv, problems) => {
    expect(said(csv)).toEqual(problems);
  });

  const latin = (csv: string) => readImport(Uint8Array.from(Buffer.from(csv, 'latin1')));

  it('says of letters in an old encoding which lines look damaged, and which can be read in two ways', () => {
    const csv = `${HEAD}\nJ\x9arg M\x9fller,j@x.example,mentor,\nRen\x8e,r@x.example,mentor,\nAnn\xfd,a@x.example,mentor,`;
    const read = latin(csv);
    expect(read).toMatchObject({ encoding: 'macintosh', sample: 'Jörg Müller' });
    expect(read.problems).toMatchObject([{ line: 4, column: 'name', word: 'garbled' }]);
    expect(latin(`${HEAD}\nToma\x9a,t@x.example,mentor,`).problems).toMatchObject([
      { line: 2, column: 'name', word: 'doubtful' },
    ]);
    expect(said(`${HEAD}\nMÃ¼ller,m@x.example,mentor,`)).toEqual(['2 name garbled']);
  });

  it('lists everything that is wrong, in order, and goes on after a quotation mark that never closes', () => {
    const csv = [
      HEAD,
      'A,a@,boss,',
      '"B,b@x.example,mentor,',
      '',
      ',c@x.example,mentor,?',
      'D,c@x.example,mentor,',
    ];
    expect(said(csv.join('\r\n'))).toEqual([
      '2 mail notMail',
      '2 role notRole',
      '3 - openQuote',
      '5 manager notManager',
      '5 name nameMissing',
      '6 mail twice',
    ]);
  });

  it('finds a circle of managers once, at its first line, and says who it is', () => {
    const csv = [
      HEAD,
      'Zoe,z@x.example,mentor,a@x.example',
      'Ann,a@x.example,mentor,b@x.example',
      'Ben,b@x.example,executive,c@x.example',
      'Cem,c@x.example,executive,a@x.example',
    ].join('\n');
    const { problems } = read(csv);
    expect(problems).toMatchObject([{ line: 3, column: 'manager', word: 'circle' }]);
    expect(problems[0]?.values.names).toBe('Ann → Ben → Cem → Ann');
  });

  it('reads as many as 1,000 columns, and says of more how many there are', () => {
    const wide = (columns: number) =>
      read(`${HEAD}${',More'.repeat(columns - 4)}\nClara,c@x.example,mentor,`);
    expect(wide(1_000)).toMatchObject({ problemCount: 0, lines: [{ name: 'Clara' }] });
    expect(wide(4_321)).toMatchObject({
      problemCount: 1,
      problems: [{ values: { columns: 4_321, max: 1_000 } }],
      lines: [],
    });
    expect(said(`${HEAD},Clara${',x'.repeat(2_000)}`)).toEqual(['1 - tooManyColumns']);
  });

  it.each([
    ...['n/a', 'N/A', 'none', 'None.', '-', '–', '—', '.', '/', '(none)', 'n. a.', 'Nobody', 'no manager'],
    ...[
      'keiner',
      'Keine',
      'k. A.',
      'entfällt',
      'aucun',
      'néant',
      'ninguno',
      'nessuno',
      'n.v.t.',
      'brak',
      'žádný',
    ],
  ])('takes %s in place of a manager for nobody', (value) => {
    const { lines, problems } = read(`${HEAD}\nClara,clara@x.example,mentor,"${value}"`);
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([{ name: 'Clara', manager: '' }]);
  });

  it('finds a manager who bears such a name, and asks where two do', () => {
    const csv = `${HEAD}\nNa,na@x.example,executive,\nClara,clara@x.example,mentor,Na`;
    expect(read(csv).lines).toMatchObject([{ manager: 'na@x.example' }, { name: 'Na' }]);
    expect(said(`${csv}\nNa,na2@x.example,mentor,`)).toEqual(['3 manager notManager']);
  });

  it.each(['?', '???', 'unknown', 'tbd'])(
    'asks about a manager who reads %s: there may be somebody',
    (value) => {
      expect(said(`${HEAD}\nClara,clara@x.example,mentor,${value}`)).toEqual(['2 manager notManager']);
    },
  );

  it('lets managers without a line of their own form the chain', () => {
    const id = '6f1c2a9e-0b7d-4c39-9e5a-2d8f4b6a1c03';
    for (const chief of ['chief@x.example', id]) {
      const { lines, problems } = read(`${HEAD}\nA,a@x.example,mentor,${chief}`);
      expect(problems).toEqual([]);
      expect(lines).toMatchObject([{ manager: chief, isManagerHere: false }]);
    }
    expect(said(`${HEAD}\nA,a@x.example,mentor,Boss Elsewhere`)).toEqual(['2 manager notManager']);
  });
});
