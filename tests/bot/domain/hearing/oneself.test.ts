import { describe, expect, it } from 'vitest';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { TOPIC_LISTS } from '#domain/hearing/topicList.ts';

describe('what somebody tells of themselves', () => {
  it.each([
    ...[
      'I live in Bath',
      'we are based in Reading',
      'I’m from Rugby',
      'I grew up near Cork',
      'I was born in Nice',
    ],
    ...['I am dyslexic', 'I have ADHD', 'I’m autistic', 'I am slightly dyslexic', 'I suffer from insomnia'],
    ...['Ich wohne in Bad Homburg', 'J’habite à Nice', 'Vivo en Granada'],
  ])('is no topic, and nothing of it is offered or kept: %s', (text) => {
    for (const asked of TOPIC_LISTS)
      expect(hearByNames(text, asked)).toMatchObject({ noted: [], offered: [], own: '', acts: ['personal'] });
  });

  it.each([
    ['I live in Bath. I can help with Excel.', ['excel']],
    ['I live in Reading, Excel is what I do', ['excel']],
    ['I am dyslexic. Ask me about neurodiversity', ['neurodiversity']],
    ['neurodiversity', ['neurodiversity']],
  ])('leaves what else is said: %s', (text, topics) => {
    const { noted, offered } = hearByNames(text, 'offers');
    expect([...noted, ...offered].map(({ topic }) => topic)).toEqual(topics);
  });

  it.each(['I am a beekeeper', 'I have three beehives', 'I am good at Excel', 'I am into knitting'])(
    'leaves an answer that begins alike: %s',
    (text) => {
      const { noted, offered, own } = hearByNames(text, 'interests');
      expect(noted.length + offered.length + own.length).toBeGreaterThan(0);
    },
  );
});
