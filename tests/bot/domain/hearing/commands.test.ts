import { describe, expect, it } from 'vitest';
import { COMMANDS, findCommand, listedCommands } from '#domain/hearing/commands.ts';
import { smallTalkOf } from '#domain/hearing/smallTalk.ts';
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
    for (const { name, shown = '' } of COMMANDS.filter((command) => command.shown)) {
      const heard = findCommand(shown)?.name ?? (smallTalkOf(shown) === 'greeting' ? 'hello' : '');
      expect([shown, heard]).toEqual([shown, name]);
    }
  });

  it('are heard as one thing each', () => {
    const all = COMMANDS.flatMap(({ hears }) => hears);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are not heard inside a sentence about something else', () => {
    for (const text of ['help me understand our status meetings', 'I want to pair up with HR news'])
      expect(findCommand(text)).toBeUndefined();
  });
});
