import { isEmptyWord } from '#domain/hearing/text/emptyWords.ts';
import { plain } from '#domain/hearing/text/plainText.ts';
import { namesNobody } from '#domain/people/givenName.ts';
import { recogniseLanguages } from './languageAnswers.ts';

/** What people put before the name of somebody they would rather not meet. */
const BEFORE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[
    'yes|well|please|ok|okay|hm+|um|oh|so|maybe|perhaps|also|and|but|actually|sorry',
    'i(?: would|[’‘]d)? (?:rather|prefer(?:ably)?) not(?: to)?|i (?:do not|don[’‘]?t|would not|wouldn[’‘]?t) (?:want|like|wish)(?: to)?|i want to avoid|do not|don[’‘]?t|keep me away from|preferably',
    'not|never|no one|nobody|no|rather|avoid|except|without|skip|exclude|block|lieber|bitte|nicht|niemand(?:en)?|pas|personne|nadie',
    'be|introduced?|matched|match|paired|pair|put|teamed|up|me|meet(?:ing)?|see|talk|speak|work(?:s|ing)?|sit|anyone|anybody|somebody|someone|people|everyone|everybody|all|those|that|who|is|are|whoever|guy|woman|man|person|colleagues?|named?|called',
    'with|to|from|in|of|at|by|mit|aus|von|avec|de|du|con|del|the|a|an|my|our|der|die|das|dem|den|la|le|el|les|los',
  ].join('|')})(?=[^\\p{L}\\p{N}]|$)`,
  'iu',
);
const BEHIND =
  /[\s,.!?;:–-]+(?:please|thanks|thank you|for now|at the moment|if possible|bitte|danke|merci|gracias|team|department|dept|abteilung|too|as well|either|again|ever again|any ?more|only|i guess|that is all|that[’']s (?:it|all)|lo+l|lmao|rofl|(?:ha|he|hi){2,}h?|haha\p{L}*|xd+|jk|(?:just |only )?(?:joking|kidding))?[\s,.!?;:–-]*$/iu;
const BETWEEN = /[,;\n/&•|、，؛،・]|\s+(?:and|or|nor|und|oder|et|ou|y|o)\s+/iu;
/** Who is meant only whoever speaks knows. */
const UNNAMED =
  /^(?:him|her|them|it|this|me|myself|boss|manager|line manager|ex|ex \w+|lead|director|chef\w*|jefe|jefa|neighbou?r|friend|mentor|partner|wife|husband|same|one|anything|nothing|none|sure|idea|(?:\p{L}+[ -])?(?:mother|father|sister|brother|son|daughter)s?[ -]in[ -]law(?:[’']s)?|schwieger\p{L}+)$/iu;
/** Relatives and the like, written as no name: no list of colleagues has them. */
const RELATIVE =
  /^(?:(?:mother|mum|mom|mama|maman|father|dad|papa|parents?|sister|brother|son|daughter|kids?|child|children|uncle|aunt|auntie|cousin|nephew|niece|grand\p{L}+|gran|nan|family|in-?laws|girlfriend|boyfriend|fiancée?|roommate|flatmate|landlord|dentist|barber|dog|cat|goldfish|devil)[’']?s?|schwieger\p{L}+)$/u;

/** Words of a sentence; only names in capitals are looked for among them. */
const SENTENCE = /\b(?:works?|working|here|there|better|her|him|them|not|what|how|change|understand)\b/i;
const WORDS_MAX = 6;

/** From here on a piece says something of whoever was named, or names nobody: "Clara is difficult", "because …". */
const VERB =
  /^(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|would|should)(?:n['’]?t)?|don['’]?t|am|will|comes?|came|seems?|feels?|gets?|got|makes?|made|says?|said|keeps?|kept|shout\w*|treat\w*|know\w*|think\w*|used|because|since|who|whose|when|if|as|weil|hat|ist|sind|war|parce|qui|est|sont|porque|que|es|son|Is|Are|Was|Were|Has|Have|Had|Does|Comes?|Seems?|Feels?|Decides?|Likes?|Chooses?)$/u;
/** Small words inside names. */
const PARTICLE =
  /^(?:van|von|vom|der|den|dem|des|de|del|la|las|le|los|el|al|da|do|dos|das|di|du|zu|ter|ten|bin|y|e)$/;
/** Given names that are small words as well, where a family name follows. */
const GIVEN = /^(?:will|may|can|an|do|so|sue)$/;
/** Whoever speaks of everybody or nobody names nobody. */
const EVERYBODY =
  /(?<!\p{L})(?:every(?:one|body)|any(?:one|body)|no(?:body| one)|none|nothing|anything|who(?:m)?ever|whatever|they|alle|jeder|niemand\w*|tout|todos|nadie)(?!\p{L})|^(?:誰も|だれも|特に|なし|いない|いません)|^(?:لا|ليس|لايوجد)(?:\s|$)/iu;
/** Nobody is called so; a sentence in capitals is made of such words. */
const NO_NAME =
  /^(?:good|fine|ok|okay|great|here|now|right|open|happy|glad|to|all|by|me|with|for|at|the|moment|whatsoever|applicable|preferences?|particular(?:ly)?|particulier|special|especial(?:ly)?|comment|idea|ahnung|keine|egal|mir|passt|report|say|add|mention|so|far|yet|really|honestly|mind|not|no|cannot|sure|currently|today|just|then|let|you|we|he|she|it|that|this|das|en)$/i;
/** Words that cry out or laugh; alone, or with others of them, they name nobody. */
const CRIES =
  /^(?:lo+l+|lmf?ao+|rofl|(?:ha|he|hi|ho){2,}h?|ha+|xd+|omf?g|wtf|ffs|smh|idk|jk|tbh|btw|imho|wow|whoa|ugh|meh|ew+|pf+t?|phew|yikes|oops|duh|nah|nope|naw|no+|yep|yeah|eh|hm+|oh+|ah+|aw+|god|gosh|goodness|heavens?|omgosh|crikey|blimey|gracious|jeez|geez|sheesh|jesus|christ|lord|hell|damn|darn|dear|good|my|sweet|holy|moly|cow|bless|thanks?|for|sake|s|mercy|way|never|kidding|joking|dude|mate|man|bruh|gott|himmel|mon|dieu|dios|mio|mío)$/iu;
/** Of these somebody may be called; alone and in capitals they are a name. */
const MAY_BE_CALLED =
  /^(?:\p{Lu}{2,}|Lord|Christ|Jesus|Dear|Bless|Sweet|Good|Hell|Man|Way|Himmel|Gott|Dios|Mercy|Dieu)$/u;

/** In capitals these are no initials. */
const SHOUTED = /^(?:LO+L+|OMF?G|WTF|LMAO|XD+)$/;

function isCry(piece: string): boolean {
  const words = piece.split(/[^\p{L}]+/u).filter(Boolean);
  const [first = ''] = words;
  if (first === '' || !words.every((word) => CRIES.test(word))) return false;
  return words.length > 1 || !MAY_BE_CALLED.test(first) || SHOUTED.test(first);
}

const NO_WORD = /^(?:no+|nope|nah|naw|nobody|none|never|nein|niemand\p{L}*|non|personne|nadie|ninguno)$/iu;

const ANYBODY =
  /(?<!\p{L})(?:introduce me to|i(?:['’]ll| will)? meet|i(?:['’]m| am) (?:fine|happy|ok|okay) (?:with|to meet)|open to) (?:anybody|anyone|everybody|everyone)(?!\p{L})(?!\s+(?:but|except|apart|other))/iu;

/** "God no", "nobody lol", "you can introduce me to anybody": nobody is meant, however it is said. */
export function saysNobody(text: string): boolean {
  if (ANYBODY.test(text) && !/(?<!\p{L})(?:not|n['’]t|never)(?!\p{L})/iu.test(text)) return true;
  const words = text.split(/[^\p{L}]+/u).filter(Boolean);
  return (
    words.some((word) => NO_WORD.test(word)) && words.every((word) => NO_WORD.test(word) || CRIES.test(word))
  );
}

/** "Actually Maria is fine": somebody who may be met after all. */
const IS_FINE =
  /(?:['’]s|\s(?:is|are|ist|sind|est|sont|está|son))\s(?:(?:actually|really|totally|perfectly|quite|fine|now|also|all|doch|eigentlich|wieder|finalement|en fait|after all|absolutely|just)\s)*(?:fine|ok|okay|o\.k\.|okey|alright|right|welcome|lovely|no problem|good|gut|in ordnung|d['’]accord|bien)(?!\p{L})(?!\s+(?:at|in|with|but|for)(?!\s+me)(?!\p{L}))/iu;
/** Whether a piece of an answer says that somebody may be met. */
const isWelcoming = (piece: string): boolean =>
  IS_FINE.test(piece) && !/(?<!\p{L})(?:not|nicht|pas|no|never)(?!\p{L})/iu.test(piece);

/** What an answer says of people who may be met after all, in the words it was written in. */
export const welcomedIn = (text: string): string[] =>
  text
    .split(BETWEEN)
    .flatMap((piece) => piece.split(/[.!?](?:\s|$)/u))
    .filter(isWelcoming);

/** "I like people": nobody's initial stands before a small word. */
const OF_ONESELF = /^I(?:['’](?:m|d|ve|ll))?\s+\p{Ll}/u;

/** "Bob from accounting" means Bob. */
const WITH_PLACE = /^(\S+(?:\s+\S+){0,2}?)\s+(?:from|in|of|aus|von|de)\s+(?:the\s+)?\S.*$/iu;

/**
 * The names and departments in an answer to whom somebody would rather not meet, as they are written; empty when
 * nobody is named. A name too many costs little, one that is lost may cost a lot.
 */
export function excludedIn(text: string): string[] {
  const pieces = text
    .replace(/\S+@\S+/gu, ' ')
    .split(BETWEEN)
    .flatMap((piece) => piece.split(/[.!?](?:\s|$)/u))
    .map(named);
  return [...new Set(pieces)].filter(
    (piece) =>
      /\p{L}{2}/u.test(piece) &&
      piece.split(/\s+/).length <= WORDS_MAX &&
      !UNNAMED.test(piece) &&
      !RELATIVE.test(piece) &&
      !isCry(piece) &&
      !(SENTENCE.test(piece) && !/\p{Lu}\p{L}/u.test(piece)) &&
      isName(piece) &&
      !isOfLanguages(piece) &&
      !namesNobody(piece),
  );
}

/** "My ex boss Antonio" means Antonio. */
const RELATION =
  /^(?:(?:ex|old|former|direct|line|my|own|current|last|ehemalige[rn]?|alte[rn]?|ancien(?:ne)?|antigu[oa])[\s-]+)*(?:boss|manager|supervisor|lead|leader|director|mentor|colleague|partner|friend|neighbou?r|husband|wife|(?:mother|father|brother|sister|son|daughter)(?:[ -]in[ -]law)?|uncle|aunt|cousin|chef(?:in)?|kollegen?|kollegin|jef[ea]|compañer[oa]|collègue)\s+(?=\p{Lu})/u;
/** "Wtf is this", "how is it": a question, and nobody's name. */
const ASKS = /^\p{Ll}[\p{Ll}\s’']*\s(?:is|are|was|does|do|am)\s(?:this|that|it|these|you|i|there|we)\b/u;
/** Languages that somebody names say nothing of people: "only English", "my French". */
const isOfLanguages = (piece: string): boolean =>
  recogniseLanguages(piece).yes.length + recogniseLanguages(piece).no.length > 0 &&
  piece
    .split(/\s+/)
    .every((word) => isLanguageName(word) || (/^\p{Ll}/u.test(word) && (isSmall(word) || word.length < 3)));
const isLanguageName = (word: string): boolean => {
  const { yes, no } = recogniseLanguages(word);
  return yes.length + no.length > 0;
};

/** What Japanese writes behind a name: its title, and that somebody is not to be met. */
const BEHIND_JAPANESE =
  /(?:さん|様|氏|くん|ちゃん|部長|課長|社長)(?:$|\p{Script=Hiragana}.*$|以外.*$)|(?:とは?|には?|を|は)(?:会い|組み|話し|避け|外し|除|いや|嫌).*$/u;
const BEFORE_ARABIC = /^لا أريد (?:أن )?(?:مقابلة|أقابل|لقاء|ألتقي(?: مع)?)\s+/u;

function named(piece: string): string {
  if (ASKS.test(piece.trim()) || isCry(piece) || isWelcoming(piece)) return '';
  let rest = piece.trim().replaceAll("'", '’').replace(BEHIND_JAPANESE, '').replace(BEFORE_ARABIC, '');
  for (let shorter = rest.replace(BEFORE, ''); shorter !== rest; shorter = rest.replace(BEFORE, ''))
    rest = shorter.trim();
  rest = untilSaid(rest)
    .replace(BEHIND, '')
    .trim()
    .replace(/\s+(?:no|not|nein|non|nicht)$/u, '');
  rest = rest.replace(RELATION, '');
  return (WITH_PLACE.exec(rest)?.[1] ?? rest).replaceAll('’', "'");
}

const isSmall = (word: string): boolean =>
  !/\p{Lu}/u.test(word) && !PARTICLE.test(word) && isEmptyWord(plain(word).replace(/'.*$/, ''));

/** What stands before a piece goes on as a sentence. */
function untilSaid(piece: string): string {
  const words = piece.split(/\s+/);
  const end = words.findIndex((word, n) => VERB.test(word) && !(n === 0 && isGiven(words)));
  return (end < 0 ? words : words.slice(0, end)).join(' ');
}

const isGiven = ([first = '', second = '', ...more]: readonly string[]): boolean =>
  GIVEN.test(first) && second !== '' && more.length === 0 && !isSmall(second) && !VERB.test(second);

/** Small words make a sentence of it, unless it is written like a name. */
function isName(piece: string): boolean {
  const words = piece.split(/\s+/);
  if (EVERYBODY.test(piece) || OF_ONESELF.test(piece) || words.every((word) => NO_NAME.test(word)))
    return false;
  const isWritten = words.some((word, n) => /^\p{Lu}\p{L}/u.test(word) && !(n === 0 && NO_NAME.test(word)));
  return isWritten || isGiven(words) || !words.some(isSmall);
}

/** A first and a last name, or a name behind its title. */
const FULL_NAME =
  /(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof|[Hh]errn?|[Ff]rau|[Mm]adame|[Mm]onsieur|[Mm]me|[Ss]eñora?|[Ss]ra?)\.?\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?|\p{Lu}[\p{Ll}’'-]+\s+\p{Lu}[\p{L}’'-]+)/gu;
const NOT_WITH = /(?<!\p{L})(?:not|never|nicht|pas|no)\s+(?:ever\s+)?(?:with\s+|mit\s+|avec\s+|con\s+)?$/iu;

/**
 * "I speak German, and please not Sabine Keller": whoever is named in full right behind such words, whatever was asked.
 * Only where it reads as a person: two names in capitals, or one behind a title.
 */
export const avoidedBesides = (text: string): string[] =>
  [...text.matchAll(FULL_NAME)]
    .filter(({ index }) => NOT_WITH.test(text.slice(0, index)))
    .flatMap(([name]) => excludedIn(name));
