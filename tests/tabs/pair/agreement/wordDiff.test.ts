import { describe, expect, it } from 'vitest';
import { wordDiff } from '#tabs/pair/agreement/wordDiff.ts';

const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'new' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('what changed by words', () => {
  it.each([
    ['We meet over coffee.', 'We meet on a walk.', 'We meet [-over coffee][+on a walk].'],
    ['On time.', 'On time, and say so.', 'On time[+, and say so].'],
    ['', 'Something.', '[+Something.]'],
    ['Something.', '', '[-Something.]'],
    ['The same.', 'The same.', 'The same.'],
    ['a b c', 'a c', 'a [-b ]c'],
    ['Żółw i ’n olifant', 'Żółw i kot', 'Żółw i [-’n olifant][+kot]'],
  ])('marks %j → %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('holds both texts whole, whatever they are', () => {
    const pool = ['walk', ' ', 'on', '.', ',', '\n', 'é', '🐝', 'walk', '  ', 'a'];
    let seed = 7;
    const next = () => {
      seed = (seed * 48271) % 2147483647;
      return seed;
    };
    const text = () => Array.from({ length: next() % 30 }, () => pool[next() % pool.length]).join('');
    for (let n = 0; n < 300; n++) {
      const [before, after] = [text(), text()];
      const runs = wordDiff(before, after);
      const only = (but: string) => runs.filter(({ kind }) => kind !== but).map((run) => run.text);
      expect(only('new').join('')).toBe(before);
      expect(only('gone').join('')).toBe(after);
    }
  });
});
