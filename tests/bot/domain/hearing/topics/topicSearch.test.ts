import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '#domain/hearing/topics/topicSearch.ts';
import { MENTIONS, ROUNDABOUT } from './topicMentions.ts';

/** `intention:topic`, in the order heard. */
const heard = (text: string): string[] =>
  recognise(text).map(({ means, topic }) => `${means || 'plain'}:${topic}`);
const topics = (text: string): string[] => recognise(text).map(({ topic }) => topic);

describe('recognising topics in free text', () => {
  it.each([
    [
      'I could show Instagram stuff, and I’d like to know how budgets get decided',
      ['offer:instagram', 'want:budgets'],
    ],
    ['no, not SAP – Power BI', ['deny:sap', 'plain:dashboards']],
    ['Excel, not SAP', ['plain:excel', 'deny:sap']],
    ['not only Excel but also TikTok', ['plain:excel', 'plain:shortVideo']],
    ['I don’t want SAP or Excel, rather strategy', ['deny:sap', 'deny:excel', 'plain:strategy']],
    ['Excel, Power BI and SQL are things I could teach', ['offer:excel', 'offer:dashboards', 'offer:sql']],
    ['I know nothing about blockchain but could explain accounting', ['lack:blockchain', 'offer:accounting']],
    ['in my spare time: bouldering and my two cats', ['interest:climbing', 'interest:pets']],
    ['teach me Excel', ['want:excel']],
    [
      'I’d like someone to help me with my LinkedIn profile, I can offer strategy',
      ['want:linkedIn', 'offer:strategy'],
    ],
    ['remove SAP and Excel', ['deny:sap', 'deny:excel']],
  ])('hears what “%s” means', (text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it.each([
    ['Phyton scripting and SQL querys', ['python', 'sql']],
    ['instgram tiktok youtube', ['instagram', 'shortVideo', 'youtube']],
    ['my strengths are project mangement', ['projectManagement']],
    ['sustainabilty', ['sustainability']],
    ['ich möchte verstehen wie künstliche Intelligenz funktioniert', ['ai']],
    ['je voudrais comprendre les réseaux sociaux', ['socialMedia']],
    ['inteligencia artificial', ['ai']],
    ['POWER-BI', ['dashboards']],
    ['UX/UI', ['ux']],
    ['A.I. and R&B', ['ai']],
    ['🚴 and 🍳', ['cycling', 'cooking']],
  ])('hears “%s” in spite of spelling and language', (text, expected) => {
    expect(topics(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    'I have changed my mind about that',
    'the house is on the corner',
    'I am running late for the meeting',
    'hello how are you doing today',
    'this is a waste of time honestly',
    'can you tell me a joke please',
    'it is quite cold outside and the chance of rain is great',
    'my train was late this morning',
    'I excel at nothing',
    'asdf jkl qwertz',
    'write to anna@contoso.com or https://example.com/python',
  ])('hears no topic in “%s”', (text) => {
    expect(recognise(text).filter((each) => each.means !== 'deny')).toEqual([]);
  });

  it('keeps what it does not know as it was written', () => {
    expect(recognise('Beekeeping and Alpine yodelling')).toMatchObject([
      { topic: 'own:beekeeping', written: 'Beekeeping' },
      { topic: 'own:alpineyodelling', written: 'Alpine yodelling' },
    ]);
  });

  it('keeps right-to-left text and other scripts as text', () => {
    expect(recognise('الخط العربي')).toMatchObject([{ written: 'الخط العربي' }]);
  });

  it('hears how well somebody knows something', () => {
    expect(recognise('Excel very well, a bit of Power BI').map((each) => each.strength)).toEqual([3, 1]);
  });

  it('picks only catalogue topics out of a long story', () => {
    const story = `${'I grew up in a small town and things were different there. '.repeat(30)} Then I learned Python.`;
    expect(topics(story)).toEqual(['python']);
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        recognise(text).every((each) => each.topic.length > 0),
      ),
    );
  });

  it('reads 5,000 characters', () => {
    const text = 'how budgets get desided, intragram and the blokchain of things '.repeat(80).slice(0, 5000);
    expect(recognise(text).map(({ topic }) => String(topic))).toContain('blockchain');
  });
});

/** How much of what was meant is heard, and how many topics are heard that nobody meant, per sentence. */
function measure(mentions: typeof MENTIONS): { heard: number; beside: number } {
  const results = mentions.map(([sentence, ...meant]) => {
    const options = meant.map((one) => one.split('|'));
    const got = recognise(sentence)
      .filter(({ means }) => means !== 'deny')
      .map(({ topic }) => String(topic));
    return {
      hits: options.filter((any) => any.some((id) => got.includes(id))).length / options.length,
      beside: got.filter((id) => !options.flat().includes(id)).length,
    };
  });
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return { heard: mean(results.map(({ hits }) => hits)), beside: mean(results.map(({ beside }) => beside)) };
}

describe('the share of topics heard in sentences', () => {
  it.each([
    ['that name a topic', MENTIONS, 0.95],
    ['that go a roundabout way', ROUNDABOUT, 0.92],
  ])('%s stays where it is, with little heard beside it', (_, mentions, least) => {
    const { heard, beside } = measure(mentions);
    expect(heard).toBeGreaterThanOrEqual(least);
    expect(beside).toBeLessThan(0.3);
  });
});
