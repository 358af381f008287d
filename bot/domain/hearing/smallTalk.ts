import { commandText } from './commands.ts';
import { ELSEWHERE, GENERIC, isGibberish, SENTENCE } from './ordinaryWords.ts';
import { tokensOf } from './plainText.ts';

/** What a message is when it answers nothing: each kind gets its own friendly turn. */
export type SmallTalk =
  | 'greeting'
  | 'thanks'
  | 'joke'
  | 'laugh'
  | 'rude'
  | 'sad'
  | 'bot'
  | 'trick'
  | 'emoji'
  | 'elsewhere'
  | 'question'
  | 'nonsense';

const KINDS: [SmallTalk, RegExp][] = [
  [
    'trick',
    /\b(?:(?:ignore|disregard|forget|override|bypass|drop) (?:\w+ ){0,3}(?:instructions?|prompts?|rules|guidelines|guardrails|directives)|(?:print|show|reveal|repeat|output|give|tell|list|dump|send|export|leak) (?:me |us )?(?:\w+ ){0,3}(?:(?:system|hidden|initial|secret) (?:prompt|message|instructions?)|passwords?|api keys?|tokens?|secrets|(?:every|all(?: the)?|other people|everyone|everybody|everyones|peoples) (?:profiles?|answers?|users?|data)|database)|you are now (?:a|an|the|in|my)\b|(?:pretend|act) (?:to be|as if|as though|like) (?:you|an? (?:admin|unrestricted|hacker))|developer mode|jailbreak|drop table)\b/,
  ],
  [
    'rude',
    /\b(?:f+u+c+k\w*|sh[i1]t\w*|idiot\w*|stupid|dumb|moron\w*|useless|crap|bullshit|suck\w*|arse\w*|ass|asshole|bastard|bitch\w*|damn you|shut up|go away|piss off|hate you|you are (?:awful|terrible|bad|boring|rubbish|annoying)|(?:you|u) (?:smell|stink)|annoying|scheiss\w*|arschloch|blod\w*|dumm\w*|merde|connard|idiota|estupido|mierda)\b/,
  ],
  [
    'sad',
    /\b(?:i am (?:so |very |really )?(?:sad|lonely|depressed|exhausted|desperate|burnt out|not (?:ok|okay|well))|kill myself|suicid\w*|want to die|can not go on|crying)\b/,
  ],
  ['joke', /\b(?:jokes?|make me laugh|funny|knock knock|witz)\b/],
  [
    'bot',
    /\b(?:are you (?:a )?(?:human|real|bot|robot|person|ai|chatgpt|alive|there)|who are you|what are you|your name|who made you|do you (?:sleep|eat|love|like|have|dream))\b/,
  ],
  [
    'greeting',
    /^(?:(?:hi|hello|hey|hiya|hallo|hei|hej|heya|yo|howdy|servus|moin|gruezi|salut|bonjour|hola|ciao|ola|namaste|salam|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|gruss gott|buenos dias|buenas(?: tardes| noches)?|bom dia|boa tarde|buongiorno|merhaba|selam|czesc|ahoj|szia|salaam|shalom|привет|здравствуите|здравствуйте|добрый день|γεια(?: σου| σας)?|שלום|مرحبا|السلام عليكم|اهلا|سلام|नमस्ते|你好|您好|こんにちは|こんばんは|おはよう(?:ございます)?|안녕하세요|안녕|morning|evening|greetings)(?: (?:there|you|again|bot|all|turntable|how are you(?: doing)?(?: today)?))*|i am back|back again|how are you(?: doing)?(?: today)?|what is up|sup|are you there)$/,
  ],
  [
    'thanks',
    /^(?:(?:many |a lot of )?thanks?(?: you)?(?: (?:a lot|so much|very much|again))*|thx|ty|cheers|merci|danke(?: schon)?|gracias|great|cool|nice|super|perfect|awesome|wonderful|lovely)(?: (?:thanks|thank you|bot))*$/,
  ],
  ['laugh', /^(?:(?:ha|he|hi){2,}h?|lol+|lmao|rofl|xd+|:\)|;\)|:d)(?: .{0,20})?$/],
];

const isQuestion = (text: string): boolean =>
  /\?\s*$/.test(text) ||
  /^(?:who|what|why|when|where|which|how|is|are|do|does|did|can|could|will|would|should)\b/.test(
    commandText(text),
  );

/** Most of the words have letters English does not: `Türkçe biliyor musun?` is no name of a thing. */
const isNoAscii = (words: string[]): boolean =>
  words.some((word) => /[^\p{ASCII}’‘´]/u.test(word)) && !words.some((word) => COMMON.test(word));
const COMMON = /^(?:the|a|an|is|are|of|and|or|to|in|on|for|with|what|how|why|who|do|does|can|you|i|we|it)$/i;

function isElsewhere(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 1 && latin < letters / 2) return true;
  const words = tokensOf(text.slice(0, 1000)).filter(
    (token) => token.kind === 'word' || token.kind === 'and',
  );
  if (
    /[？?]\s*$/.test(text) &&
    words.length > 1 &&
    isNoAscii(words.map((token) => text.slice(token.from, token.to)))
  )
    return true;
  const foreign = words.filter((token) => ELSEWHERE.has(token.word) && !ENGLISH_TOO.has(token.word));
  return foreign.length >= 2 && foreign.length * 4 >= words.length;
}

const ENGLISH_TOO = new Set([
  'me',
  'no',
  'a',
  'i',
  'die',
  'was',
  'war',
  'mit',
  'pas',
  'as',
  'in',
  'an',
  'on',
  'so',
  'do',
  'del',
  'come',
  'met',
]);

/** What kind of talk this is; `nonsense` when nothing else fits. */
export function smallTalkOf(text: string): SmallTalk {
  if (!/[\p{L}\p{N}]/u.test(text)) return /\p{Extended_Pictographic}/u.test(text) ? 'emoji' : 'nonsense';
  const flat = tokensOf(text.slice(0, 1000))
    .filter((token) => token.kind === 'word' || token.kind === 'and')
    .map((token) => token.word)
    .join(' ');
  const known = KINDS.find(([, pattern]) => pattern.test(flat) || pattern.test(commandText(text)));
  if (known) return known[0];
  if (isElsewhere(text)) return 'elsewhere';
  return isQuestion(text) && text.trim().length > 1 ? 'question' : 'nonsense';
}

/** True when nobody would call this a topic: a greeting, thanks, a joke, an insult, a keyboard run, a bare filler. */
export function isOnlyTalk(text: string): boolean {
  const kind = smallTalkOf(text);
  if (kind !== 'nonsense' && kind !== 'question' && kind !== 'elsewhere') return true;
  const words = tokensOf(text.slice(0, 500)).filter((token) => token.kind === 'word');
  return words.every(
    (token) => isGibberish(token.word) || GENERIC.has(token.word) || SENTENCE.has(token.word),
  );
}
