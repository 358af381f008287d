import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mustBeShowable } from '#domain/announcements/content.ts';
import { type Line, linesOf, oddIn, type Run, wrongLinkIn } from '#domain/announcements/markup.ts';

const line = (text: string, more: Partial<Line> = {}): Line => ({
  lead: '',
  isClose: false,
  runs: [{ text }],
  ...more,
});

describe('a text with marks', () => {
  it('is bold, italic and both, and leads to https', () => {
    expect(linesOf('Hello **all of *you***, see [the page](https://x.example/a?b=(1)) *soon*.')).toEqual([
      line('', {
        runs: [
          { text: 'Hello ' },
          { text: 'all of ', isBold: true },
          { text: 'you', isBold: true, isItalic: true },
          { text: ', see ' },
          { text: 'the page ', address: 'https://x.example/a?b=(1)' },
          { text: 'soon', isItalic: true },
          { text: '.' },
        ],
      }),
    ]);
  });

  it('keeps its lines, and says which belong together', () => {
    expect(linesOf('Dear all,\nwe start.\n\n\nNoor')).toEqual([
      line('Dear all,'),
      line('we start.', { isClose: true }),
      line('Noor'),
    ]);
  });

  it('has lists with signs and with numbers as they were written', () => {
    expect(linesOf('Bring:\n- a question\n- time\n  enough\n\n3) first\n4) then')).toEqual([
      line('Bring:'),
      line('a question', { lead: '• ' }),
      line('time', { lead: '• ', isClose: true }),
      line('enough', { isClose: true }),
      line('first', { lead: '3) ' }),
      line('then', { lead: '4) ', isClose: true }),
    ]);
  });

  it('leads where an address stands by itself, without the sign that ends the sentence', () => {
    const runs = linesOf('See https://x.example/a_b. Or (https://y.example)!')[0]?.runs;
    expect(runs?.filter(({ address }) => address).map(({ text }) => text)).toEqual([
      'https://x.example/a_b',
      'https://y.example',
    ]);
  });

  it.each([
    '2 * 3 * 4 is 24, snake_case_words, AT&T, <3 and 5 < 6',
    '5. Oktober um 9 Uhr',
    'Welcome, <b>everybody</b>, <your name>',
    '<script>alert(1)</script>',
    'R&amp;D &lt;3 &#106;',
    '    set in',
    'über\u00a0uns – „so“',
    'http://x.example stays letters, https://localhost too',
    '-',
  ])('stays as people write it: %s', (text) => {
    expect(oddIn(text)).toBeUndefined();
    expect(shownLetters(text)).toBe(text.trim());
    expect(linesOf(text)[0]?.runs.some(({ address }) => address)).toBe(false);
  });

  it('takes a line of dashes for one', () => {
    expect(linesOf('Hello\n---\nyou').map(({ runs }) => runs[0]?.text)).toEqual(['Hello', '---', 'you']);
  });
});

describe('an address that stands by itself', () => {
  const leadsOf = (text: string) =>
    linesOf(text)
      .flatMap(({ runs }) => runs)
      .flatMap(({ address }) => (address === undefined ? [] : [new URL(address).href]));

  it.each([
    ['詳細はhttps://example.com。次', 'https://example.com/'],
    ['https://example.com、', 'https://example.com/'],
    ['https://example.com، ثم', 'https://example.com/'],
    ['https://example.com—yes', 'https://example.com/'],
    ['見てhttps://example.com/aを見て', 'https://example.com/a'],
    ['https://en.example.org/wiki/Mentor_(x) is long', 'https://en.example.org/wiki/Mentor_(x)'],
    ['(see https://x.example/a?q=a*b*c)', 'https://x.example/a?q=a*b*c'],
    ['**https://x.example/a_b_c**', 'https://x.example/a_b_c'],
    ['https://bücher.example and https://a.bücher.example', undefined],
    ['https://x.example@evil.example/', 'https://x.example/'],
  ])('leads where a reader would think: %s', (text, address) => {
    expect(leadsOf(text)).toEqual(address === undefined ? [] : [address]);
    expect(shownLetters(text)).toBe(text.replaceAll('**', ''));
  });

  it('is not the words of a link to somewhere else', () => {
    expect(wrongLinkIn('[https://good.example](https://evil.example)')).toBeDefined();
    expect(wrongLinkIn('[https://good.example/a](https://good.example/b)')).toBeUndefined();
  });
});

