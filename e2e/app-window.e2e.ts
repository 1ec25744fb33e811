import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { findInstalledBrowser, thisMachine } from '../electron/web-host/installed-browser.js';
import { ROOT } from '../scripts/program.js';

test('the web host opens a window of its own profile, lets it in without a token in sight, and ends with it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-window-'));
  const host = spawn(process.execPath, [path.join(ROOT, 'out', 'web-host', 'index.js')], {
    env: {
      ...process.env,
      CI: '',
      FAIRDESK_NO_OPEN: '',
      FAIRDESK_DATA: folder,
      FAIRDESK_BROWSER: findInstalledBrowser(thisMachine()) ?? chromium.executablePath(), // one that has windows
      FAIRDESK_BROWSER_ARGUMENTS: '--headless=new --remote-debugging-port=0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(host, 'exit');
  const profile = path.join(folder, 'browser-profile');
  const port = await expect
    .poll(() => debuggingPort(profile), { timeout: 60_000 })
    .toMatch(/^\d+$/)
    .then(() => debuggingPort(profile));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [page] = browser.contexts()[0]?.pages() ?? [];
  if (page === undefined) throw new Error('there is no window');

  await expect(page.locator('#root')).not.toBeEmpty();
  expect(page.url()).not.toContain('token');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(JSON.parse(readFileSync(path.join(profile, 'Default', 'Preferences'), 'utf8'))).toMatchObject({
    autofill: { profile_enabled: false },
    credentials_enable_service: false,
  });

  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => undefined); // it may be gone before it answers
  expect(await ended).toEqual([0, null]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Chromium writes it down once it listens; empty before. */
function debuggingPort(profile: string): string {
  try {
    return readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? '';
  } catch {
    return '';
  }
}
