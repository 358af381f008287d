import type { TopicId } from '#domain/basics/ids.ts';
import { type Clause, saidBy } from '#domain/hearing/text/clauses.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import { isHobby } from '#domain/hearing/topics/topics.ts';

const pattern = (...words: string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b`);

/** The list that somebody speaks of. `liking`: they say what they like, which is a list only for what is liked outside work. */
export type Field = TopicList | 'liking';

/** How people say which of the three lists they speak of. The first that fits counts. */
const SAID: readonly [Field, RegExp][] = [
  [
    'offers',
    pattern(
      'i (?:can|could|might|would be able to|am able to|am happy to|would love to|would like to|am glad to|would be happy to|am willing to) (?:\\w+ )?(?:help|teach|show|explain|offer|share|give|coach|support|train|advise|mentor|contribute|pass on|introduce|demonstrate|walk)',
      'i (?:offer|teach|help (?:with|people|others)|coach|train (?:people|others)|give (?:workshops|courses))',
      '(?:what )?i can (?:do|offer|give) is|(?:help|teach|show) (?:you|him|her|them|somebody|someone|others|people|an? \\w+|the \\w+) (?:with|how|about|to)?',
      'i (?:know|master) (?:a lot about|all about|everything about|\\w+ (?:well|inside out|by heart))|(?:am|was) (?:pretty |quite |very |really )?(?:good|strong|great|experienced|fluent) (?:at|in|with)|my (?:strengths?|expertise|skills?|speciality|superpower) (?:is|are)|years (?:of experience|in|of)|ask me about|meant to help with|for helping|to help with',
      'ich kann (?:\\w+ ){0,4}(?:helfen|zeigen|erklaren|beibringen)|helfen kann ich|ich (?:helfe|zeige|erklare|unterrichte|berate)\\b|j ?aide|je peux (?:\\w+ )?(?:aider|montrer|expliquer)|puedo (?:\\w+ )?(?:ayudar|ensenar|explicar)|ayudo (?:con|a)',
    ),
  ],
  [
    'interests',
    pattern(
      'in my (?:free|spare) time|(?:outside|after|away from) (?:of )?work|my hobb(?:y|ies)|for fun|on (?:the )?weekends?|at weekends|in the evenings?|talk about (?:when|outside|off work)|when (?:it is not|i am not at) work|in meiner freizeit|(?:am|an) (?:feierabend|wochenenden?)|nach der arbeit|pendant mon temps libre|pendant mes loisirs|le week ?end|en mi tiempo libre|los fines de semana',
    ),
  ],
  [
    'wants',
    pattern(
      'i (?:want|would (?:love|like)|wish|need|hope|am keen|am curious|am dying|am eager|have always wanted|always wanted) (?:\\w+ )?(?:to )?(?:\\w+ )?(?:understand|learn|know|hear|see|improve|get (?:better|into|to know)|find out|be better|become better|try|explore|discover|figure out|catch up)',
      '(?:curious|interested to (?:learn|know)|keen to (?:learn|know|understand)|eager to learn|want to (?:learn|understand|know|get better|improve|hear|see)|like to (?:learn|understand|know|hear|improve|get better)|love to (?:learn|understand|know|hear)|learn (?:about|how|more|to)|understand (?:how|why|what|better)|get better at|know more about|teach me|explain to me|show me|help me (?:with|to|understand))',
      'ich (?:mochte|wurde gern\\w*|will) (?:\\w+ ){0,5}(?:lernen|verstehen|wissen|erfahren)|(?:je veux|je voudrais|aimerais) (?:\\w+ )?(?:apprendre|comprendre|savoir)|(?:quiero|quisiera|me gustaria) (?:\\w+ )?(?:aprender|entender|saber|conocer)',
    ),
  ],
  [
    'liking',
    pattern(
      'i (?:(?:really|also|do|just|simply|absolutely|still|mostly|often|very much) )*(?:like|love|enjoy|adore|play)|am (?:really |very |totally )?into|fan of|my (?:passion|hobby|thing) is|passionate about',
      'ich (?!wurde|mochte|will|hatte|kann|konnte)\\w+ (?:\\w+ ){0,2}(?:gern|gerne|am liebsten|leidenschaftlich)|(?:mag|liebe) ich|ich (?:mag|liebe|spiele|gehe|fahre|treibe)|am liebsten|mein hobby|fan von',
      'aime|adore|je (?:joue|fais|pratique|vais)|ma passion|mon passe ?temps|fan de|passionnee? (?:de|par)',
      'me (?:gustan?|encantan?|apasionan?)|(?:disfruto|juego|practico|hago)|mi (?:pasion|aficion|hobby)|aficionad[oa] a',
    ),
  ],
];

/** Where a topic said in a field goes; undefined where its question tells. */
export const listIn = (field: Field | undefined, topic: TopicId): TopicList | undefined => {
  if (field !== 'liking') return field;
  return isHobby(topic) ? 'interests' : undefined;
};

/**
 * The list each clause speaks of, as far as somebody said so: "I can help with Excel, but want to learn Python".
 * It lasts to the end of the sentence; undefined where nothing was said.
 */
export function fieldsOf(clauses: readonly Clause[]): (Field | undefined)[] {
  let open: { sentence: number; list: Field | undefined } = { sentence: -1, list: undefined };
  return clauses.map(({ words, sentence }) => {
    const said = saidBy(words);
    const list = SAID.find(([, says]) => says.test(said))?.[0];
    const carried = open.sentence === sentence ? open.list : undefined;
    open = { sentence, list: list ?? carried };
    return open.list;
  });
}

const STRONG =
  /\b(?:very well|experts?|fluent|every day|daily|inside out|really good|very good|excellent|a lot about|pro|professional|professionally|deeply|master|by heart|in my sleep)\b/;
const SLIGHT = /\b(?:a little|a bit|basics?|beginner|somewhat|bits? of|starter|simple|some)\b/;

/** How well somebody says they can do what a clause speaks of: 1 a little, 3 very well, 0 not said. */
export function strengthIn(said: string): 0 | 1 | 3 {
  if (SLIGHT.test(said)) return 1;
  return STRONG.test(said) ? 3 : 0;
}
