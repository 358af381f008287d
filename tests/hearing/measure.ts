import { hear } from '#domain/hearing/hear.ts';
import type { Heard, Reading } from '#domain/hearing/heard.ts';
import type { Kind, Utterance } from './sets.ts';

export interface Outcome {
  said: Utterance;
  heard: Heard;
}

export const hearAll = (said: readonly Utterance[], reading: Reading): Outcome[] =>
  said.map((one) => ({ said: one, heard: hear(one.text, one.step, reading) }));

const fits = (group: string, topics: readonly { topic: string }[]): boolean =>
  group.split('|').some((id) => topics.some(({ topic }) => topic === id));

/** Figures of one kind of message; shares from 0 to 1. */
export interface Figures {
  messages: number;
  /** Topics meant. */
  meant: number;
  /** Topics noted, and those of them that were meant. */
  notes: number;
  notedRight: number;
  /** Of all topics meant. */
  noted: number;
  notedOrOffered: number;
  offers: number;
  /** Suggestions nobody meant, per message. */
  beside: number;
  withCard: number;
  /** Topics noted that were denied, taken back, or only looked like one. */
  neverNoted: number;
  falseNotes: number;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const sum = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((all, one) => all + count(one), 0);
  const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);
  const meant = sum(({ said }) => said.topics.length);
  const notes = sum(({ heard }) => heard.noted.length);
  const isMeant = (said: Utterance, topic: string): boolean =>
    said.topics.some((group) => group.split('|').includes(topic));
  const right = sum(({ said, heard }) => heard.noted.filter(({ topic }) => isMeant(said, topic)).length);
  return {
    messages: outcomes.length,
    meant,
    notes,
    notedRight: share(right, notes),
    noted: share(
      sum(({ said, heard }) => said.topics.filter((group) => fits(group, heard.noted)).length),
      meant,
    ),
    notedOrOffered: share(
      sum(
        ({ said, heard }) =>
          said.topics.filter((group) => fits(group, [...heard.noted, ...heard.offered])).length,
      ),
      meant,
    ),
    offers: share(
      sum(({ heard }) => heard.offered.length),
      outcomes.length,
    ),
    beside: share(
      sum(({ said, heard }) => heard.offered.filter(({ topic }) => !isMeant(said, topic)).length),
      outcomes.length,
    ),
    withCard: share(outcomes.filter(({ heard }) => heard.offered.length > 0).length, outcomes.length),
    neverNoted: sum(
      ({ said, heard }) =>
        (said.never ?? []).filter((id) => heard.noted.some(({ topic }) => topic === id)).length,
    ),
    falseNotes: share(outcomes.filter(({ heard }) => heard.noted.length > 0).length, outcomes.length),
  };
}

export type GroupName =
  | ('answers' | 'named' | 'two' | 'around' | 'correction' | 'negation' | 'innocent')
  | ('de/fr/es' | 'ja/ar' | 'all');

/** What the floors and aims speak of, by name. */
export function groupsOf(outcomes: readonly Outcome[]): Record<GroupName, Outcome[]> {
  const of =
    (...kinds: Kind[]) =>
    (one: Outcome): boolean =>
      kinds.includes(one.said.kind);
  const english = outcomes.filter(({ said }) => said.lang === 'en');
  const isOf = (...langs: string[]) => outcomes.filter(({ said }) => langs.includes(said.lang));
  return {
    answers: outcomes.filter(({ said }) => said.topics.length > 0),
    named: english.filter(of('named')),
    two: english.filter(of('two')),
    around: english.filter(of('around')),
    correction: english.filter(of('correction')),
    negation: english.filter(of('negation')),
    innocent: english.filter(of('innocent')),
    'de/fr/es': isOf('de', 'fr', 'es'),
    'ja/ar': isOf('ja', 'ar'),
    all: [...outcomes],
  };
}
