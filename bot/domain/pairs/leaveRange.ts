import type { Day } from '#domain/basics/ids.ts';
import { plain } from '#domain/hearing/text/plainText.ts';
import { findReturnDay } from './returnDay.ts';

/** Months as they are named in other languages, on plain text. */
const MONTHS = new Map(
  Object.entries({
    january: 'januar|janvier|enero|يناير',
    february: 'februar|fevrier|febrero|فبراير',
    march: 'marz|mars|marzo|مارس',
    april: 'avril|abril|ابريل|أبريل',
    may: 'mai|mayo|مايو',
    june: 'juni|juin|junio|يونيو',
    july: 'juli|juillet|julio|يوليو',
    august: 'aout|agosto|اغسطس|أغسطس',
    september: 'septembre|septiembre|سبتمبر',
    october: 'oktober|octobre|octubre|اكتوبر|أكتوبر',
    november: 'novembre|noviembre|نوفمبر',
    december: 'dezember|decembre|diciembre|ديسمبر',
  }),
);
const NAMES = [...MONTHS.keys()];
const MONTH = NAMES.flatMap((name) => [name, name.slice(0, 3)]).join('|');
const DATE = `(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?(?:${MONTH})\\b\\.?(?:,? \\d{4})?|(?:${MONTH})\\b\\.? (?:the )?\\d{1,2}(?!\\d)(?:st|nd|rd|th)?(?:,? \\d{4})?)`;
const TO = '(?:to|until|till|til|through|and|bis|au|hasta|al|-|–|—|から|الي|إلى|حتي|حتى)';
const SMALL = '(?:(?:the|zum|am|den|le|el|dem) )*';
const RANGE = new RegExp(`(${DATE}),? ?${TO} ?${SMALL}(${DATE})`);
/** "From 14 to 20 December" names its month once. */
const ONE_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)? ?${TO} ?${SMALL}(\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?(${MONTH})\\b\\.?(?:,? \\d{4})?)`,
);
const FROM = new RegExp(
  `(?<!(?:back|again|return|returning|here) )\\b(?:from|starting|beginning|as of|ab|vom|a partir du|des le|desde|a partir del) ${SMALL}(${DATE})`,
);

/** What a message says of a leave: the day they are back, and the first one where that is still to come. */
export interface LeaveHeard {
  /** '' where none was heard. */
  day: Day | '';
  begins: Day | '';
}

/**
 * The day until which a leave lasts, as `findReturnDay` reads one that is named alone; of "from 14 December to 3
 * January" the last counts. `begins` only where the leave begins after `today`.
 */
export function findLeave(text: string, today: Day): LeaveHeard {
  const said = inEnglish(text);
  const range = RANGE.exec(said);
  if (range) return between(range[1] ?? '', range[2] ?? '', today);
  const short = ONE_MONTH.exec(said);
  if (short) return between(`${short[1]} ${short[3]}`, short[2] ?? '', today);
  const from = FROM.exec(said)?.[1];
  const first = from && findReturnDay(from, today);
  return first ? { day: '', begins: first } : { day: findReturnDay(said, today) ?? '', begins: '' };
}

function between(first: string, last: string, today: Day): LeaveHeard {
  const day = findReturnDay(last, today);
  const begins = findReturnDay(first, today);
  // Without a year, what would begin after its end has begun already.
  return { day: day ?? '', begins: begins && begins > today && day && begins <= day ? begins : '' };
}

/** Dates of other languages in the order and with the months that are read. */
function inEnglish(text: string): string {
  let said = plain(text.slice(0, 500))
    .replace(/(\d{1,2})月(\d{1,2})日/g, (_, month: string, date: string) => ` ${date} ${nameOf(month)} `)
    .replace(/\b(\d{1,2}) de (?=\p{L})/gu, '$1 ');
  for (const [name, others] of MONTHS)
    said = said.replace(new RegExp(`(?<!\\p{L})(?:${others})(?!\\p{L})`, 'gu'), name);
  return said.replace(/\b1er\b/g, '1').replace(/\s+/g, ' ');
}

const nameOf = (month: string): string => NAMES[Number(month) - 1] ?? '';
