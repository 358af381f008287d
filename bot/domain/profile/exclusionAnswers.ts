import { namesNobody } from '#domain/people/givenName.ts';

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
  /[\s,.!?;:–-]+(?:please|thanks|thank you|for now|at the moment|if possible|bitte|danke|merci|gracias|team|department|dept|abteilung|too|as well|either|only|i guess|that is all|that[’']s (?:it|all))?[\s,.!?;:–-]*$/iu;
const BETWEEN = /[,;\n/&•|]|\s+(?:and|or|nor|und|oder|et|ou|y|o)\s+/iu;
/** Who is meant only whoever speaks knows. */
const UNNAMED =
  /^(?:him|her|them|it|this|me|myself|boss|manager|line manager|ex|ex \w+|lead|director|chef\w*|jefe|jefa|neighbou?r|friend|mentor|partner|wife|husband|same|one|anything|nothing|none|sure|idea)$/i;
/** Words of a sentence; only names in capitals are looked for among them. */
const SENTENCE = /\b(?:works?|working|here|there|better|her|him|them|not|what|how|change|understand)\b/i;
const WORDS_MAX = 6;

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
      !(SENTENCE.test(piece) && !/\p{Lu}\p{L}/u.test(piece)) &&
      !namesNobody(piece),
  );
}

function named(piece: string): string {
  let rest = piece.trim().replaceAll("'", '’');
  for (let shorter = rest.replace(BEFORE, ''); shorter !== rest; shorter = rest.replace(BEFORE, ''))
    rest = shorter.trim();
  rest = rest.replace(BEHIND, '').trim();
  return (WITH_PLACE.exec(rest)?.[1] ?? rest).replaceAll('’', "'");
}
