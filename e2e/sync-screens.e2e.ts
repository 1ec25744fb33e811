import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SCHEMES, violations } from './support/axe-violations.js';
import { cutWords } from './support/cut-words.js';
import { syncScreens } from './support/sync-screens.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import { startWorking } from './support/work.js';

const LAPTOP = { width: 1366, height: 768 };
const AT_200_PERCENT = { width: 683, height: 384 };

test('on the screens of sync axe finds nothing, light and dark, and no word is cut off at 200 %', async ({ desk }) => {
  test.setTimeout(300_000);
  const { page } = desk;
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-server-'));
  const server = new SyncServer({ folder });
  try {
    await startWorking(page);
    await syncScreens(desk, server, async (screen) => {
      for (const scheme of SCHEMES) expect.soft(await violations(page, scheme), `${screen}, ${scheme}`).toEqual([]);
      await page.setViewportSize(AT_200_PERCENT);
      await page.waitForTimeout(150); // what measures itself anew does so after the resizing
      expect.soft(await cutWords(page), screen).toEqual([]);
      await page.setViewportSize(LAPTOP);
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
