import type { TopicId } from '#domain/basics/ids.ts';
import type { LeftOutReason } from '#domain/matching/rounds.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { isOwnTopic, ownWordsOf } from '#domain/pairs/reasons.ts';
import type { Role } from '#domain/people/person.ts';
import type { Words } from '#words/words.ts';

/** Who reads: one of the two, whoever brought both in a file, or an executive who may choose the mentor of this name. */
export type ReasonReader = Role | 'circleExecutive' | 'circleMentor' | 'file' | { chooses: string };

/** Somebody with so many partners, as a reader of reasons. */
export const readerOf = (role: Role, partners: number): ReasonReader =>
  partners < 2 ? role : role === 'executive' ? 'circleExecutive' : 'circleMentor';

/** One reason in plain words of the reader's side. */
export function sayReason(words: Words, reason: Reason, reader: ReasonReader): string {
  const [seat, name] = typeof reader === 'string' ? [reader, ''] : ['chooser', reader.chooses];
  switch (reason.kind) {
    case 'learn':
      return words(`cohort:reason.learn.${seat}`, { topic: topicIn(words, reason), name });
    case 'giveBack':
      return words(`cohort:reason.giveBack.${seat}`, { topic: topicIn(words, reason), name });
    case 'interest':
      return words(`cohort:reason.interest.${sideOf(reader)}`, { topic: topicIn(words, reason) });
    case 'language':
      return words(`cohort:reason.language.${sideOf(reader)}`, {
        language: languageIn(words, reason.language),
      });
    case 'meet':
      return words(`cohort:reason.meet.${reason.way}.${sideOf(reader)}`);
    case 'departments':
      return words('cohort:reason.departments', { count: reason.count });
    case 'time':
      return words(`cohort:reason.time.${sideOf(reader)}`, { count: reason.hours });
    default:
      return reason satisfies never;
  }
}

function sideOf(reader: ReasonReader): 'member' | 'circle' | 'file' {
  if (reader === 'file') return 'file';
  return reader === 'circleExecutive' || reader === 'circleMentor' ? 'circle' : 'member';
}

export const sayReasons = (words: Words, reasons: readonly Reason[], reader: ReasonReader): string[] =>
  reasons.map((reason) => sayReason(words, reason, reader));

/**
 * What kinds of reasons there are, each once: all that a champion reads. Nobody's topic, language or hours are in it,
 * as the invitation promises from the same catalogue.
 */
export const sayKinds = (words: Words, reasons: readonly Reason[]): string[] => [
  ...new Set(
    reasons.map((reason) =>
      words(`promises:kind.${reason.kind === 'meet' ? `meet.${reason.way}` : reason.kind}`),
    ),
  ),
];

/** Why somebody has no partner this time. Says what the programme lacks, never what anybody chose. */
export const sayLeftOut = (words: Words, reason: LeftOutReason, role: Role): string =>
  words(`cohort:leftOut.${reason}.${role}`);

/** What a topic is called, one of somebody's own words in quotes. */
export function topicIn(words: Words, { topic, label }: { topic: TopicId; label?: string }): string {
  if (!isOwnTopic(topic)) return words(`topics:${topic}`);
  const own = label || ownWordsOf(topic);
  return own ? words('cohort:reason.quoted', { own }) : words('cohort:reason.ownTopic');
}

/** The name of a language in the language of the catalogue. */
const languageIn = (words: Words, language: string): string =>
  new Intl.DisplayNames([words('cohort:languageTag')], { type: 'language' }).of(language) ?? language;
