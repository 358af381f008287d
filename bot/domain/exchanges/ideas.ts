import type { TopicId } from '#domain/basics/ids.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { EXCHANGE_KINDS, type ExchangeKind } from './exchange.ts';

/** How many are shown at once. */
const IDEAS_SHOWN = 3;

/** One way to give back. `topic`: where the two profiles meet; `label`: how an own topic was written. */
export interface Idea {
  kind: Exclude<ExchangeKind, 'other'>;
  topic?: TopicId;
  label?: string;
}

type Known = Pick<Profile, 'wants' | 'offers' | 'interests' | 'ownWords'> | undefined;

/**
 * Three ways to give back, of different kinds: first what one offers and the other wants, or what interests both, then
 * the kinds they used least. A wish that the two do not share stays in its owner's profile.
 */
export function ideasFor(from: Known, to: Known, used: readonly ExchangeKind[]): Idea[] {
  const times = (kind: ExchangeKind) => used.filter((one) => one === kind).length;
  const fitted = { skill: skillIn(from, to), story: interestIn(from, to) };
  const plain = EXCHANGE_KINDS.filter((kind) => kind !== 'other').sort((a, b) => times(a) - times(b));
  const ideas = plain.map((kind): Idea => {
    const topic = kind === 'skill' || kind === 'story' ? fitted[kind] : undefined;
    return topic ? { kind, topic, ...labelOf(topic, from, to) } : { kind };
  });
  return [...ideas.filter(({ topic }) => topic), ...ideas.filter(({ topic }) => !topic)].slice(
    0,
    IDEAS_SHOWN,
  );
}

/** What one can help with best of what the other would like to understand. */
const skillIn = (from: Known, to: Known): TopicId | undefined =>
  [...(from?.offers ?? [])]
    .sort((a, b) => b.strength - a.strength)
    .find(({ topic }) => to?.wants.includes(topic))?.topic;

const interestIn = (from: Known, to: Known): TopicId | undefined =>
  from?.interests.find((topic) => to?.interests.includes(topic));

function labelOf(topic: TopicId, from: Known, to: Known): { label?: string } {
  const label = from?.ownWords[topic] ?? to?.ownWords[topic];
  return label ? { label } : {};
}
