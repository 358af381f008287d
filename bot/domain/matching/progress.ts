import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { Phase } from './types.ts';

export const RUN_PHASES = ['gather', 'compare', 'choose', 'check', 'save'] as const;
/** What a run is doing, in words for people. */
export type RunPhase = (typeof RUN_PHASES)[number];

/**
 * Row `run`: who holds the one run of a cohort. It is written once a run takes longer than a moment, again and
 * again while it lasts, and when it ends, so that of two runs only one can come to an end.
 */
export interface RoundRun {
  state: 'running' | 'idle';
  /** Of this attempt. */
  run: string;
  by: PersonId;
  startedAt: Instant;
  /** When the one who runs it last showed. */
  at: Instant;
  phase: RunPhase;
  /** 0–100, of all there is to do. */
  part: number;
  cancelAsked: boolean;
}

/** A run that has not shown for so long is taken for dead. */
const STALE_MS = 60_000;

export const isRunning = (run: RoundRun | undefined, nowMs: number): run is RoundRun =>
  run?.state === 'running' && nowMs - Date.parse(run.at) < STALE_MS;

/** From where to where each step goes, of 100. Reading what people said takes most of the time. */
const STEPS: Record<'gather' | Phase | 'save', { phase: RunPhase; from: number; to: number }> = {
  gather: { phase: 'gather', from: 0, to: 55 },
  read: { phase: 'compare', from: 55, to: 57 },
  compare: { phase: 'compare', from: 57, to: 66 },
  refine: { phase: 'compare', from: 66, to: 70 },
  cover: { phase: 'choose', from: 70, to: 73 },
  assign: { phase: 'choose', from: 73, to: 80 },
  price: { phase: 'choose', from: 80, to: 83 },
  explain: { phase: 'check', from: 83, to: 85 },
  check: { phase: 'check', from: 85, to: 90 },
  save: { phase: 'save', from: 90, to: 100 },
};
export type RunStep = keyof typeof STEPS;

/** How far the whole run is when one step is so far. */
export function progressOf(step: RunStep, done: number, of: number): { phase: RunPhase; part: number } {
  const { phase, from, to } = STEPS[step];
  const share = of > 0 ? Math.min(1, Math.max(0, done / of)) : 0;
  return { phase, part: Math.round(from + share * (to - from)) };
}
