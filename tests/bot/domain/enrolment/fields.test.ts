import { describe, expect, it } from 'vitest';
import { Talk, topics } from './talk.ts';

describe('the list that a sentence speaks of', () => {
  it.each([
    ['I like hiking', ['hiking']],
    ['I love gardening and cooking', ['gardening', 'cooking']],
    ['Ich gehe gern wandern und klettere', ['hiking', 'climbing']],
    ['Am liebsten koche ich', ['cooking']],
    ['Ich mag Wandern', ['hiking']],
    ['J’aime bien la randonnée et la photographie', ['hiking', 'photography']],
    ['je fais de la randonnée', ['hiking']],
    ['Me gusta cocinar', ['cooking']],
    ['me encanta la fotografía', ['photography']],
  ])('takes what somebody likes for a liking, whatever was asked: %s', (text, interests) => {
    expect(topics(new Talk().say(text))).toEqual({ wants: [], offers: [], interests });
    expect(topics(new Talk('mentor').say(text))).toEqual({ wants: [], offers: [], interests });
  });

  it.each([
    ['Ich würde gern kochen lernen', ['cooking']],
    ['J’aimerais apprendre la photographie', ['photography']],
    ['me gustaría aprender fotografía', ['photography']],
  ])('takes a wish for a wish, although hobbies are wished for: %s', (text, wants) => {
    expect(topics(new Talk().say(text)).wants).toEqual(wants);
    expect(topics(new Talk('mentor').say(text)).wants).toEqual(wants);
  });

  it.each([
    ['I love Excel', 'executive', { wants: ['excel'] }],
    ['Ich mag Excel', 'mentor', { offers: ['excel'] }],
    ['Ich helfe gern beim Kochen', 'executive', { offers: ['cooking'] }],
  ] as const)('leaves what is no liking where it belongs: %s', (text, role, noted) => {
    expect(topics(new Talk(role).say(text))).toMatchObject({ interests: [], ...noted });
  });
});
