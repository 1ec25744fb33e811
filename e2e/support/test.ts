import { test as base } from '@playwright/test';
import { openDesk, type Desk } from './desk.js';

interface Options {
  /** Told to Chromium besides, as `--enable-features=…`. */
  browserArguments: readonly string[];
}

interface Fixtures {
  /** The program over an empty data folder, with its network cable pulled. */
  desk: Desk;
}

/** Every spec starts at an empty desk of its own, and fails when anything went wrong in the page behind its back. */
export const test = base.extend<Fixtures & Options>({
  browserArguments: [[], { option: true }],
  desk: async ({ browserArguments }, use, info) => {
    const desk = await openDesk({ browserArguments });
    await use(desk);
    if (info.status !== info.expectedStatus) await desk.page.screenshot({ path: info.outputPath('page.png') });
    const faults = [...desk.faults];
    await desk.close();
    if (faults.length > 0) throw new Error(`went wrong in the page:\n${faults.join('\n')}`);
  },
});

export { expect } from '@playwright/test';
