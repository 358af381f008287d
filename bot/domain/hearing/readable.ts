import { marksIn } from './intentions.ts';
import { plain } from './plainText.ts';

/** "Take SAP off" says "remove SAP". */
const TAKES_OFF = /\b(?:take|leave|cross|strike|kick|throw)\s+((?:\S+\s+){1,4}?)(?:off|out|away)\b/gi;

/** Teams with a capital inside a sentence is the tool. */
const TEAMS = /(?<=[\p{L},] )(?<!\b(?:Microsoft|MS) )Teams\b(?! (?:call|meeting|chat))/gu;

/** A name that is also a trade or a thing: "Ruby Baker", "my name is Price", "Mrs. Law" speak of people. */
const SURNAMES =
  'Baker|Banks|Bell|Bishop|Bond|Brewer|Butcher|Carpenter|Cash|Cook|Driver|Fields|Fisher|Gardener|Gardner|Hunter|Page|Painter|Player|Potter|Price|Rider|Rivers|Sellers|Shepherd|Singer|Speaker|Stone|Taylor|Walker|Waters|Weaver|Wood';
const NAMES: [RegExp, string][] = [
  [/\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? \p{Lu}\p{Ll}+/gu, 'somebody'],
  [new RegExp(`\\b\\p{Lu}\\p{Ll}+ (?:${SURNAMES})(?=$|[\\s,.!?])`, 'gu'), 'somebody'],
  [new RegExp(`\\b([Nn]ame is|name['’]s) (?:${SURNAMES})\\b`, 'gu'), '$1 somebody'],
];

/** Short forms of chats, to be read as the words they stand for. */
const SHORT_FORMS: [RegExp, string][] = [
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/(?=\s)/gi, 'with'],
  [/\b(how|want|love|like|need|happy|able|hard|easy|trying) 2\b/gi, '$1 to'],
  [/\bu\b(?!\.)/g, 'you'],
];

/** A sentence that tells what happened, when, and not to whoever writes. */
const HAPPENED =
  /\b(?:was|were|had|got|has been|have been|(?:is|are) (?:down|broken|out|late|closed|empty|off|full|cancelled|delayed|stuck))\b/i;
const JUST_NOW =
  /\b(?:today|tonight|yesterday|again|this (?:morning|afternoon|evening|week)|right now|at the moment)\b/i;
const SENTENCES = /[^.!?\n]+[.!?\n]*/g;

/**
 * "The Wi-Fi in the Java room is down again" asks for nothing and offers nothing: blanked out, as long as it is, so
 * that everything else keeps its place.
 */
const withoutNews = (text: string): string =>
  text.replace(SENTENCES, (sentence) => {
    const isNews = HAPPENED.test(sentence) && JUST_NOW.test(sentence) && !/\bi\b|\?/i.test(sentence);
    return isNews && marksIn(plain(sentence)).length === 0 ? ' '.repeat(sentence.length) : sentence;
  });

/** What somebody said in words that are easier to read: short forms, turns of phrase, names, no news of the day. */
export const readable = (said: string): string =>
  withoutNews(
    [
      ...SHORT_FORMS,
      [REPLACES, 'not $1 – '] as const,
      [TAKES_OFF, 'remove $1'] as const,
      [TEAMS, 'Microsoft Teams'] as const,
      ...NAMES,
    ].reduce((text, [pattern, words]) => text.replace(pattern, words), said),
  );

/** "Replace SAP with Power BI" says "not SAP – Power BI". */
const REPLACES =
  /^\W*(?:(?:please|can you|could you|let[’']?s|i(?: would|[’']d) like to|i want to)\s+)?(?:replace|swap|exchange|substitute|switch)\s+(?:from\s+)?(.{1,80}?)\s+(?:with|for|by|to|against)\s+/i;
