/** What somebody means with what they name: learn it, help with it, do it, talk about it, or none of that. */
export type Intention = 'want' | 'ask' | 'offer' | 'does' | 'interest' | 'like' | 'lack' | 'deny';

/** Longer readings win over shorter ones inside them. Read on words without accents and contractions. */
const SAID: [Intention, RegExp][] = [
  [
    'deny',
    /\b(?:(?:do|does|did|will|would|can|could|am|is|are|be)? ?not (?:really |actually |at all )?(?:want|need|care|like|enjoy|love|wish|feel|interested|into|keen|meant?|talking)(?: to (?:learn|know|do|talk about|hear about|understand|see|help with))?(?: about| for| on| in)?|no longer (?:want|need|interested|do|into)?|no more|not|never|no|without|except(?: for)?|excluding|apart from|other than|instead of|rather than|anything but|everything but|all but|remove|delete|forget(?: about)?|drop|scratch|scrap(?: that)?|cross out|take (?:out|away|off)|get rid of|hate|dislike|sick of|tired of|bored (?:of|by|with)|neither|nicht|kein\w*|ohne|pas de|sans|sin)\b/g,
  ],
  [
    'lack',
    /\b(?:not (?:so |very |that |really |too |particularly )?(?:good|great|strong|confident|comfortable|fluent|familiar|experienced|clear)(?: at| with| in| on)?|(?:no|not any|zero) (?:real )?(?:idea|clue|experience|knowledge|understanding)(?: (?:of|about|in|with|how))?|(?:do|does|did) not (?:really |even |fully )?(?:know|understand|get|grasp|follow)(?: (?:a lot|anything|much|a thing|enough))?(?: about)?|know (?:nothing|little|not much|next to nothing|too little|so little)(?: about)?|not (?:know|understand)|can not|could not|never (?:really )?(?:understood|used|tried|learned|learnt|worked|got|touched|seen)|(?:bad|terrible|useless|hopeless|awful|rubbish|poor) (?:at|with)|clueless|struggl\w+|weak (?:in|at)|myster\w+|confus\w+|baffl\w+|intimidat\w+|lost (?:with|in|when)|behind on|scared of|afraid of|terrified of|dread\w*|panic\w*|freeze|(?:go|turn) red|(?:get|am|feel) (?:so |very |always |really )?(?:nervous|anxious|lost))\b/g,
  ],
  [
    'want',
    /\b(?:would (?:really |so |also |quite |dearly )?(?:love|like|enjoy|be (?:happy|glad|keen|curious|interested|great))(?: to (?:\w+ )?(?:know|learn|understand|see|get|hear|find|find out|discover|explore|improve|grasp|figure out)(?: more| better| how| about| what| why)*)?|(?:want|wants|wanted|need|needs|hope|hoping|trying|try|keen|eager|excited|looking|wish|dying|like|love|time) to (?:\w+ )?(?:know|learn|understand|see|get|hear|try|find|discover|explore|improve|grasp|become|figure|pick|catch|be able|read|start|dig|dive|master|feel|develop|build|grow|use|do|make)|want|wants|need|needs|learn\w*|understand\w*|know more|hear more|more about|find out|get into|get better|get to know|become better|be better|curious|wonder\w*|interest(?:ed|s|ing) (?:in|me|to me)|improve|teach me|show me|explain to me|help me|tell me|walk me|explore|discover|grasp|catch up|figure out|wish i|how (?:do|does|did|can|should)|fascinat\w+|keen (?:to|on)|get my head (?:around|round)|wrap my head|up to speed|brush up|insight into|insights into|questions about|advice (?:on|about)|tips (?:on|about|for)|support (?:with|in|on)|(?:need|want|get|getting|use|find|looking for|some|any|like) (?:\w+ ){0,2}help(?: with| on| in)?|(?:someone|somebody|anyone|anybody|person) (?:to|who|that) (?:can |could |would |will )?(?:help|show|teach|explain|guide|tell|talk)(?: me| us)?(?: with| about| through)?|(?:can|could|would) (?:you|someone|somebody|anyone|anybody|they) (?:please )?(?:help|show|teach|explain|tell)(?: me| us)?(?: with| about)?|ich (?:mochte|will|wurde gern\w*)|lernen|verstehen|interessiert|je (?:veux|voudrais|souhaite|souhaiterais)|apprendre|comprendre|(?:me gustaria|quiero|quisiera)|aprender|entender)\b/g,
  ],
  ['ask', /\b(?:how (?:to|the|you|they|we|people)|what (?:is|are|do|does|makes)|why)\b/g],
  [
    'offer',
    /\b(?:(?:i )?(?:can|could|will|would|to|happy to|glad to|love to|like to|willing to|able to|let me) (?:\w+ )?(?:show|help|teach|explain|share|support|offer|give|walk|guide|coach|assist|demonstrate|pass on|introduce)(?: (?:you|someone|somebody|people|others|colleagues|anyone|them|a colleague|folks|an executive|executives|leaders|my partner|my mentor))?(?: with| how| about| through| on| in| to)?|i (?:can|could|may|might)(?: (?:certainly|definitely|easily|also|maybe|probably|really|gladly|perhaps))?|(?:pretty |quite |really |very |rather |fairly )?(?:good|great|strong|solid|decent|fluent|comfortable|confident|skilled|handy|brilliant|fit) (?:at|with|in|on)|know (?:a lot|a bit|a little|quite a bit|quite|lots|something|everything|plenty|loads|my way|how|all|enough|well)(?: about| around)?|i (?:already |also |really )?know|i have (?:done|worked|built|run|used|led|managed|organised|organized|taught|spent)|expert\w*|pro at|experienced|experience (?:in|with|of)|background in|degree in|my strengths?|strengths? (?:is|are|in)|ask me|comes? to me|people ask me|offer\w*|specialis\w+|specializ\w+|knack for|talent for|master of|ich kann|zeigen|helfen|beibringen|je peux|je sais|montrer|aider|puedo|ensenar|ayudar|ich kenne mich)\b/g,
  ],
  [
    'does',
    /\b(?:i (?:do|did|run|ran|build|built|use|work (?:with|in|on)|worked (?:in|on|with|at)|manage|managed|led|lead|teach|taught|studied|study|grew up with|post|code|write|make|go)|my (?:job|work|background|studies) (?:is|are|was|were)(?: in)?)\b/g,
  ],
  [
    'interest',
    /\b(?:(?:my |our )?(?:free|spare|leisure) time|time off|weekends?|hobb(?:y|ies)|outside (?:of )?(?:work|the office)|after (?:work|hours)|away from (?:work|the desk)|off work|for fun|i (?:also )?play|talk(?:ing)? about|chat(?:ting)? about|small talk|my passions?|relax\w*|unwind\w*|not working|evenings?|in my freizeit|freizeit|loisirs|tiempo libre)\b/g,
  ],
  [
    'like',
    /\b(?:i (?:really |also |just |simply |absolutely )?(?:love|like|enjoy|adore)|enjoy|(?:big |huge |massive |great )?fans? of|passionate about|crazy about|mad about|nuts about|obsessed with|i am (?:really |very |quite )?into|addicted to|ich mag|ich liebe|j aime|jaime|me gusta|me encanta)\b/g,
  ],
];

