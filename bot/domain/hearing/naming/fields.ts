import { type Clause, saidBy } from '#domain/hearing/text/clauses.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';

const pattern = (...words: string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b`);

/** How people say which of the three lists they speak of. The first that fits counts. */
const SAID: readonly [TopicList, RegExp][] = [
  [
    'offers',
    pattern(
      'i (?:can|could|might|would be able to|am able to|am happy to|would love to|would like to|am glad to|would be happy to|am willing to) (?:\\w+ )?(?:help|teach|show|explain|offer|share|give|coach|support|train|advise|mentor|contribute|pass on|introduce|demonstrate|walk)',
      'i (?:offer|teach|help (?:with|people|others)|coach|train (?:people|others)|give (?:workshops|courses))',
      '(?:what )?i can (?:do|offer|give) is|(?:help|teach|show) (?:you|him|her|them|somebody|someone|others|people|an? \\w+|the \\w+) (?:with|how|about|to)?',
      'i (?:know|master) (?:a lot about|all about|everything about|\\w+ (?:well|inside out|by heart))|(?:am|was) (?:pretty |quite |very |really )?(?:good|strong|great|experienced|fluent) (?:at|in|with)|my (?:strengths?|expertise|skills?|speciality|superpower) (?:is|are)|years (?:of experience|in|of)|ask me about|meant to help with|for helping|to help with',
      'ich kann (?:\\w+ ){0,4}(?:helfen|zeigen|erklaren|beibringen)|helfen kann ich|je peux (?:\\w+ )?(?:aider|montrer|expliquer)|puedo (?:\\w+ )?(?:ayudar|ensenar|explicar)',
    ),
  ],
  [
    'interests',
    pattern(
      'in my (?:free|spare) time|(?:outside|after|away from) (?:of )?work|my hobb(?:y|ies)|for fun|on (?:the )?weekends?|at weekends|in the evenings?|talk about (?:when|outside|off work)|when (?:it is not|i am not at) work|in meiner freizeit|pendant mon temps libre|en mi tiempo libre',
    ),
  ],
  [
    'wants',
    pattern(
      'i (?:want|would (?:love|like)|wish|need|hope|am keen|am curious|am dying|am eager|have always wanted|always wanted) (?:\\w+ )?(?:to )?(?:\\w+ )?(?:understand|learn|know|hear|see|improve|get (?:better|into|to know)|find out|be better|become better|try|explore|discover|figure out|catch up)',
      '(?:curious|interested to (?:learn|know)|keen to (?:learn|know|understand)|eager to learn|want to (?:learn|understand|know|get better|improve|hear|see)|like to (?:learn|understand|know|hear|improve|get better)|love to (?:learn|understand|know|hear)|learn (?:about|how|more|to)|understand (?:how|why|what|better)|get better at|know more about|teach me|explain to me|show me|help me (?:with|to|understand))',
      'ich (?:mochte|wurde gern\\w*|will) (?:\\w+ ){0,5}(?:lernen|verstehen|wissen)|je (?:veux|voudrais|aimerais) (?:\\w+ )?(?:apprendre|comprendre|savoir)|(?:quiero|quisiera|me gustaria) (?:aprender|entender|saber)',
    ),
  ],
];

/**
 * The list each clause speaks of, as far as somebody said so: "I can help with Excel, but want to learn Python".
 * It lasts to the end of the sentence; undefined where nothing was said.
 */
export function fieldsOf(clauses: readonly Clause[]): (TopicList | undefined)[] {
  let open: { sentence: number; list: TopicList | undefined } = { sentence: -1, list: undefined };
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
