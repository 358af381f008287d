import { tokensOf } from '#domain/hearing/text/plainText.ts';
import { MAIL_MAX } from './limits.ts';
import type { MeetingWay, ReachWay } from './profile.ts';

const ALL =
  /\b(?:any|anything(?! but)|all(?! but)|everything(?! but)|whatever|whichever|no preference|do not mind|dont mind|either|all of (?:them|it)|open to (?:all|anything|everything)|flexible|you choose|egal|alles|tout|todo)\b/;
/** Said beside a way of reaching somebody, any way of meeting will do. */
const NO_MATTER = /\b(?:whatever|anything(?! but)|no preference|do not mind|you choose|egal|flexible)\b/;
/** A way of meeting is only taken back by a `no` right before it. */
const UNWANTED =
  '(?:not|no|never|without|except|hate|dislike|rather not|do not (?:like|want|do|drink)|anything but|everything but|not (?:a|over|for|by|via|on|to)|no more)(?: (?:a|the|any|over|for|by|via|on|to|too much|so much))? ';

const MEETS: [MeetingWay, string][] = [
  [
    'walk',
    '(?:walk\\w*|stroll\\w*|fresh air|outside|outdoors?|park|hik\\w+|spazier\\w*|promenade|balade|paseo|pasear|🚶)',
  ],
  ['coffee', '(?:coff?ee?|cofee|cofe|tea|cafe|cafeteria|espresso|cappuccino|latte|drink|kaffee|te|☕)'],
  [
    'lunch',
    '(?:lunch\\w*|luncheon|eat|food|canteen|meal|bite|breakfast|brunch|dinner|restaurant|mittagessen|mittag|dejeuner|almuerzo|comida|🍽|🥗|🍕)',
  ],
  [
    'video',
    '(?:(?:video|teams|zoom|online|remote|web|virtual)(?: ?-?(?:calls?|chats?|meetings?|conference))?|video\\w*|online|remotely|virtually|screen|camera|webcam|on teams|facetime|from home|visio|videollamada|💻|🎥)',
  ],
];
const REACHES: [ReachWay, string][] = [
  [
    'chat',
    '(?:chat\\w*|messag\\w*|ping|dm|dms|text|texts|texting|im|write (?:to )?me|teams(?! (?:call|meeting|video))|whatsapp|nachricht\\w*|💬)',
  ],
  [
    'call',
    '(?:(?:phone|voice|mobile|audio)? ?calls?|calling|phone|telephone|ring|ring me|call me|mobile|telefon\\w*|anruf\\w*|llamada|telefono|appel|telephoner|📞|☎|📱)',
  ],
  ['mail', '(?:e ?-?mails?|mails?|inbox|outlook|correo|courriel|📧|✉)'],
];

function heardWays<Way extends string>(text: string, ways: [Way, string][]): { yes: Way[]; no: Way[] } {
  const hits = (pattern: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(text);
  const no = ways.filter(([, pattern]) => hits(UNWANTED + pattern)).map(([way]) => way);
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
  const flat = spaced(text);
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
  if (/\b(?:in person|face to face|live|physically|not online|vor ort)\b/.test(flat))
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

/** How many people there is room for, as said; the highest of a range. Undefined when no number is there. */
export function recogniseCapacity(text: string): number | undefined {
  const numbers = tokensOf(text.slice(0, 500))
    .map(
      (token) => NUMBERS.get(token.word) ?? (/^\d{1,3}$/.test(token.word) ? Number(token.word) : undefined),
    )
    .filter((number) => number !== undefined);
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
}

const AROUND_MAIL = /[\s,;<>()"'`:]+/u;
/** Begins only where a word does: a long text without `@` costs nothing. */
const MAIL = /(?<=^|@)[^@]+@[^@]+\.\p{L}{2,}/gu;

/** Mail addresses in a text, lower-case, each once; what is too long for one is none. */
export const recogniseMails = (text: string): string[] => {
  const words = text.slice(0, 5000).split(AROUND_MAIL);
  const hits = words.filter((word) => word.includes('@')).flatMap((word) => word.match(MAIL) ?? []);
  const mails = hits.map((hit) => hit.toLowerCase().replace(/\.+$/, ''));
  return [...new Set(mails)].filter((mail) => mail.length <= MAIL_MAX);
};
