import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/find-browser.js';
import { rendererDependencies } from './scripts/renderer-dependencies.js';

const IN_BROWSER = 'renderer/**/*.browser.test.{ts,tsx}';

export default defineConfig({
  test: {
    // A property test that shrinks, or a real mail server, may take its time on a busy laptop; none is timed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['shared/**/*.test.ts'],
          isolate: false, // rules keep nothing, so that one test file can hand nothing to the next
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{electron,renderer,scripts,e2e}/**/*.test.{ts,tsx}'],
          exclude: [IN_BROWSER],
        },
      },
      {
        extends: true,
        plugins: [react()],
        optimizeDeps: { include: rendererDependencies(import.meta.dirname) },
        test: {
          name: 'browser',
          include: [IN_BROWSER],
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
