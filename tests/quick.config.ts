import { defineConfig } from 'vitest/config';

/** What needs neither Azurite nor browser nor build, and no patience: files share a process. */
export default defineConfig({
  test: {
    include: ['tests/{bot,fakes,tabs}/**/*.test.ts'],
    exclude: [
      'tests/bot/{api/http/production,domain/matching/optimum,domain/enrolment/enrolment}.test.ts',
      'tests/bot/{storage,delivery,threads,cli,fuzz,telemetry,readers}/**',
      'tests/bot/{appWaits,outsiders,storageCalls,badRows,api/routes/importFuzz,teams/verbs/everyVerb}.test.ts',
      'tests/bot/api/routes/{members,presses,roundPages}.test.ts',
      'tests/bot/teams/{edge/messenger,answering/{everyState,kinds,transcript,converse,pressing}}.test.ts',
      'tests/bot/usecases/{privacy/erasing,meetings/panel,enrolment/oldCards}.test.ts',
      'tests/bot/domain/matching/circles/circles.test.ts',
      'tests/tabs/weight.test.ts',
    ],
    setupFiles: ['tests/setup.ts'],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    experimental: { fsModuleCache: true },
  },
});
