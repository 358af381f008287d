import { ImportBody, ImportView } from '#api/contract/contract.ts';
import { Invalid } from '#api/http/problem.ts';
import { route } from '#api/http/route.ts';
import type { ImportProblem } from '#domain/cohorts/import.ts';
import { importMembers, RefusedImport } from '#usecases/cohorts/imports.ts';
import type { Words } from '#words/words.ts';
import { atOf } from './at.ts';

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
