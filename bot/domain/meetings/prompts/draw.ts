import type { Instant, PromptId, TopicId } from '#domain/basics/ids.ts';
import { findPrompt, PROMPTS, type Prompt, type PromptDepth, type PromptFamily } from './library.ts';
import type { PromptStage } from './stages.ts';

/** Row `prompt_<id>`: what became of one prompt in this pair. */
export interface PromptUse {
  prompt: PromptId;
  drawn: number;
  state: 'drawn' | 'passed' | 'kept';
  at: Instant;
}

/** What a draw depends on; the same in, the same prompt out. */
export interface Draw {
  seed: string;
  stage: PromptStage;
  /** What the pair had so far; a kept one waits until somebody asks for it by name. */
  uses: readonly PromptUse[];
  /** The prompt on the table now. */
  current: PromptId | '';
  /** `open`: a meeting begins; `another`: they have talked about it; `pass`: not this one. */
  move: 'open' | 'another' | 'pass';
  /** What their goals are about. */
  topics: ReadonlySet<TopicId>;
}

/** Questions deepen as people meet. */
const DEPTH: Record<PromptStage, PromptDepth> = { first: 1, early: 2, later: 3, closing: 3 };
/** The first of all is an opening, then come so many ground rules. */
const GROUND_RULES = 2;
/** So much likelier is a prompt that leads to a topic of their goals. */
const DRAWN_TO_GOALS = 3;

/**
 * The next prompt. Never one twice while another is open (`openTo`); a warm opening first, then ground rules; a pass
 * stays as deep and leaves the family; a meeting never begins at the bottom; never the same family twice running while
 * there is a choice. Deeper ones and those that lead to their goals are likelier.
 */
export function draw(asked: Draw): Prompt {
  const open = openTo(asked);
  const here = findPrompt(asked.current as PromptId);
  const isElsewhere = (prompt: Prompt) => prompt.family !== here?.family;
  const isPass = asked.move === 'pass';
  const pool = narrow(open, [
    (prompt) => !isPass || isElsewhere(prompt),
    (prompt) => !isPass || prompt.depth === here?.depth,
    beginning(asked),
    bridging(open),
    (prompt) => asked.move !== 'open' || prompt.depth < 3,
    isElsewhere,
  ]);
  const weightOf = ({ depth, topics }: Prompt) =>
    depth * (topics.some((topic) => asked.topics.has(topic)) ? DRAWN_TO_GOALS : 1);
  const chosen = weighed(pool, weightOf, asked.seed);
  if (!chosen) throw new Error('the library of prompts is empty');
  return chosen;
}

/**
 * What may be drawn: suits the stage, waits for nobody, and is at most one step deeper or lighter than the one before.
 * Of these all that were never drawn, as deep as the stage allows; when there are none, one depth more; when all were
 * drawn, those drawn least, and of these whatever was passed comes last.
 */
function openTo({ stage, uses, current }: Draw): Prompt[] {
  const used = new Map(uses.map((use) => [use.prompt, use]));
  const here = findPrompt(current as PromptId);
  const others = PROMPTS.filter(({ id }) => id !== current);
  const suited = others.filter(({ id, stages }) => stages.includes(stage) && used.get(id)?.state !== 'kept');
  const isNear = ({ depth }: Prompt) => !here || Math.abs(depth - here.depth) <= 1;
  const unused = suited.filter(({ id }) => !used.has(id));
  for (let deepest = DEPTH[stage]; deepest <= 3; deepest++) {
    const open = unused.filter((prompt) => prompt.depth <= deepest && isNear(prompt));
    if (open.length > 0) return open;
  }
  // What is left lies two steps away: one that was drawn before leads there.
  const near = narrow(suited.length > 0 ? suited : others, [
    isNear,
    ({ depth }) => unused.length === 0 || depth === 2,
  ]);
  const roundOf = ({ id }: Prompt): number => {
    const use = used.get(id);
    return (use?.drawn ?? 0) + (use?.state === 'passed' ? 0.5 : 0);
  };
  const least = Math.min(...near.map(roundOf));
  return near.filter((prompt) => roundOf(prompt) === least);
}

/** What the first questions of a pair are, in whichever meeting they come. */
function beginning({ stage, uses }: Draw): (prompt: Prompt) => boolean {
  const isLight = (family: PromptFamily) => (prompt: Prompt) =>
    prompt.family === family && prompt.depth === 1;
  if (uses.length === 0) return isLight('opening');
  const rules = uses.filter((use) => findPrompt(use.prompt)?.family === 'groundRules').length;
  if (rules < GROUND_RULES) return isLight('groundRules');
  return ({ family }) => stage !== 'first' || family !== 'groundRules';
}

/** The last one of the middle depth is the way to the other side: it is left while there is a choice. */
function bridging(open: readonly Prompt[]): (prompt: Prompt) => boolean {
  const isLast = open.filter(({ depth }) => depth === 2).length === 1;
  return ({ depth }) => !isLast || depth !== 2;
}

/** Keeps what each wish allows, as long as something is left. */
const narrow = (prompts: Prompt[], wishes: ((prompt: Prompt) => boolean)[]): Prompt[] =>
  wishes.reduce((left, wish) => {
    const wished = left.filter(wish);
    return wished.length > 0 ? wished : left;
  }, prompts);

function weighed(pool: Prompt[], weightOf: (prompt: Prompt) => number, seed: string): Prompt | undefined {
  const total = pool.reduce((sum, prompt) => sum + weightOf(prompt), 0);
  let at = (hashOf(seed) / 2 ** 32) * total;
  return pool.find((prompt) => {
    at -= weightOf(prompt);
    return at < 0;
  });
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv), with a last mix so that neighbours spread. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
