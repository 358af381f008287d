import type { ImportProblem } from '#domain/import.ts';
import { importMembers, RefusedImport } from '#usecases/imports.ts';
import type { Words } from '#words/words.ts';
import { atOf } from './at.ts';
import { ImportBody, ImportView } from './contract.ts';
import { Invalid } from './problem.ts';
import { route } from './route.ts';

/** Where and what, in the reader's words. */
export const presentProblem = (words: Words, { line, column, word, values }: ImportProblem) => ({
  where: column
    ? words('cohort:import.where', { line, column: words(`cohort:import.column.${column}`) })
    : words('cohort:import.whereLine', { line }),
  what: words(`cohort:import.${word}`, values),
});

export const importRoutes = [
  route('importMembers', {
    body: ImportBody,
    answer: ImportView,
    run: async ({ ctx, actor, params, body, words }) => {
      try {
        const at = atOf({ params, actor });
        return await importMembers(ctx, at, body);
      } catch (error) {
        if (!(error instanceof RefusedImport)) throw error;
        throw new Invalid(error.problems.map((problem) => presentProblem(words, problem)));
      }
    },
  }),
];
