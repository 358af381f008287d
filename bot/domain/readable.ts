/** "Take SAP off" says "remove SAP". */
const TAKES_OFF = /\b(?:take|leave|cross|strike|kick|throw)\s+((?:\S+\s+){1,4}?)(?:off|out|away)\b/gi;

/** Teams with a capital inside a sentence is the tool. */
const TEAMS = /(?<=[\p{L},] )(?<!\b(?:Microsoft|MS) )Teams\b(?! (?:call|meeting|chat))/gu;

/** A name that is also a trade or a thing: "Ruby Baker", "my name is Price", "Mr Painter" speak of people. */
const SURNAMES =
  'Baker|Banks|Bell|Bishop|Bond|Brewer|Butcher|Carpenter|Cash|Cook|Driver|Fields|Fisher|Gardener|Gardner|Hunter|Page|Painter|Player|Potter|Price|Rider|Rivers|Sellers|Shepherd|Singer|Speaker|Stone|Taylor|Walker|Waters|Weaver|Wood';
const NAME = new RegExp(
  `((?:\\b(?:name is|name['’]s|mr|mrs|ms|dr)\\.?|\\b\\p{Lu}\\p{Ll}+) )(?:${SURNAMES})(?=$|[\\s,.!?])`,
  'gu',
);

/** Short forms of chats, to be read as the words they stand for. */
const SHORT_FORMS: [RegExp, string][] = [
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/(?=\s)/gi, 'with'],
  [/\b(how|want|love|like|need|happy|able|hard|easy|trying) 2\b/gi, '$1 to'],
  [/\bu\b(?!\.)/g, 'you'],
];

/** What somebody said in words that are easier to read: short forms, turns of phrase, the tool called Teams. */
export const readable = (said: string): string =>
  [
    ...SHORT_FORMS,
    [REPLACES, 'not $1 – '] as const,
    [TAKES_OFF, 'remove $1'] as const,
    [TEAMS, 'Microsoft Teams'] as const,
    [NAME, '$1'] as const,
  ].reduce((text, [pattern, words]) => text.replace(pattern, words), said);

/** "Replace SAP with Power BI" says "not SAP – Power BI". */
const REPLACES =
  /^\W*(?:(?:please|can you|could you|let[’']?s|i(?: would|[’']d) like to|i want to)\s+)?(?:replace|swap|exchange|substitute|switch)\s+(?:from\s+)?(.{1,80}?)\s+(?:with|for|by|to|against)\s+/i;
