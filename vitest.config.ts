import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './infra/chromium.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SCREENS = 'tests/tabs/**/*.screen.test.tsx';
/** These start processes or threads, or look at what is loaded: each file has a process of its own. */
const ALONE = [
  'tests/bot/{cli,readers,storage,telemetry,threads}/**/*.test.ts',
  'tests/bot/appWaits.test.ts',
  'tests/bot/teams/answering/transcript.test.ts',
  'tests/bot/usecases/cohorts/oddAddresses.test.ts',
  'tests/{hearing,infra,rules}/**/*.test.ts',
];
const ON_NODE = {
  globalSetup: ['tests/built.ts'],
  setupFiles: ['tests/setup.ts'],
  testTimeout: 20_000,
  hookTimeout: 120_000,
  /** Two of them share what this machine has: what fails once is tried once more, and the report says so. */
  retry: 1,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'fast',
          ...ON_NODE,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', SCREENS, ...ALONE],
          isolate: false,
        },
      },
      { test: { name: 'alone', ...ON_NODE, include: ALONE } },
      {
        test: {
          name: 'e2e',
          ...ON_NODE,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        /** The seams to Teams end in stand-ins; everything on this side of them is real. */
        resolve: {
          alias: {
            '@microsoft/teams-js': here('tests/tabs/teamsJs.ts'),
            '@microsoft/teamsfx': here('tests/tabs/teamsFx.ts'),
          },
        },
        optimizeDeps: {
          include: [
            '@fluentui/react-components',
            '@tanstack/react-query',
            'axe-core',
            'i18next',
            'react',
            'react-dom',
            'react-dom/client',
            'react-i18next',
            'react/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'screens',
          include: [SCREENS],
          setupFiles: ['tests/setup.ts', 'tests/tabs/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry: ON_NODE.retry,
          expect: { poll: { timeout: 15_000, interval: 20 } },
          mockReset: true,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 800, height: 800 },
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                executablePath: findChromium() ?? 'chromium',
                args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
              },
              contextOptions: { reducedMotion: 'reduce', timezoneId: 'Europe/Berlin', locale: 'en-GB' },
              actionTimeout: 15_000,
            }),
          },
        },
      },
    ],
  },
});