describe('what would take too long to read, or nobody could see', () => {
  it.each(['*a_', '_a*', '[a](', '`', '- ', '1. ', '- 1. ', '> - ', '\\'])(
    'is refused, and stays as it is: %s',
    (part) => {
      const text = part.repeat(4000 / part.length);
      expect(oddIn(text)).toBeDefined();
      expect(linesOf(text)[0]?.runs[0]?.text).toBe(text);
    },
  );

  it.each(['\u200b', '\u2060 \u2028', '\ue000'])('is refused: %s', (text) => {
    expect(() => mustBeShowable({ title: 'Hello', text })).toThrow('cohort:announcement.nothing');
  });

  it('is a link whose words are blank', () => {
    for (const word of [' ', '\u2060', '\u200b'])
      expect(oddIn(`Hi [${word}](https://x.example) you`)).toBeDefined();
  });

  it('but a long list with marks is read', () => {
    const text = Array.from({ length: 80 }, (_, n) => `- **Point** ${n}`).join('\n');
    expect(oddIn(text)).toBeUndefined();
    expect(linesOf(text)).toHaveLength(80);
  });
});

describe('what a card has no look for', () => {
  it.each([
    ['# Hello', 1, '# Hello'],
    ['Hello\n\n> said', 3, '> said'],
    ['see ![a cake](https://x.example/a.png)', 1, '![a cake](https://x.example/a.png)'],
    ['use `npm`', 1, '`npm`'],
    ['```\nx\n```', 1, '```\nx\n```'],
    ['- a\n  - b', 2, '- b'],
    ['Hi [](https://x.example)', 1, '[](https://x.example)'],
  ])('is refused with its line: %s', (text, at, written) => {
    expect(oddIn(text)).toEqual({ line: at, written });
    expect(() => mustBeShowable({ title: 'Hello', text })).toThrow('cohort:announcement.markup');
  });

  it.each([
    '[here](http://x.example)',
    '**[here](javascript:alert(1))**',
    '- [here](/a)',
    '<mailto:a@b.example>',
  ])('is a link that leads anywhere but to https: %s', (text) => {
    expect(wrongLinkIn(text)).toBeDefined();
    expect(() => mustBeShowable({ title: 'Hello', text })).toThrow('cohort:announcement.linkAddress');
  });

  it('stays as it was written in what was sent before', () => {
    expect(linesOf('# Hello\n\n> you `there`').map(({ runs }) => runs[0]?.text)).toEqual([
      '# Hello',
      '> you `there`',
    ]);
    expect(linesOf('[here](javascript:alert(1))')[0]?.runs).toEqual([
      { text: '[here](javascript:alert(1))' },
    ]);
  });
});

it('begins no line with a gap', () => {
  expect(linesOf('\u2028 https://x.example').map(({ runs }) => runs.map(({ text }) => text))).toEqual([
    ['https://x.example'],
  ]);
});

it('never leads anywhere but to https, and loses no letter that is no mark, whatever is written', () => {
  const bits = fc.constantFrom(
    ...[
      '**',
      '*',
      '_',
      '[',
      '](',
      ')',
      'https://x.example',
      'javascript:',
      '<',
      '>',
      '`',
      '\n',
      '\n\n',
      '- ',
      '1. ',
    ],
    ...['#', '!', '\\', '&', 'word', 'שלום', '日本', ' ', '    ', '{{DATE(', '\u2028'],
  );
  void fc.assert(
    fc.property(fc.array(bits, { maxLength: 24 }), (parts) => {
      const text = parts.join('');
      for (const { runs } of linesOf(text)) expect(runs.every((run) => run.text.trim() !== '')).toBe(true);
      for (const { runs } of linesOf(text))
        for (const { address } of runs)
          if (address !== undefined) expect(address).toMatch(/^https:\/\/x\.example/);
      for (const word of ['word', 'שלום', '日本'])
        expect(countOf(word, shownLetters(text))).toBe(countOf(word, text));
    }),
    { numRuns: 500 },
  );
});

const shownLetters = (text: string): string =>
  linesOf(text)
    .map(({ lead, runs }) => lead + runs.map((run) => letters(run)).join(''))
    .join('\n');
/** Where it leads counts once where it is the words, too. */
const letters = ({ text, address = text }: Run): string => (address === text ? text : `${text} ${address}`);
const countOf = (word: string, text: string): number => text.split(word).length - 1;
