import { plain } from '#domain/hearing/text/plainText.ts';

const PEOPLE =
  '(?:people|peeps|peple|poeple|ppl|folks?|persons?|ones|lot|crowd|guys?|girls?|women|woman|men|man|lads?|lad(?:y|ies)|employees?|colleagues?|coworkers?|workers?|staff|workforce|professionals|talents?|leaders?|managers?|bosses|executives?|customers?|consumers?|clients?|users?|audiences?|buyers?|adults?|minds|bloods?|developers?|engineers?|designers?|students?|voters?|learners?|hires?|recruits?|team ?members?)';
const GENERATION = 'gen[ea]?ra?ti?ons?';
const ALIVE = '(?:people|employees|workers|colleagues|customers|consumers|users|leaders|managers|talents?)';
const TENS = '(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)';

/** Ways of describing people by age or generation. Read on plain text: lower-case, no accents, one space. */
const SAID = [
  // names of generations
  'mil+en+i[ae]n?l+s?',
  '(?:baby ?)?boomers?',
  'bommers',
  'zoomerz?s?',
  'xennials?',
  `gen(?:s|\\b|eration)?[ -]?(?:x|y|z|zed|zee|alpha|alfa)(?:['-]?e?rs?|s)?`,
  `${GENERATION} (?:x|y|z|zed|alpha|snowflake)`,
  'gen-?z(?:ers?)?',
  'digital (?:natives?|immigrants?)',
  'snowflakes',
  // young and old people
  `(?:young|younger|youngest|yung|yonger|elder|elderly|oldest|older|oldre) (?:\\w+ )?${PEOPLE}`,
  '(?:the |our |todays |those |these )(?:young|younger|youngest|elderly|old|older|oldies|youth|youths|youngsters?)(?! (?:\\w+ )?(?:compan|brand|system|software|laptop|computer|building|office|process|tool|contract|version|way|days|school|town|city|world|car|house|product|site|web|app|plan|model|machine|data|file|document|name|question|answer|phone|one|train|market|business|club|team|football|hostel|art|science|industr))',
  `old (?:people|ppl|folks?|guys?|men|man|lad(?:y|ies)|women|woman|fogey?s?|fogies|fart|farts|hands|guard|dinosaurs?|${GENERATION}|gits?|codgers?)`,
  'old(?:er)? (?:employees|workers|workforce|managers|leaders|executives)',
  'oldies|geezers?|greybeards?|old[ -]timers?|pensioners?|retirees?|senior citizens?|oaps|elderly|whipper ?snappers?|young ?uns?|youngsters?|youngters|youths?(?! (?:hostel|club|team|football|work))',
  'teen(?:s|agers?)|adolescents?|twens',
  `(?:${TENS}(?:y|ie)?|\\d0)[ -]?(?:ish|some?things?)`,
  // generations of people
  `(?:my|your|our|his|her|their|younger|older|elder|old|young|yonger|new|newer|other|another|different|both|all|every|each|todays?|that|whole|various|past|previous|coming|up and coming|next|between|across|two|three|four|five|several|many|multiple|the) ${GENERATION}(?! (?:of (?!${ALIVE})|cost|network|system|process|tool|plant|capacity|engine|device|hardware|software|phone|chip|platform|technolog|product|x\\b|pipeline))`,
  `${GENERATION} of ${ALIVE}`,
  `generations? gaps?|inter ?generational|multi ?generational|cross ?generational|generational (?!wealth)|${GENERATION}al? gaps?`,
  // kids, unless they are somebody's own
  '(?<!\\b(?:my|our|your|own|have|had|got|has|two|three|four|five|2|3|4|5|with|raising|for|his|her|their|small|little|the two|of|and|no|school|having) )kids(?! (?:at home|to school|room|and i|and family|s school|are (?:asleep|ill|sick|at school)))',
  '(?:young|these|those|the|todays|cool) kids(?: (?:these days|today|nowadays))',
  // ages
  '(?:people|colleagues|employees|customers|anyone|everyone|those|folks|ppl) (?:my|your|his|her|their|that|of a certain|over|under|above|below|around|in their|of my|of your|of that) (?:age|\\d\\d|twent\\w+|thirt\\w+|fort\\w+|fift\\w+|sixt\\w+|20s|30s|40s|50s|60s)',
  '(?:at|of|for) (?:my|your|his|her|their|that) age|my age|your age|age (?:groups?|gaps?|differences?|brackets?|cohorts?|range)|(?:ageing|aging) (?:workforce|colleagues|people|staff|employees)|middle ?-?aged?|old age(?! pension)',
  '(?:over|under) ?-?[2-7][05]s\\b|\\d\\d ?-? ?years? ?-? ?olds\\b|\\d\\d ?-?year ?-?olds?(?! (?:laptop|computer|system|software|contract|compan|building|process|tool|machine|firm|brand|house|whisk|car|file|data|code|product|app))',
  '(?:i am|im|she is|he is|shes|hes|they are|who is|aged|turning|just turned) (?:[1-9]\\d|almost \\d\\d)(?= ?(?:years? old\\b|yo\\b|now\\b|and (?:too|still|do|have|never)\\b|[,.!?;]|$))',
  '(?:in (?:my|his|her|their|your) (?:late |early |mid |mid-)?(?:20s|30s|40s|50s|60s|twenties|thirties|forties|fifties|sixties))',
  'born (?:in|before|after|around) (?:the )?(?:(?:19|20)\\d\\d|[5-9]0s|\\w+ies)',
  '(?:too|so|very|as) (?:old|young) (?:for|to|as)\\b|(?:i am|im|we are|you are|they are|she is|he is) (?:too |so |very |just |getting )*(?:old|young|older|younger)(?! (?:at|in) (?:the )?(?:compan|job|role|team))',
  // elsewhere
  'junge (?:leute|menschen|kolleg\\w+|mitarbeit\\w+)|die (?:jungen|alten|jugend)\\b|jugendliche\\w*|(?:altere|jungere)n? (?:kolleg\\w+|mitarbeit\\w+|generation\\w*|leute|menschen)|babyboomer',
  'les (?:jeunes|vieux|seniors)|jeunes (?:generations?|gens|collegues|employes)|los (?:jovenes|viejos|mayores)|gente (?:joven|mayor)|la juventud',
];

