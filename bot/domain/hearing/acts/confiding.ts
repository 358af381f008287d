/** How people ask whether they may tell something that nobody else shall know, on plain text. */
export const CONFIDES: readonly string[] = [
  '(?:tell|say|ask|share|mention|discuss|write|talk about) (?:\\w+ ){0,6}(?:in (?:strict |full |complete |all |the strictest )?confidence|confidentially|privately|in private|off the record|that stays (?:here|between us|with you))',
  'confide (?:in (?:you|u|this bot)|something)|(?:tell|share) (?:you |u )?(?:a|my) (?:little |small |big )?secret|(?:can|could|may) i (?:really |actually )?(?:trust|be (?:honest|open|frank|candid) with|speak (?:openly|freely)|talk (?:openly|freely))(?: (?:you|u|to you|with you|here|this))?(?=$|,)',
  '(?:is|are|was) (?:this|it|we) (?:\\w+ )?off the record|^(?:off the record|in confidence|confidentially)(?=$|,)',
  '(?:dir|ihnen|euch) (?:\\w+ ){0,3}(?:vertraulich|im vertrauen|anvertrauen)|(?:te|vous) (?:\\w+ ){0,3}(?:dire|parler) (?:\\w+ ){0,3}en confiance|(?:decirte|contarte|decirle|contarle) (?:\\w+ ){0,3}en confianza|ここだけの話',
];

const THINKS =
  '(?:(?:do|did|am) not|not|never) (?:\\w+ )?(?:think|sure|know|believe|feel|see)(?: (?:like|that|if|whether))?';
const OF_USE = '(?:anything|much|something|enough|a lot|any skills?|any talents?|any expertise)';
const GIVES = '(?:offer|give|teach|share|contribute|show|bring|add|say|pass on)';

/** How people say that they think little of what they could give, on plain text. Always about themselves. */
export const SHY: readonly string[] = [
  `${THINKS} i (?:\\w+ ){0,2}(?:have|got|know|can|could|would have|am (?:\\w+ )?good at|am any good at) (?:\\w+ ){0,3}${OF_USE}(?! (?:about|of) (?:this|that|the|it)\\b)`,
  `${THINKS} i (?:\\w+ )?(?:am|would be) (?:\\w+ )?(?:good|clever|smart|interesting|experienced|qualified|useful|the right (?:person|one)|of (?:any |much )?use|any (?:good|use|help))(?: enough)?(?=$|,| to| for| at (?:anything|all|this))`,
  `i (?:really |honestly |just )?(?:have|have got|got|know|bring) (?:absolutely |really |just )?(?:nothing|not much|little|not a lot) (?:\\w+ ){0,2}(?:to ${GIVES}|worth|of (?:interest|use|value)|(?:any(?:one|body)|some(?:one|body)|people|they|others) (?:would|could|want))`,
  `(?:do|did) not (?:\\w+ )?have (?:\\w+ )?(?:${OF_USE}|a thing) (?:\\w+ ){0,2}(?:to ${GIVES}|worth)`,
  'i (?:am|feel) (?:\\w+ )?(?:not (?:\\w+ )?(?:good|great) (?:at|in) (?:anything|much)|no good at anything|good (?:at|for) nothing|nothing special|not (?:that |very |so |really )?(?:interesting|special|clever enough|smart enough|good enough|experienced enough)|boring|useless)(?=$|,| to| for| at)',
  '(?:why|how) (?:would|should|could) (?:any(?:one|body)|some(?:one|body)|people|an? \\w+) (?:\\w+ )?(?:want to |ever )?(?:learn|listen|hear|talk|care)(?: \\w+){0,4} (?:me|i (?:say|know|think))(?=$|,)',
];
