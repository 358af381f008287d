import { plainLetters } from '#domain/cohorts/importColumns.ts';

/** A year of our times, alone or within a date: `1987`, `12.03.1987`, `March 12, 1987`, `FY 2001`. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
/** A date with a short year, or without one: `12.3.87`, `3/12/87`, `12-Mar-87`, `12.03.`. */
const DATE =
  /(?<!\d)(?:\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-](?:\s*\d{2})?(?!\d)|\d{1,2}[\s.-]+\p{L}{3,9}\.?[\s.-]+\d{2}(?!\d))/u;
/** A day without signs between, a short year alone, decades and eras: `19870312`, `'87`, `20s`. */
const PACKED =
  /^(?:19|20)\d{6}$|^\d{4}(?:19|20)\d\d$|^['’]\d\d$|^\d0\s?(?:s|er|代)$|[昭平令]和?\d|昭和|平成|令和/u;
/** A month with a short year, as spreadsheets write it: `Mar-87`; months of six languages. */
const MONTH =
  /^(?:(?:jan|feb|fev|mar|avr|apr|abr|ma[iy]|ju[nl]|juin|juil|aug|aou|ago|o[ck]t|nov|de[cz]|ene|ger)\p{L}{0,5}|sept?(?:\p{L}{5,6})?)\.?[\s'’-]*\d\d$/u;
/** A generation by its usual short name. */
const GENERATION =
  /^(?:gen(?:eration)?[\s._-]*(?:[xyz]|alpha)|(?:baby[\s._-]*)?boomers?|zoomers?|millennials?)$/u;

/** Digits of every alphabet as ours: Arabic ones, and wide ones. */
const inOurDigits = (value: string): string =>
  value.normalize('NFKC').replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));

/** A value of a date, a year or a generation, whatever its column is called. */
export function isNeverKeptShape(value: string): boolean {
  const plain = inOurDigits(value).trim();
  const letters = plainLetters(plain).trim();
  return (
    [YEAR, DATE, PACKED].some((shape) => shape.test(plain)) ||
    [MONTH, GENERATION].some((shape) => shape.test(letters))
  );
}

/** What a column of sexes holds, in the languages that lists are read in; letters of nothing else but them. */
const SEXES = new Set(
  ['m f w d x h', 'male female diverse divers other man woman men women mann frau herr herrn mr mrs ms']
    .concat('mannlich weiblich homme femme masculin feminin monsieur madame hombre mujer masculino femenino')
    .concat('hr fr sr sra hehim sheher theythem 男性 女性 男 女 ذكر أنثى')
    .concat('feminino maschio femmina uomo donna vrouw mezczyzna kobieta muz zena')
    .join(' ')
    .split(' '),
);

/**
 * Whether all of a column is sexes, or half of it and at least two of them: a column of sizes that holds many an M is
 * none. Numbers of a day since 1900, as spreadsheets keep dates, likewise.
 */
export function areNeverKept(values: readonly string[]): boolean {
  const said = values.filter((value) => value !== '');
  const isMostly = (is: (value: string) => boolean): boolean => {
    const found = said.filter(is);
    return found.length === said.length || (new Set(found).size >= 2 && found.length * 2 >= said.length);
  };
  return said.length > 0 && (isMostly(isSex) || isMostly(isDayNumber));
}

const isSex = (value: string): boolean => SEXES.has(plainLetters(value).replace(/\P{L}/gu, ''));

/** From 1930 to 2010. */
const FIRST_DAY = 10_959;
const LAST_DAY = 40_543;
const isDayNumber = (value: string): boolean =>
  /^\d{5}$/u.test(value) && Number(value) >= FIRST_DAY && Number(value) <= LAST_DAY;
