import { test as base } from '@playwright/test';
import { openDesk, type Desk } from './desk.js';

interface Fixtures {
  /** The program over an empty data folder, with its network cable pulled. */
  desk: Desk;
}

/** Every spec starts at an empty desk of its own, and fails when anything went wrong in the page behind its back. */
export const test = base.extend<Fixtures>({
  // Playwright reads the names of the fixtures that one needs from this pattern; none is needed.
  // eslint-disable-next-line no-empty-pattern
  desk: async ({}, use, info) => {
    const desk = await openDesk();
    await use(desk);
    if (info.status !== info.expectedStatus) await desk.page.screenshot({ path: info.outputPath('page.png') });
    const faults = [...desk.faults];
    await desk.close();
    if (faults.length > 0) throw new Error(`went wrong in the page:\n${faults.join('\n')}`);
  },
});

export { expect } from '@playwright/test';
