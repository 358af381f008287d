import { plainLetters } from '#domain/cohorts/importColumns.ts';

/** A year of our times, alone or within a date: `1987`, `12.03.1987`, `March 12, 1987`, `FY 2001`. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
/** A date with a short year, or without one: `12.3.87`, `3/12/87`, `12-Mar-87`, `12.03.`. */
const DATE =
  /(?<!\d)(?:\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-](?:\s*\d{2})?(?!\d)|\d{1,2}[\s.-]+\p{L}{3,9}\.?[\s.-]+\d{2}(?!\d))/u;
/** A generation by its usual short name. */
const GENERATION = /^(?:gen(?:eration)?\.?\s*[xyz]|baby\s*boomers?|millennials?)$/u;

/** A value of a date, a year or a generation, whatever its column is called. */
export function isNeverKeptShape(value: string): boolean {
  return YEAR.test(value) || DATE.test(value) || GENERATION.test(plainLetters(value).trim());
}

/** What a column of sexes holds, in the languages that lists are read in; letters of nothing else but them. */
const SEXES = new Set(
  ['m f w d x h', 'male female diverse divers other man woman men women mann frau herr herrn mr mrs ms']
    .concat('mannlich weiblich homme femme masculin feminin monsieur madame hombre mujer masculino femenino')
    .concat('feminino maschio femmina uomo donna vrouw mezczyzna kobieta muz zena')
    .join(' ')
    .split(' '),
);

/** Whether a column says nothing but one sex or another. Numbers of a day since 1900, as spreadsheets keep dates, likewise. */
export function areNeverKept(values: readonly string[]): boolean {
  const said = values.filter((value) => value !== '');
  return said.length > 0 && (said.every(isSex) || said.every(isDayNumber));
}

const isSex = (value: string): boolean => SEXES.has(plainLetters(value).replace(/\P{L}/gu, ''));

/** From 1930 to 2010. */
const FIRST_DAY = 10_959;
const LAST_DAY = 40_543;
const isDayNumber = (value: string): boolean =>
  /^\d{5}$/u.test(value) && Number(value) >= FIRST_DAY && Number(value) <= LAST_DAY;
