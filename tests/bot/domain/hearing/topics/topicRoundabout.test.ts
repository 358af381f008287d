import { describe, expect, it } from 'vitest';
import { isOnlyTalk } from '#domain/hearing/smallTalk.ts';
import { maybeTopics, recognise } from '#domain/hearing/topics/topicSearch.ts';
import { isOwn } from '#domain/hearing/topics/topics.ts';
import { BLIND, NO_TOPIC, NO_TOPIC_LATER, OWN_THINGS } from './topicRoundabout.ts';

const topicsIn = (text: string): string[] =>
  recognise(text)
    .filter(({ means }) => means !== 'deny')
    .map(({ topic }) => String(topic));
/** Heard; where nothing was, asked about. */
const heardOrAsked = (text: string): string[] => {
  const heard = topicsIn(text);
  return heard.length > 0 ? heard : maybeTopics(text).map(String);
};
const shareOf = (hear: (text: string) => string[]): number =>
  BLIND.filter(([text, meant = '']) => hear(text).some((topic) => meant.split('|').includes(topic))).length /
  BLIND.length;

/** Time of the processor, which a busy machine does not stretch. */
function busyMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('topics that are talked around', () => {
  // Written before there were hints and never tuned on; without hints 13 % were heard. Raise, don't fit.
  it('are heard in a third of sentences nobody tuned on, and asked about in a good many more', () => {
    expect(shareOf(topicsIn)).toBeGreaterThanOrEqual(0.33);
    expect(shareOf(heardOrAsked)).toBeGreaterThanOrEqual(0.47);
  });

  it.each([
    ['I would love to know why my posts get no likes', 'want', 'socialMedia'],
    ['I can show what the crew on the night shift sees of us down there', 'offer', 'viewFromBelow'],
    ['my knees shake before I hold the microphone', '', 'publicSpeaking'],
  ])('carry what somebody means with them: “%s”', (text, means, topic) => {
    expect(recognise(text)).toMatchObject([{ topic, means, isGuess: true }]);
  });

  it('stay out of what turns something down', () => {
    expect(topicsIn('I do not want to know why my posts get no likes')).toEqual([]);
  });

  it.each([
    ['that was there while hints were chosen', NO_TOPIC],
    ['that came later', NO_TOPIC_LATER],
  ])('are guessed in at most 3 % of talk about nothing %s', (_, sentences) => {
    const wrong = sentences.filter((text) => recognise(text).some(({ isGuess }) => isGuess));
    expect(wrong.length / sentences.length).toBeLessThanOrEqual(0.03);
  });

  it('are heard, by name or not, in at most 3 % of talk that was there, and asked about in as few', () => {
    const talk = NO_TOPIC.filter((text) => !isOnlyTalk(text));
    const few = 0.03 * NO_TOPIC.length;
    expect(talk.filter((text) => topicsIn(text).some((id) => !isOwn(id))).length).toBeLessThanOrEqual(few);
    expect(talk.filter((text) => maybeTopics(text).length > 0).length).toBeLessThanOrEqual(few);
  });

  it('leave alone what somebody calls by a name of their own', () => {
    const guessed = OWN_THINGS.filter((text) => recognise(text).some(({ isGuess }) => isGuess));
    expect(guessed).toEqual([]);
    expect(topicsIn('falconry, kite building and lock picking').every(isOwn)).toBe(true);
  });

  it('cost about as much in one long text as in its sentences, one by one', () => {
    const sentences = BLIND.map(([sentence]) => sentence);
    const all = sentences.join('. ');
    recognise(all);
    const least = (work: () => unknown) => Math.min(...[1, 2, 3, 4, 5].map(() => busyMs(work)));
    const apart = least(() => sentences.map((sentence) => recognise(sentence)));
    expect(least(() => recognise(all)) / apart).toBeLessThan(8);
  });
});
