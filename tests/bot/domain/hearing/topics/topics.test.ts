import { describe, expect, it } from 'vitest';
import { topicsPage } from '#cli/topics.ts';
import { keyOfPhrase } from '#domain/hearing/plainText.ts';
import innocent from '#domain/hearing/topics/catalogue/innocent.json' with { type: 'json' };
import { isTooSmall, keyOfHint } from '#domain/hearing/topics/topicHints.ts';
import { recognise, searchTopics } from '#domain/hearing/topics/topicSearch.ts';
import { AREAS, ownTopicId, phrasesOf, TOPICS } from '#domain/hearing/topics/topics.ts';
import labels from '#words/en/topics.json' with { type: 'json' };
import { wordsFor } from '#words/words.ts';

const HINTS_MIN = 8;
const HINTS_MAX = 26;
const SHARED_MAX = 6;

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
    const claims = TOPICS.flatMap((topic) =>
      phrasesOf(topic).map((phrase) => [keyOfPhrase(phrase), topic.id] as const),
    );
    const keys = claims.map(([key]) => key);
    expect(keys.filter((key, n) => key === '' || keys.indexOf(key) !== n)).toEqual([]);
  });

  it('hears every way it lists of saying a topic', () => {
    const deaf = TOPICS.flatMap((topic) =>
      phrasesOf(topic).filter((phrase) => !recognise(phrase).some((heard) => heard.topic === topic.id)),
    );
    expect(deaf).toEqual([]);
  });

  it('gives every topic hints that tell something, each once, shared by few', () => {
    const claims = new Map<string, string[]>();
    for (const { id, hints } of TOPICS) {
      const keys = hints.map(keyOfHint);
      expect([id, keys.filter((key, n) => key === '' || keys.indexOf(key) !== n)]).toEqual([id, []]);
      expect([id, hints.filter(isTooSmall)]).toEqual([id, []]);
      expect([id, hints.length >= HINTS_MIN && hints.length <= HINTS_MAX]).toEqual([id, true]);
      for (const key of keys) claims.set(key, [...(claims.get(key) ?? []), id]);
    }
    expect([...claims].filter(([, ids]) => ids.length > SHARED_MAX)).toEqual([]);
  });

  it('names in its exceptions only what it would otherwise hear', () => {
    const known = new Set(TOPICS.flatMap(phrasesOf).map(keyOfPhrase));
    expect(innocent.weak.filter((word) => !known.has(keyOfPhrase(word)))).toEqual([]);
    expect(innocent.decoys.filter((phrase) => known.has(keyOfPhrase(phrase)))).toEqual([]);
    expect(innocent.words.filter((word) => known.has(keyOfPhrase(word)))).toEqual([]);
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
