import { asciiApostrophes } from '#domain/basics/mail.ts';
import { tokensOf } from '#domain/hearing/text/plainText.ts';
import { MAIL_MAX } from './limits.ts';
import type { MeetingWay, ReachWay } from './profile.ts';

const ALL =
  /\b(?:any|anything(?! but)|all(?! but)|everything(?! but)|whatever|whichever|no preference|do not mind|dont mind|either|all of (?:them|it)|open to (?:all|anything|everything)|flexible|you choose|egal|alles|tout|todo)\b/;
/** Said beside a way of reaching somebody, any way of meeting will do. */
const NO_MATTER = /\b(?:whatever|anything(?! but)|no preference|do not mind|you choose|egal|flexible)\b/;
/** A way of meeting is only taken back by a `no` right before it. */
const UNWANTED =
  '(?:not|no|never|without|except|hate|dislike|rather not|do not (?:like|want|do|drink)|anything but|everything but|not (?:a|over|for|by|via|on|to)|no more|nicht|kein|keine|keinen|ohne|pas|sans|sin|بدون|ليس|لا)(?: (?:a|the|any|over|for|by|via|per|on|to|too much|so much|mit|als|beim?|zum?|auf|am|einen?|de|d|par|en|por|un|una))?(?: (?:microsoft|ms))? ';
/** "Video, hmm no, rather lunch" takes the way before it back. */
const TAKEN_BACK =
  '(?: (?:hm+|uh|um|oh|well|wait|actually|sorry))* (?:no|nope|nein|non)(?: (?:hm+|uh|um|oh|well|wait|actually|sorry))* (?:rather|better|instead|make it|make that|i mean|i meant|lieber|doch|plutot|mejor)(?!\\p{L})';
/** Said behind a word: "phone calls scare me"; in Japanese always. */
const UNWANTED_BEHIND =
  '(?:(?: calls?| chats?| meetings?)?(?: (?:scares?|annoys?|stress(?:es)?|terrif(?:y|ies)|exhausts?|drains?|tires?|bores?|(?:is|are) (?:\\p{L}+ ){0,2}(?:terrible|awful|horrible|nightmare|hell|exhausting|stressful|scary|difficult|out|not (?:for|my|ideal|good|great|an option)))(?![\\p{L}]))|(?:通話|会議)?(?:は|を|が|で)?(?:苦手|嫌|いや|やめ|避け|なし|以外|ではな|じゃな|だめ|ダメ|不可|でき(?:ま|な)|したくな))';
/** "No time for anything else" says nothing of how to meet. */
const NO_TIME =
  /\b(?:no|not|never|little|hardly|keine?|pas|sin)\b(?: \p{L}+){0,4} (?:for|to do|to|fur|pour|para) (?:any|anything|all|everything|alles|tout|todo)(?: \p{L}+)?/gu;

const MEETS: [MeetingWay, string][] = [
  [
    'walk',
    '(?:walk\\w*|stroll\\w*|fresh air|outside|outdoors?|park|hik\\w+|spazier\\w*|promenade|balade|paseo|pasear|散歩|ウォーキング|مشي|نزهة|🚶)',
  ],
  [
    'coffee',
    '(?:coff?ee?|cofee|cofe|tea|cafe|cafeteria|espresso|cappuccino|latte|drink|kaffee|te|コーヒー|お茶|カフェ|珈琲|قهوة|شاي|☕)',
  ],
  [
    'lunch',
    '(?:lunch\\w*|luncheon|eat|food|canteen|meal|bite|breakfast|brunch|dinner|restaurant|mittagessen|mittag|dejeuner|almuerzo|comida|ランチ|昼食|お昼|食事|غداء|🍽|🥗|🍕)',
  ],
  [
    'video',
    '(?:(?:video|teams|zoom|online|remote|web|virtual)(?: ?-?(?:calls?|chats?|meetings?|conference))?|video\\w*|online|remotely|virtually|screen|camera|webcam|on teams|facetime|from home|visio|videollamada|ビデオ|オンライン|فيديو|💻|🎥)',
  ],
];
const REACHES: [ReachWay, string][] = [
  [
    'chat',
    '(?:chat\\w*|messag\\w*|ping|dm|dms|text|texts|texting|im|write (?:to )?me|teams(?! (?:call|meeting|video))|whatsapp|nachricht\\w*|チャット|メッセージ|دردشة|💬)',
  ],
  [
    'call',
    '(?:(?:phone|voice|mobile|audio)? ?calls?|calling|phone|telephone|ring|ring me|call me|mobile|telefon\\w*|anruf\\w*|llamada|telefono|appel|telephoner|電話|هاتف|اتصال|📞|☎|📱)',
  ],
  ['mail', '(?:e ?-?mails?|mails?|inbox|outlook|correo|courriel|メール|بريد|📧|✉)'],
];

/** Letters that end a word; Japanese puts no blanks between its. */
const LETTER = '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]]';

function heardWays<Way extends string>(text: string, ways: [Way, string][]): { yes: Way[]; no: Way[] } {
  const hits = (pattern: string) => new RegExp(`(?<!${LETTER})${pattern}(?!${LETTER})`, 'v').test(text);
  const isUnwanted = (pattern: string): boolean =>
    hits(UNWANTED + pattern) || hits(pattern + TAKEN_BACK) || hits(pattern + UNWANTED_BEHIND);
  const no = ways.filter(([, pattern]) => isUnwanted(pattern)).map(([way]) => way);
  const named = ways.filter(([way, pattern]) => !no.includes(way) && hits(pattern)).map(([way]) => way);
  return { yes: named, no };
}

