import { SAID } from '#domain/hearing/acts/actPatterns.ts';
import { ACTS, type Act } from '#domain/hearing/acts/acts.ts';
import { commandText } from '#domain/hearing/acts/commands.ts';
import { controlsIn } from '#domain/hearing/acts/controls.ts';
import type { Sentence } from '#domain/hearing/text/sentences.ts';

/** Care comes first: nothing else in such a message is heard, and its topics are asked for later. */
const HEAVY: ReadonlySet<Act> = new Set(['distress', 'concern', 'avoid', 'trick']);

/** Acts that leave what their sentence says as it is. */
const BESIDE: ReadonlySet<Act> = new Set(['correct', 'change', 'met', 'bot']);

/** In such a sentence nobody means a topic, not even one to be asked about. */
const MUTE: ReadonlySet<Act> = new Set([
  ...HEAVY,
  ...([
    'stop',
    'leave',
    'endPair',
    'delete',
    'confide',
    'whatKnown',
    'whoSees',
    'whoAsked',
    'whoChampion',
    'whoElse',
  ] as const),
  ...([
    'findMentor',
    'whenMeet',
    'whoPartner',
    'human',
    'howLong',
    'voluntary',
    'whatIsThis',
    'language',
  ] as const),
  ...(['pause', 'changedMind', 'bot', 'skip', 'greeting', 'thanks', 'laugh', 'aside'] as const),
]);

export interface ActsHeard {
  acts: Act[];
  /** Care first: no topic of this message is heard. */
  isHeavy: boolean;
  /** Sentences in which nothing is noted. */
  silent: Set<number>;
  /** Sentences in which nothing is asked about either. */
  mute: Set<number>;
}

const LAUGHS = /^\s*[😂🤣😆😹\s]+$/u;
/** "Haha ok, Excel": behind a laugh the answer may follow. */
const LAUGHS_FIRST = /^\W*(?:(?:ha|he|hi){2,}h?|haha\w*|hihi\w*|lol+|lmao|rofl|xd+|mdr)\s*[,.!:–-]*\s+\S/iu;
const isSilencing = (act: Act, isPutRight: boolean): boolean =>
  !BESIDE.has(act) && !(isPutRight && act === 'aside');
const found = (where: 'in' | 'whole', said: string): Act[] =>
  SAID.filter(({ looked, pattern }) => looked === where && pattern.test(said)).map(({ act }) => act);

const wholeActs = (text: string): Act[] =>
  LAUGHS.test(text) ? ['laugh'] : found('whole', commandText(text));

/** The whole message is an act or a button, and answers nothing. */
function isNothingElse(text: string, acts: ReadonlySet<Act>): boolean {
  const isAfterLaugh = acts.size === 1 && acts.has('laugh') && LAUGHS_FIRST.test(text);
  return (acts.size > 0 && !isAfterLaugh) || controlsIn(text).length > 0;
}

/** What is done in a message, sentence by sentence, in the order of `ACTS`. */
export function hearActs(text: string, sentences: readonly Sentence[]): ActsHeard {
  const acts = new Set<Act>();
  const silent = new Set<number>();
  const mute = new Set<number>();
  for (const act of wholeActs(text)) acts.add(act);
  const isWhole = isNothingElse(text, acts);
  for (const [n, { said }] of sentences.entries()) {
    if (isWhole) mute.add(n);
    const here = found('in', said);
    for (const act of here) acts.add(act);
    // "Oops, wait: pricing" puts right what was said; the rest of it is the answer.
    const isPutRight = here.includes('correct');
    if (here.some((act) => isSilencing(act, isPutRight))) silent.add(n);
    if (here.some((act) => MUTE.has(act) && !(isPutRight && act === 'aside'))) mute.add(n);
  }
  const isHeavy = [...acts].some((act) => HEAVY.has(act));
  if (isHeavy) for (const n of sentences.keys()) mute.add(n);
  for (const n of mute) silent.add(n);
  return { acts: ACTS.filter((act) => acts.has(act)), isHeavy, silent, mute };
}
