import { describe, expect, it } from 'vitest';
import { findCommand, listedCommands } from '#domain/hearing/acts/commands.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { wordsFor } from '#words/words.ts';

const words = wordsFor('en');

describe('the commands', () => {
  it('fit the manifest, and say what they do', () => {
    expect(listedCommands().length).toBeLessThanOrEqual(12);
    for (const { title, description } of listedCommands()) {
      expect(title.length).toBeLessThanOrEqual(128);
      expect(words(description)).not.toBe(description.split(':')[1]);
      expect(words(description).length).toBeGreaterThan(0);
      expect(words(description).length).toBeLessThanOrEqual(4000);
    }
  });

  it('are all understood as they are shown', () => {
    for (const { title, description } of listedCommands()) {
      const heard =
        findCommand(title)?.name ?? (hearByNames(title, undefined).acts[0] === 'greeting' ? 'hello' : '');
      expect([title, `bot:commands.${heard}`]).toEqual([title, description]);
    }
  });

  it.each([
    ['mute', 'mute'],
    ['Mute!', 'mute'],
    ['unsubscribe', 'mute'],
    ['please stop announcements', 'mute'],
    ['opt out', 'mute'],
    ['unmute', 'unmute'],
    ['Subscribe', 'unmute'],
    ['news', 'unmute'],
    ['opt in', 'unmute'],
    ['announcements on', 'unmute'],
    ['STOP', 'stop'],
  ])('are heard in few words: %s', (text, name) => {
    expect(findCommand(text)?.name).toBe(name);
  });

  it('are not heard inside a sentence about something else', () => {
    for (const text of ['help me understand our status meetings', 'I want to pair up with HR news'])
      expect(findCommand(text)).toBeUndefined();
  });
});
