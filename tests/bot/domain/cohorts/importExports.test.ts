import { describe, expect, it } from 'vitest';
import type { ImportLine } from '#domain/cohorts/importLine.ts';
import { readImport } from '#domain/cohorts/readImport.ts';

const read = (csv: string) => {
  const { parts, ...rest } = readImport(new TextEncoder().encode(csv));
  return { ...rest, lines: parts.flatMap((part) => JSON.parse(part) as ImportLine[]) };
};
const ANN = { name: 'Ann Bexample', mail: 'ann@x.example', role: 'mentor', manager: 'cara@x.example' };
const CARA = { name: 'Cara Demo', mail: 'cara@x.example', role: 'executive', manager: '' };

describe('what other systems export', () => {
  it.each([
    [
      'Workday, with a title above and staff numbers behind names',
      [
        'Export of Workers, all',
        '',
        'Employee ID,Worker,Email - Primary Work,Business Title,Manager,Supervisory Organization,Role',
        '1001,Ann Bexample (1001),ann@x.example,Analyst,Cara Demo (1002),Finance,Mentor',
        '1002,Cara Demo (1002),cara@x.example,CFO,,Exec,Executive',
      ],
    ],
    [
      'BambooHR, with the last name first and numbers of employees',
      [
        'Employee #,"Last Name, First Name",Work Email,Reporting to,Role',
        '1,"Bexample, Ann",ann@x.example,"Demo, Cara",Mentor',
        '2,"Demo, Cara",cara@x.example,,Exec',
      ],
    ],
    [
      'Personio, in German',
      [
        'Liste, Stand 3.4.;;',
        'Vorname;Nachname;E-Mail (dienstlich);Vorgesetzter;Rolle im Programm',
        'Ann;Bexample;ann@x.example;Cara Demo;Mentorin',
        'Cara;Demo;cara@x.example;;Führungskraft',
      ],
    ],
    [
      'Outlook, with people’s names around addresses',
      [
        'Name,E-mail Address,E-mail Type,E-mail Display Name,Manager’s Name,Role',
        'Ann Bexample,Ann Bexample <ann@x.example>,SMTP,Ann Bexample,Cara Demo,mentor',
        'Cara Demo,cara@x.example;,SMTP,Cara Demo,,executive',
      ],
    ],
    [
      'Italian',
      [
        'Nome;Cognome;E-mail;Ruolo;Responsabile',
        'Ann;Bexample;ann@x.example;mentore;cara@x.example',
        'Cara;Demo;cara@x.example;dirigente;',
      ],
    ],
    [
      'Dutch',
      [
        'Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Rol;Leidinggevende',
        'Ann;;Bexample;ann@x.example;mentor;cara@x.example',
        'Cara;;Demo;cara@x.example;bestuurder;',
      ],
    ],
    [
      'Portuguese',
      [
        'Nome;Sobrenome;Endereço de e-mail;Função;Gestor',
        'Ann;Bexample;ann@x.example;mentora;cara@x.example',
        'Cara;Demo;cara@x.example;executiva;',
      ],
    ],
    [
      'Polish',
      [
        'Imię;Nazwisko;Adres e-mail;Rola;Przełożony',
        'Ann;Bexample;ann@x.example;mentorka;cara@x.example',
        'Cara;Demo;cara@x.example;dyrektorka;',
      ],
    ],
    [
      'texts that a spreadsheet marks as such',
      [
        'Name,Mail,Role,Manager',
        "'Ann Bexample,'ann@x.example,'mentor,'cara@x.example",
        'Cara Demo,cara@x.example,exec,',
      ],
    ],
    [
      'a manager by name and by address',
      [
        'Name,Mail,Role,Manager,Manager Email',
        'Ann Bexample,ann@x.example,mentor,C. D.,cara@x.example',
        'Cara Demo,cara@x.example,executive,,',
      ],
    ],
  ])('is read: %s', (_, lines) => {
    const { problems, lines: found } = read(lines.join('\n'));
    expect(problems).toEqual([]);
    const named = found.map((line) => ({ ...line, name: line.name.replace(/^(\w+), (\w+)$/, '$2 $1') }));
    expect(named).toMatchObject([ANN, CARA]);
  });

  it('keeps what stands between two names', () => {
    const csv = 'Voornaam,Tussenvoegsel,Achternaam,Mail,Rol\nJan,van der,Berg,j@x.example,mentor';
    expect(read(csv).lines).toMatchObject([{ name: 'Jan van der Berg' }]);
  });

  it.each(["'t Hooft", "'S-Gravesande", '😀 Ann', 'D’Arcy', "O'Neill, Séamus"])(
    'leaves the name %s alone',
    (name) => {
      expect(read(`Name;Mail;Role\n${name};a@x.example;mentor`).lines).toMatchObject([{ name }]);
    },
  );

  it.each(['1', '4711', '#', '—'])('never takes %s for a name', (name) => {
    expect(read(`Name,Mail,Role\n${name},a@x.example,mentor`).problems).toMatchObject([
      { line: 2, column: 'name' },
    ]);
  });

  it.each([
    ['smtp:ann@x.example', 'ann@x.example'],
    ['[Ann](mailto:ann@x.example)', 'ann@x.example'],
    ['Ann (ann@x.example)', 'ann@x.example'],
    ['<ANN@x.example>', 'ann@x.example'],
  ])('takes the address out of %s', (written, mail) => {
    expect(read(`Name,Mail,Role\nAnn,${written},mentor`).lines).toMatchObject([{ mail }]);
  });

  it.each(['Ann <ann@x.example> <b@x.example>', 'a@x.example (b@x.example)', 'a@x.example; b@x.example'])(
    'chooses none of the two addresses in %s',
    (written) => {
      expect(read(`Name,Mail,Role\nAnn,${written},mentor`).problems).toMatchObject([{ word: 'notMail' }]);
    },
  );

  it('takes a manager by a name that one line bears, and asks where two or none do', () => {
    const csv = [
      'Name,Mail,Role,Manager',
      'Ann,a@x.example,mentor,Cara Demo',
      'Ben,b@x.example,mentor,Nobody Here',
      'Cara Demo,c@x.example,executive,',
      'Cara Demo,c2@x.example,executive,',
    ];
    const asks = (line: number, value: string) => ({
      line,
      column: 'manager',
      word: 'notManager',
      values: { value },
    });
    expect(read(csv.join('\n')).problems).toEqual([asks(2, 'Cara Demo'), asks(3, 'Nobody Here')]);
    expect(read(csv.slice(0, 4).join('\n')).problems).toEqual([asks(3, 'Nobody Here')]);
  });

  it('finds a circle of managers who are named', () => {
    const csv = 'Name,Mail,Role,Manager\nAnn,a@x.example,mentor,Ben\nBen,b@x.example,mentor,Ann';
    expect(read(csv).problems).toMatchObject([{ word: 'circle' }]);
  });

  it('asks what mentore means where others are mentors', () => {
    const csv = 'Name,Mail,Role\nAnn,a@x.example,mentore\nBen,b@x.example,';
    expect(read(`${csv}dirigente`).problems).toEqual([]);
    expect(read(`${csv}mentor`).problems).toMatchObject([{ line: 2, column: 'role', word: 'roleDoubtful' }]);
  });

  it.each(['Ann,a@x.example,mentor\nBen,b@x.example,mentor', '<html>\n<table>', 'BEGIN:VCARD\nFN:Ann'])(
    'asks for a line with the names of columns: %j',
    (text) => {
      expect(read(text).problems).toMatchObject([{ line: 1, word: 'noHeader' }]);
    },
  );

  it('takes no address of somebody else for the own one', () => {
    const csv = 'Name,Emergency contact email,Personal email,Role\nAnn,mum@x.example,me@x.example,mentor';
    expect(read(csv).problems).toMatchObject([{ line: 1, word: 'mailColumnMissing' }]);
  });

  it.each(['Manager', 'Department', 'Location'])('says what is wrong in the column %s', (column) => {
    expect(read(`Name,Mail,Role,${column}\nAnn,a@x.example,mentor,=A1`).problems).toMatchObject([
      { line: 2, column: column.toLowerCase(), word: 'formula' },
    ]);
  });

  it('says the line of the file where a title stands above', () => {
    const csv = 'Pilot 2026\n\nName,Mail,Role\nAnn,a@,mentor';
    expect(read(csv).problems).toMatchObject([{ line: 4, word: 'notMail' }]);
  });
});
