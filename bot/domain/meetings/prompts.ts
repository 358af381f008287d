import type { Instant, PairId, PromptId } from '#domain/basics/ids.ts';
import { findPrompt, PROMPTS, type Prompt, type PromptDepth, type PromptKind } from './promptLibrary.ts';

/** Row `prompt_<id>`: what became of one prompt in this pair. */
export interface PromptUse {
  prompt: PromptId;
  drawn: number;
  state: 'drawn' | 'passed' | 'kept';
  at: Instant;
}

/** What a draw depends on; the same in, the same prompt out. */
export interface Draw {
  pair: PairId;
  /** The turn of the panel that the prompt is drawn for. */
  turn: number;
  /** 1 in the pair's first meeting. */
  meetingNumber: number;
  uses: PromptUse[];
  /** The prompt on the table now. */
  current: PromptId | '';
}

/** A first meeting opens with so many ground rules, then with so many light questions. */
const GROUND_RULES_FIRST = 2;
const OPENINGS_NEXT = 2;

/** One for the first meeting, two for the next two, then all three: questions deepen as two people meet. */
export const depthFor = (meetingNumber: number): PromptDepth =>
  meetingNumber <= 1 ? 1 : meetingNumber <= 3 ? 2 : 3;

/**
 * The next prompt: never one twice for a pair until all are used; ground rules and openings first in a first
 * meeting; no deeper than the number of meetings allows while there is a choice; not twice the same kind running.
 */
export function draw(asked: Draw): Prompt {
  const drawnOf = new Map(asked.uses.map((use) => [use.prompt, use.drawn]));
  const timesOf = (prompt: Prompt) => drawnOf.get(prompt.id) ?? 0;
  const least = Math.min(...PROMPTS.map(timesOf));
  const fresh = PROMPTS.filter((prompt) => timesOf(prompt) === least && prompt.id !== asked.current);
  const open = fresh.length > 0 ? fresh : PROMPTS.filter((prompt) => prompt.id !== asked.current);
  const last = asked.current && findPrompt(asked.current)?.kind;
  const pool = narrow(open, [
    kindsNow(asked),
    (prompt) => prompt.kind !== 'groundRules',
    (prompt) => prompt.depth <= depthFor(asked.meetingNumber),
    (prompt) => prompt.kind !== last,
  ]);
  const chosen = pool[hashOf(`${asked.pair}/${asked.turn}`) % pool.length];
  if (!chosen) throw new Error('the library of prompts is empty');
  return chosen;
}

/** Keeps what each wish allows, as long as something is left. */
const narrow = (prompts: Prompt[], wishes: ((prompt: Prompt) => boolean)[]): Prompt[] =>
  wishes.reduce((left, wish) => {
    const wished = left.filter(wish);
    return wished.length > 0 ? wished : left;
  }, prompts);

function kindsNow({ meetingNumber, uses }: Draw): (prompt: Prompt) => boolean {
  const used = (kind: PromptKind) => uses.filter((use) => findPrompt(use.prompt)?.kind === kind).length;
  if (meetingNumber > 1) return () => true;
  if (used('groundRules') < GROUND_RULES_FIRST) return ({ kind }) => kind === 'groundRules';
  if (used('opening') < OPENINGS_NEXT) return ({ kind }) => kind === 'opening';
  return () => true;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv), with a last mix so that neighbours spread. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
