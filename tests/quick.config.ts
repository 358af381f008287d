import { defineConfig } from 'vitest/config';

/** What needs neither Azurite nor browser nor build, and no patience: files share a process. */
export default defineConfig({
  test: {
    include: ['tests/{bot,fakes,tabs}/**/*.test.ts'],
    exclude: [
      'tests/bot/{api/http/production,domain/matching/optimum,domain/enrolment/enrolment}.test.ts',
      'tests/bot/{storage,delivery,threads,cli,fuzz}/**',
      'tests/bot/{badRows,api/routes/importFuzz,teams/verbs/everyVerb}.test.ts',
      'tests/bot/api/routes/{members,presses,roundPages}.test.ts',
      'tests/bot/teams/answering/{everyState,kinds,transcript,converse}.test.ts',
      'tests/tabs/weight.test.ts',
    ],
    setupFiles: ['tests/setup.ts'],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
