import type { TopicId } from '#domain/basics/ids.ts';
import type { Act } from '#domain/hearing/acts/acts.ts';
import type { ActsHeard } from '#domain/hearing/acts/hearActs.ts';
import type { Field } from '#domain/hearing/naming/fields.ts';
import type { Lexicon } from '#domain/hearing/naming/lexicon.ts';
import type { Oneself } from '#domain/hearing/naming/oneself.ts';
import type { Stand } from '#domain/hearing/naming/scope.ts';
import type { Nearness } from '#domain/hearing/near/nearness.ts';
import type { languageOf } from '#domain/hearing/text/language.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import type { Parts, Weights } from '#domain/hearing/weigh.ts';

/** A topic with the list it was said to belong to; without one, to the list that is asked for. */
export interface HeardTopic {
  topic: TopicId;
  list?: TopicList;
  /** As it was written; empty for a topic that nobody named. */
  written: string;
  /** 1 a little, 3 very well, 0 not said. */
  strength: 0 | 1 | 3;
}

/** What was heard in a message. */
export interface Heard {
  acts: Act[];
  /** Named and meant without doubt: may be written down at once. */
  noted: HeardTopic[];
  /** Perhaps meant, the likeliest first, at most four: to be confirmed. */
  offered: HeardTopic[];
  /** Named and taken back, or named to be taken off. */
  denied: HeardTopic[];
  /** What may stay in somebody's own words, once confirmed; empty when something was noted. */
  own: string;
  /** Care comes first: topics of this message were not heard. */
  isHeavy: boolean;
}

export const OFFERS_MAX = 4;
/** So many sentences are read by their meaning. */
export const SENTENCES_NEAR = 8;

/** What hearing knows: names, weights, and, where there are vectors, how near the topics are to each piece of text. */
export interface Reading {
  lexicon: Lexicon;
  weights: Weights;
  /** Nearness by text, for the whole message and each of its sentences; undefined where only names are known. */
  near?: ((text: string) => Nearness | undefined) | undefined;
  /** Is told what was weighed, for calibration. */
  weighed?: (weighed: Weighed) => void;
}

export interface Weighed {
  kind: 'note' | 'offer';
  topic: TopicId;
  features: number[];
  written: string;
}

export const placeOf = new Map(TOPICS.map(({ id }, n) => [id, n]));

export interface Seen extends Parts {
  text: string;
  acts: ActsHeard;
  stands: readonly Stand[];
  fields: readonly (Field | undefined)[];
  language: ReturnType<typeof languageOf>;
  /** Sentences that tell of whoever writes, by number. */
  oneself: ReadonlyMap<number, Oneself>;
}

export interface NamesWeighed {
  noted: HeardTopic[];
  /** How likely a name was meant that is not noted. */
  doubtful: Map<TopicId, { named: number; heard: HeardTopic }>;
  denied: HeardTopic[];
}
