import { commandText } from '#domain/hearing/acts/commands.ts';
import hears from '#domain/hearing/acts/controls.json' with { type: 'json' };
import { OTHERS } from '#domain/hearing/acts/otherLanguages.ts';
import { STEERS } from '#domain/hearing/acts/steering.ts';

/** What one can say at every step of a conversation, in words or by button. */
export type Control =
  | 'skip'
  | 'back'
  | 'restart'
  | 'help'
  | 'stop'
  | 'why'
  | 'yes'
  | 'no'
  | 'goOn'
  | 'privacy'
  | 'profile';

const HEARS: Record<Control, string[]> = hears;

const byText = new Map<string, Control[]>();
const hear = (control: Control, text: string) =>
  void byText.set(text, [...new Set([...(byText.get(text) ?? []), control])]);
for (const [control, texts] of Object.entries(HEARS) as [Control, string[]][])
  for (const text of texts) hear(control, text);
for (const { controls } of Object.values(OTHERS))
  for (const [control, texts] of Object.entries(controls) as [Control, string[]][])
    for (const text of texts) hear(control, commandText(text));

const THUMBS = new Map<string, Control>(
  Object.entries({ '👍': 'yes', '✅': 'yes', '👌': 'yes', '👎': 'no' }),
);

/** Sentences that come in too many forms for a list. Read on what `commandText` leaves. */
const SAID: [Control, RegExp][] = [
  [
    'why',
    /^(?:(?:and|but) )?(?:why (?:do|would|are|did|should) (?:you|i) (?:even )?(?:ask(?:ing)?|need|want(?:ing)?|care|tell you)(?: to (?:know|ask|hear))?(?: me)?(?: all)?(?: of| about)?(?: this| that| it| these| such)?(?: things?| questions?| stuff)?|why (?:is|does) (?:this|that|it) (?:so )?(?:important|relevant|needed|necessary|matter)|what is the (?:point|reason|purpose)(?: of (?:this|that|it|asking))?(?: question)?|what do you (?:need|want) (?:this|that|it) for)$/,
  ],
  [
    'help',
    /^what (?:am i supposed to|should i|do i|can i|could i|shall i|do you want me to|do (?:others|other people|people|most people)(?: usually)?) (?:say|write|type|answer|put|do)(?: (?:here|now|then))?$|^(?:what (?:are|were) (?:my|the) (?:options|choices|possibilities)|(?:any|some) (?:examples?|ideas|suggestions|hints?))$/,
  ],
  [
    'skip',
    /^(?:i )?(?:(?:would|d|id|i would) )?(?:rather|prefer) not(?: to)?(?: (?:say|answer|tell|share)(?: (?:that|this|it))?)?$|^(?:i )?(?:do not|dont) (?:want|wish|need) to (?:say|answer|tell|share)(?: (?:that|this|it))?$|^(?:that|this|it)(?: is|s) (?:a bit |a little |too |very |quite |rather )?(?:private|personal|secret|sensitive|my (?:own )?business)$/,
  ],
  [
    'stop',
    /^(?:i )?(?:really )?(?:have |have got |ive got |ive |got )?no time(?: (?:for (?:this|that|it)|right now|now|today|at the moment))*$|^(?:i )?(?:have|need|got) to (?:go|run|leave|stop)(?: (?:now|sorry))?$/,
  ],
  [
    'no',
    /^(?:no ?one|nobody|nothing|none|not anyone|not anybody)(?: (?:really|then|else|specific|special|in particular|at all|i know|i can think of|i could think of|comes to mind|springs to mind|so far|for now|yet|that i know of|right now|at the moment|at present|currently|today))*$|^(?:(?:honestly|really|i think|no) )?(?:every(?:one|body)|any(?:one|body)|they) (?:is|are|would be|seems?)(?: all)? (?:fine|ok|okay|nice|welcome|good|great|lovely)(?: (?:by|with|for) me)?$|^(?:i )?(?:get (?:on|along) (?:well )?with|like) every(?:one|body)$/,
  ],
  [
    'privacy',
    /^(?:(?:and|but) )?(?:how (?:do|can|would) i know (?:that )?)?(?:who(?: else)?|no ?body|no one|does (?:anyone|anybody|my \w+|hr)|(?:can|will|could|would) (?:anyone|anybody|my \w+|hr|others|other people|somebody|someone|people))(?: else)? (?:can |will |could |gets to )?(?:sees?|reads?|looks? at|access(?:es)?|knows?|finds? out)(?: about)? (?:this|that|it|these|my answers?|what i (?:say|write|wrote|said|tell you))$|^where (?:does|do|is|are|will) (?:this|that|it|my|all (?:this|that))(?: \w+)? (?:go|stored|kept|saved|end up)$|^what (?:happens|will you do|do you do) (?:to|with) (?:this|that|it|my \w+|all (?:this|that))(?: \w+)?$|^(?:is|are) (?:this|that|it|my answers?) (?:really |actually |all )?(?:safe|private|confidential|anonymous|secret|public|recorded|stored)$/,
  ],
  [
    'yes',
    /^(?:(?:i am|im|that is|thats|it is|its|all) )?(?:ok|okay|fine|happy|good|right|great|perfect|correct|enough)(?: (?:with|for|by) (?:me|that|this|it|everything))?(?: (?:like this|like that|as it is|now))?$/,
  ],
];

/** Said around a control without changing it. */
const AROUND = new Set(
  'wait hmm hm oh ah um well actually then just so and now really sorry thanks please'.split(' '),
);
const LONGEST_CONTROL = 6;

/** `nope nobody`, `yep all good`, `wait go back`: every part says the same. */
function coveredBy(control: Control, words: string[]): boolean {
  if (words.length === 0) return true;
  if (AROUND.has(words[0] ?? '') && coveredBy(control, words.slice(1))) return true;
  for (let length = Math.min(LONGEST_CONTROL, words.length); length > 0; length--)
    if (byText.get(words.slice(0, length).join(' '))?.includes(control))
      if (coveredBy(control, words.slice(length))) return true;
  return false;
}

/** Without its polite beginning this would ask for help. */
const WISHES_TO_HELP = /^\W*i(?: want|(?: would|[’']?d) (?:like|love)) to help\W*$/i;

const CONTROLS = Object.keys(HEARS) as Control[];

/** Everything a short message may mean; empty when it is an answer. */
export function controlsIn(text: string): Control[] {
  const thumb = THUMBS.get(text.replace(/[\s\p{Emoji_Modifier}]|\ufe0f/gu, ''));
  if (thumb) return [thumb];
  if (text.length > 80 || WISHES_TO_HELP.test(text)) return [];
  const typed = commandText(text.replace(/['’]/g, ''));
  const known = byText.get(commandText(text)) ?? byText.get(typed);
  if (known) return known;
  const said = SAID.filter(([, pattern]) => pattern.test(typed)).map(([control]) => control);
  if (said.length > 0) return said;
  const steers = STEERS.find(([, pattern]) => pattern.test(typed))?.[0];
  if (steers) return [steers];
  const words = typed.split(' ');
  if (words.length > 8 || words.every((word) => AROUND.has(word))) return [];
  return CONTROLS.filter((control) => coveredBy(control, words));
}
