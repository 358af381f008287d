import type { TopicId } from '#domain/basics/ids.ts';
import { seenName } from '#domain/basics/visible.ts';
import { describesByAge } from '#domain/hearing/ageWords.ts';
import { topicNamed } from '#domain/hearing/topics/topicNamed.ts';
import { ownTopicId } from '#domain/hearing/topics/topics.ts';
import { placeIn, withTopic } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { Choice, Offer, Picked } from './conversation.ts';

/** What keeping the picked topics makes of a profile, with what was added and what was not. */
export interface Kept {
  profile: Profile;
  added: Choice[];
  /** There was no place for another topic. */
  isFull: boolean;
  /** Own words that describe people by age, or say nothing. */
  isRefused: boolean;
}

/** Keeps what somebody ticked, and what they want kept in their own words. */
export function keepPicked(profile: Profile, picked: Picked, own: Offer['own']): Kept {
  const kept: Kept = { profile, added: [], isFull: false, isRefused: false };
  const keep = (choice: Choice, written: string): void => {
    const place = placeIn(kept.profile, choice.list, choice.topic);
    if (place === 'full') kept.isFull = true;
    if (place !== 'free') return;
    kept.profile = withTopic(kept.profile, choice.list, { topic: choice.topic, written, strength: 0 });
    kept.added.push(choice);
  };
  for (const choice of picked.topics) keep(choice, '');
  const written = seenName(picked.own.slice(0, OWN_MAX));
  if (!own || picked.own.trim() === '') return kept;
  const topic = describesByAge(written) ? undefined : topicOf(written);
  if (topic) keep({ list: own.list, topic }, written);
  else kept.isRefused = true;
  return kept;
}

const OWN_MAX = 60;

/** The catalogue's topic where it is called exactly so, else one of somebody's own. */
const topicOf = (written: string): TopicId | undefined => topicNamed(written) ?? ownTopicId(written);
