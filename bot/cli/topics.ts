import { AREAS, TOPICS, type Topic } from '#domain/hearing/topics/topics.ts';
import { type Words, wordsFor } from '#words/words.ts';

/** The catalogue as a Markdown page, for people who review it. */
export function topicsPage(words: Words): string {
  const areas = AREAS.map((area) => {
    const rows = TOPICS.filter((topic) => topic.area === area).map((topic) => rowOf(topic, words));
    const head = [
      '| topic | id | also heard as | hinted at by | misspelt | elsewhere |',
      '|---|---|---|---|---|---|',
    ];
    return [`## ${words(`topics:area.${area}`)} (${rows.length})`, '', ...head, ...rows].join('\n');
  });
  return [`# The ${TOPICS.length} topics in ${AREAS.length} areas`, ...areas, ''].join('\n\n');
}

function rowOf(topic: Topic, words: Words): string {
  const elsewhere = Object.entries(topic.elsewhere).map(
    ([code, phrases]) => `${code}: ${phrases.join(', ')}`,
  );
  const cells = [
    words(`topics:${topic.id}`),
    topic.id,
    topic.synonyms.join(', '),
    topic.hints.join(', '),
    topic.misspellings.join(', '),
    elsewhere.join('; '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

if (import.meta.main) process.stdout.write(topicsPage(wordsFor('en')));
