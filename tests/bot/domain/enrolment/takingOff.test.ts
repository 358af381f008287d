import { describe, expect, it } from 'vitest';
import { Talk, topics } from './talk.ts';

const SAID = ['TikTok, podcasts', 'Excel', 'chess, cooking'];
const LEFT = { wants: ['shortVideo', 'podcasts'], offers: ['excel'], interests: ['boardGames', 'cooking'] };
const KEPT = { wants: [], offers: [], interests: ['own:sauna'] };
const saunas = (): Talk => new Talk().say('skip', 'skip', 'saunas').keepOwn('Saunas');

describe('taking off a topic', () => {
  it.each([
    ['drop chess from my list', { interests: ['cooking'] }],
    ['could you take chess off the list?', { interests: ['cooking'] }],
    ['scratch cooking', { interests: ['boardGames'] }],
    ['cooking can go', { interests: ['boardGames'] }],
    ['no more podcasts please', { wants: ['shortVideo'] }],
    ['I don’t want podcasts any more', { wants: ['shortVideo'] }],
    ['remove Excel', { offers: [] }],
    ['streich Podcasts bitte', { wants: ['shortVideo'] }],
  ])('reaches every list at any question: %s', (text, changed) => {
    const talk = new Talk().say(...SAID, text);
    expect(topics(talk)).toEqual({ ...LEFT, ...changed });
    expect(talk.last[0]).toContain('Taken off');
    expect(talk.state.step).toBe('meet');
    expect(topics(new Talk().say(...SAID, 'skip', 'skip', 'nobody', text))).toEqual({ ...LEFT, ...changed });
  });

  it.each(['take saunas off', 'drop saunas from my list', 'scratch the sauna', 'no more saunas please'])(
    'takes off what somebody had in their own words: %s',
    (text) => {
      expect(topics(saunas().say(text))).toEqual({ wants: [], offers: [], interests: [] });
      expect(topics(saunas().say('skip', 'skip', 'nobody', text)).interests).toEqual([]);
    },
  );

  it.each(['I like saunas', 'saunas', 'a sauna is no place to talk business', 'take my calendar off'])(
    'leaves own words where nothing says that they go: %s',
    (text) => {
      expect(topics(saunas().say(text))).toEqual(KEPT);
    },
  );

  it('leaves the lists of other questions where something is only said not to be meant', () => {
    expect(topics(new Talk().say(...SAID, 'not chess')).interests).toEqual(['boardGames', 'cooking']);
  });
});
