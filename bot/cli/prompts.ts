import { FAMILIES, PROMPTS, type Prompt, type PromptFamily } from '#domain/meetings/prompts/library.ts';
import { type Words, wordsFor } from '#words/words.ts';

/** The library of prompts as a Markdown page, for people who review it: families, in them depths. */
export function promptsPage(words: Words): string {
  const families = FAMILIES.map((family) => familyIn(family, words));
  return [`# The ${PROMPTS.length} questions in ${FAMILIES.length} families`, ...families, ''].join('\n\n');
}

function familyIn(family: PromptFamily, words: Words): string {
  const all = PROMPTS.filter((prompt) => prompt.family === family);
  const depths = [...Map.groupBy(all, ({ depth }) => depth)].map(([depth, prompts]) =>
    [
      `### Depth ${depth} (${prompts.length})\n`,
      '| question | id | suits | leads to |',
      '|---|---|---|---|',
      ...prompts.map((prompt) => rowOf(prompt, words)),
    ].join('\n'),
  );
  return [`## ${words(`prompts:family.${family}`)} (${all.length})`, ...depths].join('\n\n');
}

function rowOf({ id, stages, topics }: Prompt, words: Words): string {
  const suits = stages.map((stage) => words(`prompts:stage.${stage}`)).join(', ');
  const leadsTo = topics.map((topic) => words(`topics:${topic}`)).join(', ');
  return `| ${words(`prompts:${id}`)} | ${id} | ${suits} | ${leadsTo} |`;
}

if (import.meta.main) process.stdout.write(promptsPage(wordsFor('en')));