const AGE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SAID.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** Sentences in which such a word is innocent, taken out before looking. */
const INNOCENT =
  /\b(?:(?:kid|kids) (?:gloves|you not)|no kidding|first[ -]generation|(?:lead|power|code|report|idea|text|image|revenue|document|energy|demand|key|content|electricity|heat|video) generation\w*|generative|generate\w*|generator\w*|(?:in )?this day and age|age of (?!people|my|your)|(?:digital|stone|ice|golden|information|industrial|space|bronze|iron|new|middle) ages?\b|sonic boomer|old (?:school|town|fashioned|english|habits?|boss|team|job|company|friends?)|young (?:children|kids|family|families|at heart)|young compan\w+|older (?:version|system|laptop|model|contract|software|brother|sister|sibling|children|son|daughter)s?|younger (?:brother|sister|sibling|children|son|daughter|self)s?|my (?:older|younger|elder|teenage) \w+|youth (?:team|football|hostel|club|work|sport)s?|the next generation of (?!people|employees|leaders|colleagues|workers)|next[ -]gen|next[ -]generation (?:network|console|product|platform|system|software|phone|chip|reactor)s?)\b/g;

export interface AgeReading {
  /** Somebody is described by age or generation. */
  isThere: boolean;
  /** The text without those words: what it says about anything else is still heard. */
  rest: string;
}

/**
 * Finds words that describe people by age or generation, misspelt too, and leaves alone the many innocent uses
 * ("boomerang", "generation of reports", "the age of the contract", "an old laptop", "my kids").
 */
export function readAge(text: string): AgeReading {
  const flat = plain(text)
    .replaceAll("'", '')
    .replace(/[ \t]+/g, ' ');
  const shown = flat.replace(INNOCENT, (hit) => '\u0001'.repeat(hit.length));
  let isThere = false;
  let rest = '';
  let from = 0;
  for (const hit of shown.matchAll(AGE)) {
    isThere = true;
    rest += `${flat.slice(from, hit.index)} ; `;
    from = hit.index + hit[0].length;
  }
  return isThere ? { isThere, rest: rest + flat.slice(from) } : { isThere, rest: text };
}

export const describesByAge = (text: string): boolean => readAge(text).isThere;
