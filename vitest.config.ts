import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/find-browser.js';
import { rendererDependencies } from './scripts/renderer-dependencies.js';

const IN_BROWSER = 'renderer/**/*.browser.test.{ts,tsx}';
const SIMULATION = 'e2e/sync-simulation/**/*.test.ts';

export default defineConfig({
  test: {
    // A property test that shrinks, or a real mail server, may take its time on a busy laptop; none is timed.
    testTimeout: 60_000,
    hookTimeout: 180_000, // some start a server with an engine of its own, three times, beside everything else
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: availableParallelism(), // vitest leaves a core for itself, which is half of a small machine
    sequence: { groupOrder: 1 },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['shared/**/*.test.ts'],
          isolate: false, // rules keep nothing that one test file could hand to the next
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{electron,renderer,scripts,e2e}/**/*.test.{ts,tsx}'],
          exclude: [IN_BROWSER, SIMULATION],
          setupFiles: ['renderer/data/testing/node-browser-apis.ts'],
          isolate: false, // a module keeps nothing; what a browser keeps begins anew with each file
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['server/**/*.test.ts'],
          globalSetup: ['server/testing/start-postgres.ts'],
          isolate: false, // each test makes an organisation of its own; a store for each file would be most of the work
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          environment: 'node',
          include: [SIMULATION],
          setupFiles: ['renderer/data/testing/node-browser-apis.ts'],
          globalSetup: ['server/testing/start-postgres.ts'],
          isolate: false, // a world keeps nothing; only their store is shared
        },
      },
      {
        extends: true,
        plugins: [react()],
        optimizeDeps: { include: rendererDependencies(import.meta.dirname) },
        test: {
          name: 'browser',
          include: [IN_BROWSER],
          isolate: false, // each test takes its page away; loading every module again for each file was half of the work
          fileParallelism: false, // two pages would wait for each other: one writes at a time in the whole browser
          sequence: { groupOrder: 0 }, // first, so that the other cores have the checks to do meanwhile
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findBrowser(), args: browserArguments() } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
