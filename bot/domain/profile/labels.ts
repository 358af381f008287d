import type { TopicId } from '#domain/basics/ids.ts';
import { seenName } from '#domain/basics/visible.ts';
import { TOPIC_LISTS, type TopicList } from '#domain/hearing/topicList.ts';
import { findTopic, isOwn } from '#domain/hearing/topics/topics.ts';
import { TOPICS_MAX } from './limits.ts';
import type { Profile } from './profile.ts';

/** How the reader's language says things; handed in, so that the rules stay free of catalogues. */
export interface Speech {
  words(key: string, values?: Record<string, string | number>): string;
  /** `a, b and c`. */
  list(items: string[]): string;
  /** One list of people with the reader first: `you, a and b`. */
  youAnd(names: readonly string[]): string;
  /** The name of a language by ISO 639-1 code. */
  language(code: string): string;
}

/** A topic as people read it: the catalogue's label, or what they wrote themselves. */
export const labelOf = (topic: TopicId, profile: Profile, speech: Pick<Speech, 'words'>): string =>
  isOwn(topic) || !findTopic(topic)
    ? (profile.ownWords[topic] ?? topic.replace(/^own:/, ''))
    : speech.words(`topics:${topic}`);

export const topicsIn = (profile: Profile, list: TopicList): TopicId[] =>
  list === 'offers' ? profile.offers.map((offer) => offer.topic) : profile[list];

/** True when there is enough to be introduced to somebody. */
export const isComplete = (profile: Profile): boolean =>
  profile.wants.length + profile.offers.length > 0 && profile.languages.length > 0;

/** The words of the profile card; empty fields say so. Whom somebody excluded is a number, never a name. */
export function profileCard(profile: Profile, speech: Speech): Record<string, string> {
  const said = (items: string[]): string =>
    items.length > 0 ? speech.list(items) : speech.words('profile:notSaid');
  const topics = (list: TopicList): string =>
    said(topicsIn(profile, list).map((topic) => labelOf(topic, profile, speech)));
  return {
    wants: topics('wants'),
    offers: topics('offers'),
    interests: topics('interests'),
    meets: said(profile.meets.map((way) => speech.words(`profile:meet.${way}`))),
    reach: said(profile.reach.map((way) => speech.words(`profile:reach.${way}`))),
    languages: said(profile.languages.map((code) => speech.language(code))),
    capacity: speech.words('profile:room', { count: profile.capacity }),
    excludes: speech.words('profile:excluded', { count: profile.excludes.length }),
  };
}

/** Whether a list holds a topic, has no place for it, or has one. */
export function placeIn(profile: Profile, list: TopicList, topic: TopicId): 'held' | 'full' | 'free' {
  const topics = topicsIn(profile, list);
  if (topics.includes(topic)) return 'held';
  return topics.length >= TOPICS_MAX ? 'full' : 'free';
}

/** Adds a topic to a list, at most twelve, each once; a strength that was said replaces an older one. */
export function withTopic(
  profile: Profile,
  list: TopicList,
  added: { topic: TopicId; written: string; strength: 0 | 1 | 2 | 3 },
): Profile {
  const { topic, written, strength } = added;
  const ownWords = isOwn(topic)
    ? { ...profile.ownWords, [topic]: profile.ownWords[topic] ?? seenName(written) }
    : profile.ownWords;
  const place = placeIn(profile, list, topic);
  if (place === 'held') {
    if (list !== 'offers' || strength === 0) return profile;
    return {
      ...profile,
      offers: profile.offers.map((offer) => (offer.topic === topic ? { topic, strength } : offer)),
    };
  }
  if (place === 'full') return profile;
  return list === 'offers'
    ? { ...profile, ownWords, offers: [...profile.offers, { topic, strength }] }
    : { ...profile, ownWords, [list]: [...profile[list], topic] };
}

/** Takes a topic out of a list; its own words go when nothing names it any more. */
export function withoutTopic(profile: Profile, list: TopicList, topic: TopicId): Profile {
  const next: Profile =
    list === 'offers'
      ? { ...profile, offers: profile.offers.filter((offer) => offer.topic !== topic) }
      : { ...profile, [list]: profile[list].filter((each) => each !== topic) };
  const named = TOPIC_LISTS.some((each) => topicsIn(next, each).includes(topic));
  if (named || !(topic in next.ownWords)) return next;
  const { [topic]: _gone, ...ownWords } = next.ownWords;
  return { ...next, ownWords };
}
