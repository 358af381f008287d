import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What people who take part read; champions have words of their own. */
const READ = [
  ...['acts', 'bot', 'enrolment', 'pair', 'search', 'promises', 'feedback', 'profile', 'concern'].map(
    (name) => `bot/words/en/${name}.json`,
  ),
  ...['tab', 'panel'].map((name) => `tabs/words/en/${name}.json`),
];

function* sentencesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value.replace(/\{\{.*?\}\}|\$t\(.*?\)/g, '');
  else for (const one of Object.values(value as object)) yield* sentencesIn(one);
}

/** A second name for something, and the one that people know it by. */
const SECOND_NAMES: [RegExp, string][] = [
  [/\bagreement/i, 'ground rules'],
  [/\bchampion/i, 'whoever runs the programme'],
  [/\bcohort/i, 'programme'],
  [/\bprompt/i, 'question'],
  [/\bmentee|\breverse/i, 'the one who learns'],
  [/news is paused|pause news/i, 'mute'],
];

describe('what people read', () => {
  it.each(READ)('has one name for one thing, and no loud sentence: %s', (file) => {
    for (const sentence of sentencesIn(JSON.parse(readFileSync(join(ROOT, file), 'utf8')))) {
      for (const [second, first] of SECOND_NAMES) expect(sentence, `say ${first}`).not.toMatch(second);
      expect(sentence.match(/!/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(sentence).not.toMatch(/\p{Extended_Pictographic}/u);
    }
  });
});