/** Said after the topic, these take it back. */
const DENIED_AFTER =
  /\b(?:(?:is|are|was|were|am)? ?not (?:for me|my thing|my cup|needed|relevant|right|what i (?:meant|said)|interesting|so much)|no thanks|was wrong|is wrong|bores? me|(?:is|are) (?:boring|dull))\b/g;

/** Looks like a denial and is none. */
const NO_DENIAL =
  /\b(?:not (?:only|just|sure|yet|to mention|least|bad|necessarily|simply|merely|quite sure)|why not|how (?:to )?not(?: to)?|no (?:problem|worries|matter|doubt|idea|rush|stranger)|nothing but|not a problem|not very much|never mind|do not mind|can not wait|not enough|not much)\b/g;

export interface Marker {
  means: Intention;
  from: number;
  to: number;
}

const overlaps = (a: Marker, b: { from: number; to: number }): boolean => a.from < b.to && b.from < a.to;

function everyHit(text: string, pattern: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(pattern)].map((hit) => ({ from: hit.index, to: hit.index + hit[0].length }));
}

/** Marks of intention in a run of plain words, in order; where two overlap the longer one counts. */
export function marksIn(words: string): Marker[] {
  const harmless = everyHit(words, NO_DENIAL);
  const all = SAID.flatMap(([means, pattern]) => everyHit(words, pattern).map((hit) => ({ means, ...hit })));
  const after: Marker[] = everyHit(words, DENIED_AFTER).map((hit) => ({ means: 'deny', ...hit }));
  const candidates = [...all, ...after]
    .filter((mark) => mark.means !== 'deny' || !harmless.some((hit) => overlaps(mark, hit)))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Marker[] = [];
  for (const mark of candidates) if (!kept.some((other) => overlaps(other, mark))) kept.push(mark);
  return kept.sort((a, b) => a.from - b.from);
}

/** A plain `not` or `no` takes back what follows it, never what stands before it. */
export const takesBackBefore = (words: string, mark: Marker): boolean =>
  mark.means === 'deny' && new RegExp(DENIED_AFTER.source).test(words.slice(mark.from, mark.to));
