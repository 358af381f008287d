import { describe, expect, it } from 'vitest';
import { promptsPage } from '#cli/prompts.ts';
import { findTopic } from '#domain/hearing/topics/topics.ts';
import { FAMILIES, PROMPTS, type PromptDepth } from '#domain/meetings/prompts/library.ts';
import { PROMPT_STAGES } from '#domain/meetings/prompts/stages.ts';
import catalogue from '#words/en/prompts.json' with { type: 'json' };
import { wordsFor } from '#words/words.ts';
import everKnown from './everKnown.json' with { type: 'json' };
import { likenessOf, presumesIn } from './sentences.ts';

const words = wordsFor('en');
const { family: families, stage: stages, ...sentences } = catalogue;
const ALL = PROMPTS.map((prompt) => ({ ...prompt, text: words(`prompts:${prompt.id}`) }));
const countOf = (list: readonly unknown[]): number => list.length;
const LONGEST = 120;
const INVITES = /^(?:Draw|Guess|Leave|Look|Name|Pick|Share|Show|Swap|Take|Tell|Thank|Think|Write) /;
/** Can be answered by a yes. */
const CLOSED = /^(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will)\b/i;

function faultsOf(text: string): string[] {
  const faults = [
    text.length > LONGEST && 'too long',
    !/^[A-Z].*[?.]$/.test(text) && 'neither asks nor invites',
    text.endsWith('.') && !INVITES.test(text) && 'invites to nothing',
    /[?.!] |!|'|"|\{\{/.test(text) && 'more than one sentence, or an odd sign',
    CLOSED.test(text) && 'answered by a yes',
    ...presumesIn(text).map((word) => `presumes “${word}”`),
  ];
  return faults.filter((fault) => fault !== false);
}

describe('the library', () => {
  it('has a sentence for every prompt and a prompt for every sentence', () => {
    const written = Object.entries(sentences).flatMap(([family, names]) =>
      Object.keys(names).map((name) => `${family}.${name}`),
    );
    expect(PROMPTS.map(({ id }) => id).sort()).toEqual(written.sort());
    expect(Object.keys(families)).toEqual(FAMILIES);
    expect(Object.keys(stages)).toEqual(PROMPT_STAGES);
  });

  it('still knows every prompt there ever was: pairs remember them', () => {
    const known = Object.entries(everKnown).flatMap(([family, names]) =>
      names.split(' ').map((name) => `${family}.${name}`),
    );
    expect(PROMPTS.map(({ id }) => id)).toEqual(expect.arrayContaining(known));
  });

  it('has at least 240, and enough of each family and depth for a year', () => {
    expect(PROMPTS.length).toBeGreaterThanOrEqual(240);
    const counts = FAMILIES.map((family) => {
      const of = (depth: PromptDepth) =>
        countOf(PROMPTS.filter((prompt) => prompt.family === family && prompt.depth === depth));
      return [family, of(1), of(2), of(3)];
    });
    expect(counts).toEqual([
      ['groundRules', 16, 1, 0],
      ['opening', 28, 5, 0],
      ['listening', 10, 12, 6],
      ['culture', 15, 13, 8],
      ['technology', 20, 13, 6],
      ['workAndLife', 13, 12, 7],
      ['inclusion', 11, 13, 7],
      ['leadership', 10, 19, 8],
      ['career', 13, 13, 8],
      ['givingBack', 10, 11, 7],
      ['lookingBack', 7, 16, 10],
    ]);
  });

  it('has enough for every stage, of several families, from the lightest on', () => {
    for (const stage of PROMPT_STAGES) {
      const suited = PROMPTS.filter((prompt) => prompt.stages.includes(stage));
      expect(suited.length).toBeGreaterThan(60);
      expect(new Set(suited.map(({ family }) => family)).size).toBeGreaterThan(6);
      expect(suited.filter(({ depth }) => depth === 1).length).toBeGreaterThan(15);
    }
  });

  it('knows depths, stages and topics of the catalogue only, each once', () => {
    for (const { depth, stages: suitable, topics } of PROMPTS) {
      expect([1, 2, 3]).toContain(depth);
      expect(suitable.length).toBeGreaterThan(0);
      expect(PROMPT_STAGES.filter((stage) => suitable.includes(stage))).toEqual(suitable);
      expect(topics.filter((topic) => !findTopic(topic))).toEqual([]);
      expect(new Set(topics).size).toBe(topics.length);
    }
    const led = new Set(PROMPTS.flatMap(({ topics }) => topics));
    expect(led.size).toBeGreaterThan(80);
  });

  it('never looks back before there is anything to look back at', () => {
    for (const { family, stages: suitable } of PROMPTS)
      if (family === 'lookingBack') expect(suitable).not.toContain('first');
  });
});

describe('each of its sentences', () => {
  it.each(FAMILIES)('is one short question or invitation that presumes nothing: %s', (family) => {
    const faults = ALL.filter((prompt) => prompt.family === family).flatMap(({ text }) =>
      faultsOf(text).map((fault) => `${fault}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  it('is not said twice, also in nearly the same words', () => {
    const near = ALL.flatMap((one, n) =>
      ALL.slice(n + 1)
        .filter((other) => likenessOf(one.text, other.text) > 0.5)
        .map((other) => `${one.id} ~ ${other.id}`),
    );
    expect(near).toEqual([]);
    expect(
      likenessOf(
        'Which small habit or ritual would you be sorry to give up?',
        'What small rituals and habits would you give up with sorrow, sorry as you are?',
      ),
    ).toBeGreaterThan(0.5);
  });

  it('has a beginning of its own: no word begins more than a third of them', () => {
    const begins = Map.groupBy(ALL, ({ text }) => text.split(' ')[0]);
    for (const [word, those] of begins) expect(those.length, word).toBeLessThan(ALL.length / 3);
    expect(begins.size).toBeGreaterThan(20);
  });
});

describe('what no sentence may presume', () => {
  it.each([
    ['Do you like it here?', 'answered by a yes'],
    ['I like it here.', 'invites to nothing'],
    ['What is it? Tell me.', 'more than one sentence, or an odd sign'],
    [`What ${'very '.repeat(30)}long question is this?`, 'too long'],
    ['what is this', 'neither asks nor invites'],
  ])('is told apart by form, too: %s', (text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it.each([
    ['How do you get on with the younger generation?', ['younger', 'generation']],
    ['What would a senior colleague tell a junior one?', ['senior', 'junior']],
    ['What does your boss not know?', ['boss']],
    ['At which age did you begin?', ['age']],
    ['How do millennials and boomers differ?', ['millennials', 'boomers']],
    ['What do your children think of it?', ['children']],
    ['What is your faith to you?', ['faith']],
    ['Which secrets of the firm do you know?', ['secrets']],
    ['What would the other say?', ['the other']],
    ['Which synergies should we use?', ['synergies', 'should we']],
  ])('%s', (text, found) => {
    expect(presumesIn(text)).toEqual(found);
  });
});

describe('the page for people who review the library', () => {
  it('has every sentence with its id, depth, stages and topics', () => {
    const page = promptsPage(words);
    expect(page).toContain(`# The ${PROMPTS.length} questions in ${FAMILIES.length} families`);
    expect(page).toContain('## Culture, then and now (36)');
    expect(page).toContain('### Depth 3 (8)');
    for (const { id, text } of ALL) expect(page).toContain(`| ${text} | ${id} |`);
    expect(page).toContain('| first, early, later |');
    expect(page).toContain(words('topics:meetingsCulture'));
  });
});
