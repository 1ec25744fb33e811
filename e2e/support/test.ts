import { test as base } from '@playwright/test';
import { openDesk, type Desk } from './desk.js';
import { makeKillableDesks, type KillableDesks } from './killable-desk.js';

interface Options {
  /** Told to Chromium besides, as `--enable-features=…`. */
  browserArguments: readonly string[];
}

interface Fixtures {
  /** The program over an empty data folder, with its network cable pulled. */
  desk: Desk;
  /** The same for a test that kills it; whatever lives when the test is over, dies then. */
  desks: KillableDesks;
}

/** Every spec starts at an empty desk of its own, and fails when anything went wrong in the page behind its back. */
export const test = base.extend<Fixtures & Options>({
  browserArguments: [[], { option: true }],
  desk: async ({ browserArguments }, use, info) => {
    const desk = await openDesk({ browserArguments });
    try {
      await use(desk);
      if (info.status !== info.expectedStatus) await desk.page.screenshot({ path: info.outputPath('page.png') });
    } finally {
      await desk.close(); // also when there is no page left to be taken a picture of
    }
    if (desk.faults.length > 0) throw new Error(`went wrong in the page:\n${desk.faults.join('\n')}`);
  },
  // Playwright reads from the pattern that nothing else is asked for.
  // eslint-disable-next-line no-empty-pattern
  desks: async ({}, use) => {
    const desks = makeKillableDesks();
    await use(desks);
    await desks.end();
  },
});

export { expect } from '@playwright/test';