const spaced = (text: string): string =>
  tokensOf(text.slice(0, 2000))
    .filter((token) => token.kind !== 'end' && token.kind !== 'comma')
    .map((token) => token.word)
    .join(' ');

export interface HeardWays {
  meets: MeetingWay[];
  reach: ReachWay[];
}

/** How somebody likes to meet and be reached, in their words: "a walk or a coffee, ping me first, no calls". */
export function recogniseWays(text: string): HeardWays | undefined {
  const flat = spaced(text)
    .replace(/\bwrong (?:chat|call|mail)\b/g, ' ')
    .replace(NO_TIME, ' ');
  // A video call is a way of meeting: its `call` is not the telephone's.
  const forReach = flat.replace(
    /\b(?:video|teams|zoom|online|web|virtual) (?:calls?|chats?|meetings?)\b/g,
    ' ',
  );
  const meets = heardWays(
    flat.replace(/\b(?:on|via|by|through|over|in) teams\b|\bteams (?:chat|message)\b/g, ' '),
    MEETS,
  );
  const reach = heardWays(forReach, REACHES);
  const isInPerson = /\b(?:in person|face to face|live|physically|not online|vor ort)\b/.test(flat);
  // "In person over lunch" says which way.
  if (isInPerson && !meets.yes.some((way) => way !== 'video'))
    meets.yes = [...new Set<MeetingWay>(['walk', 'coffee', 'lunch', ...meets.yes])].filter(
      (way) => !meets.no.includes(way),
    );
  const nothingNamed = meets.yes.length === 0 && reach.yes.length === 0;
  const takesAll = ALL.test(flat);
  if (meets.yes.length + meets.no.length === 0 && reach.yes.length > 0 && NO_MATTER.test(flat))
    meets.yes = MEETS.map(([way]) => way);
  const no = meets.no.length > 0 || reach.no.length > 0;
  if (nothingNamed && !takesAll && !no) return undefined;
  const fill = <Way>(yes: Way[], denied: Way[], all: Way[]): Way[] =>
    yes.length === 0 && (denied.length > 0 || (takesAll && nothingNamed))
      ? all.filter((way) => !denied.includes(way))
      : yes;
  return {
    meets: fill(
      meets.yes,
      meets.no,
      MEETS.map(([way]) => way),
    ),
    reach: fill(
      reach.yes,
      reach.no,
      REACHES.map(([way]) => way),
    ),
  };
}

const NUMBERS = new Map(
  Object.entries({
    one: 1,
    single: 1,
    two: 2,
    couple: 2,
    both: 2,
    three: 3,
    few: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    twenty: 20,
    hundred: 100,
    einen: 1,
    eine: 1,
    eins: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    un: 1,
    deux: 2,
    trois: 3,
    uno: 1,
    dos: 2,
    tres: 3,
  }),
);

/** What a number before it counts, other than people: "a 15 minute call", "three languages", "one coffee". */
const OTHER_THAN_PEOPLE =
  /^(?:min|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|yrs?|times?|am|pm|o|uhr|%|words?|phrases?|sentences?|languages?|calls?|coffees?|cofee|teas?|lunch|lunches|walks?|meetings?|chats?|minuten|stunden?|tage?|wochen?|monate?|jahre?|worte?|sprachen?|heures?|jours?|semaines?|mois|ans|mots|langues?|horas?|minutos?|dias?|semanas?|meses|anos?|palabras?|idiomas?)$/;

/** How many people there is room for, as said; the highest of a range. Undefined when no number is there. */
export function recogniseCapacity(text: string): number | undefined {
  const numbers = tokensOf(text.slice(0, 500))
    .map(({ word }, n, all) => {
      const isOfElse = OTHER_THAN_PEOPLE.test(all[n + 1]?.word ?? '') || /^\d+\p{L}+$/u.test(word);
      return isOfElse
        ? undefined
        : (NUMBERS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined));
    })
    .filter((number) => number !== undefined);
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
}

const AROUND_MAIL = /[\s,;<>()"`:]+/u;
/** A word that lost its vowel before another (`d'ann@…`), or the beginning of a name (`d'souza@…`): both are meant. */
const ELIDED = /^(?:d|l|qu|dell|all|dall)'(?=[^@])/u;
/** Begins only where a word does: a long text without `@` costs nothing. */
const MAIL = /(?<=^|@)[^@]+@[^@]+\.\p{L}{2,}/gu;

/** Mail addresses in a text, lower-case, each once; what is too long for one is none. */
export const recogniseMails = (text: string): string[] => {
  const words = text.slice(0, 5000).split(AROUND_MAIL);
  const hits = words.filter((word) => word.includes('@')).flatMap((word) => word.match(MAIL) ?? []);
  const mails = hits
    .map((hit) => asciiApostrophes(hit.toLowerCase()).replace(/^'+|\.+$/gu, ''))
    .flatMap((mail) => (ELIDED.test(mail) ? [mail.replace(ELIDED, ''), mail] : [mail]));
  return [...new Set(mails)].filter((mail) => mail.length <= MAIL_MAX);
};
