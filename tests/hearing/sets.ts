import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TopicList } from '#domain/hearing/topicList.ts';

export type Kind = 'named' | 'two' | 'around' | 'correction' | 'negation' | 'innocent' | 'unknown';

/** One message somebody may write, and what should be heard in it. */
export interface Utterance {
  id: string;
  step: TopicList;
  kind: Kind;
  lang: string;
  text: string;
  /** Each must be heard; `a|b`: either is right. */
  topics: string[];
  /** Must not be noted: taken back, denied, or only a word that looks like it. */
  never?: string[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'sets', `${name}.json`), 'utf8'));

/**
 * `earlier`, `more`, `tuning` and `thresholds` are by people who knew the topics' names, to adjust hearing by; `firstSight` and `blind`
 * by others who knew neither topics nor code, labelled by third ones from the names: only measured, never read.
 */
export const SETS = ['earlier', 'more', 'tuning', 'thresholds', 'firstSight', 'blind'] as const;
export type SetName = (typeof SETS)[number];

export const utterancesOf = (name: SetName): Utterance[] =>
  (read(name) as { utterances: Utterance[] }).utterances;

/** Things people say that are no answer, with the act they do, and answers that look like such acts. */
export const readTalk = (): { acts: { act: string; text: string }[]; answers: string[] } =>
  read('talk') as { acts: { act: string; text: string }[]; answers: string[] };
