import { describe, expect, it } from 'vitest';
import { topicsPage } from '#cli/topics.ts';
import { keyOfPhrase } from '#domain/hearing/text/plainText.ts';
import { searchTopics } from '#domain/hearing/topics/searchTopics.ts';
import { topicNamed } from '#domain/hearing/topics/topicNamed.ts';
import { AREAS, ownTopicId, TOPICS } from '#domain/hearing/topics/topics.ts';
import labels from '#words/en/topics.json' with { type: 'json' };
import { wordsFor } from '#words/words.ts';

const HINTS_MIN = 8;
const SENTENCES_MIN = 4;

const labelled = labels as Record<string, unknown>;

describe('the topic catalogue', () => {
  it('has at least 150 topics in about 12 areas, each id once', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(150);
    expect(AREAS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(TOPICS.map((topic) => topic.id)).size).toBe(TOPICS.length);
  });

  it('has a label for every topic and area, and no label without one', () => {
    const { area, ...topics } = labelled;
    expect(Object.keys(topics).sort()).toEqual(TOPICS.map((topic) => String(topic.id)).sort());
    expect(Object.keys(area as object).sort()).toEqual([...AREAS, 'own'].sort());
    expect(new Set(Object.values(topics)).size).toBe(TOPICS.length);
  });

  it('claims no synonym twice, also not by another spelling', () => {
    const claims = new Map<string, string>();
    const twice = TOPICS.flatMap((topic) =>
      [...topic.synonyms, ...topic.misspellings].filter((name) => {
        const key = keyOfPhrase(name);
        const other = claims.get(key);
        claims.set(key, other ?? topic.id);
        return key === '' || (other !== undefined && other !== topic.id);
      }),
    );
    expect(twice).toEqual([]);
  });

  it('hears every way it lists of saying a topic', () => {
    const deaf = TOPICS.flatMap((topic) =>
      [...topic.synonyms, ...Object.values(topic.elsewhere).flat()]
        .filter((name) => /\p{L}/u.test(name) && topicNamed(name) === undefined)
        .map((name) => `${topic.id}: ${name}`),
    );
    expect(deaf).toEqual([]);
  });

  it('says of every topic what it is about, in hints and in whole sentences', () => {
    for (const { id, hints, sentences } of TOPICS) {
      expect([id, hints.length >= HINTS_MIN]).toEqual([id, true]);
      expect([id, sentences.length >= SENTENCES_MIN]).toEqual([id, true]);
      expect([id, sentences.filter((one) => one.split(' ').length < 3)]).toEqual([id, []]);
    }
  });

  it('has no age and no generation in it', () => {
    expect(JSON.stringify([labels, TOPICS])).not.toMatch(
      /millennial|boomer|\bgen z|generation [xyz]\b|young people|\bolder/i,
    );
  });

  it('prints itself as a page with a row for every topic', () => {
    const page = topicsPage(wordsFor('en'));
    expect(
      page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| topic')).length,
    ).toBe(TOPICS.length);
  });

  it('finds topics for a picker from a few letters or a slip', () => {
    expect(searchTopics('insta')).toContain('instagram');
    expect(searchTopics('power b')[0]).toBe('dashboards');
    expect(searchTopics('sustainabilty')).toContain('sustainability');
    expect(searchTopics('')).toEqual([]);
  });
});

describe('a topic of somebody’s own', () => {
  it.each([
    ['Beekeeping', 'bee-keeping'],
    ['Bee Keeping', 'BEEKEEPING!'],
    ['Café racers', 'cafe racer'],
    ['  vintage   radios ', 'Vintage radio'],
  ])('is one topic, written “%s” or “%s”', (one, other) => {
    expect(ownTopicId(one)).toBe(ownTopicId(other));
    expect(ownTopicId(one)).toMatch(/^own:/);
  });

  it('needs letters', () => {
    expect(ownTopicId(' … ')).toBeUndefined();
  });
});
