import { describe, expect, it } from 'vitest';
import { decode } from '#domain/basics/encoding.ts';
import { isOdd, isReadTwice, type OldEncoding, readOld } from '#domain/basics/oldLetters.ts';

const NAME = 'Jörg Müller, Łucja';
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string, isLittle: boolean) => {
  const said = Buffer.from(text, 'utf16le');
  return isLittle ? said : said.swap16();
};

describe('reading bytes', () => {
  it.each([
    ['UTF-8', utf8(NAME), 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], utf8(NAME)), 'utf-8'],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], utf16(NAME, true)), 'utf-16'],
    ['UTF-16 the other way round', bytes([0xfe, 0xff], utf16(NAME, false)), 'utf-16'],
  ])('understands %s', (_, said, encoding) => {
    expect(decode(said)).toEqual({ text: NAME, encoding, isSure: true });
  });

  it('takes what is not UTF-8 for Windows-1252, in which Excel saves', () => {
    const said = bytes([0x4a, 0xf6, 0x72, 0x67, 0x20, 0x93, 0x80, 0x94]);
    expect(decode(said)).toEqual({ text: 'Jörg “€”', encoding: 'windows-1252', isSure: true });
  });

  const NAMES = [
    ...['Jörg Müller', 'Jäger', 'Größe Weiß', 'Björn Åström', 'Søren Kjær', 'Øyvind Aasen', 'Hélène Lefèvre'],
    ...['Léa', 'André', 'François Côté', 'Zoë', 'Noël Benoît', 'José Muñoz', 'García', 'Sánchez', 'Juárez'],
    ...['Íñigo Peña', 'Álvaro Núñez', 'João Conceição', 'Inês', 'MÜLLER', 'Élodie', 'Ünal', 'Çelik'],
  ];
  const written = (text: string, encoding: OldEncoding) => {
    const half = readOld(
      encoding,
      Uint8Array.from({ length: 256 }, (_, n) => n),
    );
    return Uint8Array.from([...text].map((letter) => half.indexOf(letter)));
  };

  it.each(['windows-1252', 'macintosh', 'cp850'] as const)('tells %s by what names look like', (encoding) => {
    const text = NAMES.join('\n');
    expect(decode(written(text, encoding))).toEqual({ text, encoding, isSure: true });
    expect(isOdd(text)).toBe(false);
  });

  it.each(['windows-1252', 'macintosh', 'cp850'] as const)(
    'never takes one name in %s for another',
    (encoding) => {
      for (const name of NAMES) {
        const read = decode(written(name, encoding));
        if (typeof read === 'string') throw new Error(read);
        if (read.text !== name) expect(read.isSure && !isOdd(read.text), name).toBe(false);
        if (encoding === 'windows-1252') expect(read, name).toEqual({ text: name, encoding, isSure: true });
      }
    },
  );

  it.each([
    ['windows-1250', ['Jiří Dvořák', 'Tomáš Černý', 'Zdeněk Kříž', 'Lukáš Mařík']],
    ['windows-1250', ['Łukasz Wójcik', 'Agnieszka Wiśniewska', 'Małgorzata Bąk', 'Jan Gręda']],
    ['windows-1251', ['Иван Петров', 'Ольга Смирнова']],
    ['windows-1253', ['Γιώργος Παπαδόπουλος', 'Ελένη Νικολάου']],
    ['windows-1254', ['Şükrü Çağlar', 'Güneş Yılmaz', 'İpek Işık']],
    ['windows-1257', ['Živilė Šimkūnaitė', 'Šarūnas Žukauskas', 'Jānis Bērziņš']],
    ['iso-8859-2', ['Łukasz Wójcik', 'Tomáš Říha', 'Jiří Dvořák']],
  ] as const)('tells %s of another country: %j', (encoding, names) => {
    const text = names.join('\n');
    expect(decode(written(text, encoding))).toEqual({ text, encoding, isSure: true });
    expect(isOdd(text)).toBe(false);
  });

  it.each([
    ['windows-1250', 'Erdős Gergő'],
    ['windows-1254', 'Ayşe Yılmaz'],
  ] as const)('never takes names in %s for western ones without a doubt: %s', (encoding, name) => {
    const read = decode(written(name, encoding));
    if (typeof read === 'string') throw new Error(read);
    if (read.text !== name) expect(read.isSure && !isOdd(read.text), read.text).toBe(false);
  });

  it('sees UTF-8 that was read as something else and saved again', () => {
    expect(['MÃ¼ller', 'JosÃ©', 'Ã‰lodie', 'Tax Â§'].map(isReadTwice)).toEqual([true, true, true, true]);
    expect(['São Paulo', 'Ângela', 'Ação', 'Łucja'].map(isReadTwice)).toEqual([false, false, false, false]);
  });

  it('keeps reading UTF-8 where one letter is damaged, and shows where', () => {
    const said = bytes(utf8('Jörg Müller\nInês '), [0xc3], utf8('x\nZofia Przykład'));
    expect(decode(said)).toEqual({
      text: 'Jörg Müller\nInês \uFFFDx\nZofia Przykład',
      ...{ encoding: 'utf-8', isSure: true },
    });
  });

  it.each([
    ['an Excel workbook', bytes(utf8('PK\u0003\u0004'), [0, 0, 1]), 'workbook'],
    ['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'workbook'],
    ['UTF-16 without a mark', utf16('Name,Mail,Role', true), 'otherEncoding'],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0]), 'otherEncoding'],
  ])('says of %s that it is none of these', (_, said, word) => {
    expect(decode(said)).toBe(word);
  });
});
