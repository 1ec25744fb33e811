import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { PROFILE_ARGUMENTS, prepareProfile } from '../../electron/web-host/browser-window.js';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import type { Cable } from './cable.js';
import { startWebHost } from './web-host.js';

/** Host and browser as processes of ours, so that both can die in the same moment, as when the battery gives out. */
export interface KillableDesk {
  readonly page: Page;
  kill(): Promise<void>;
}

export async function openKillableDesk(dataFolder: string, cable: Cable): Promise<KillableDesk> {
  const host = await startWebHost(dataFolder, cable);
  const profile = await prepareProfile(dataFolder);
  const browser = await startBrowser(profile);
  const connection = await chromium.connectOverCDP(browser.endpoint);
  const context = connection.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (page === undefined) throw new Error('the browser shows no page');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(host.address);
  return {
    page,
    async kill() {
      await Promise.all([host.kill(), browser.kill()]);
      await connection.close().catch(() => undefined); // nobody is left to say goodbye to
    },
  };
}

interface RunningBrowser {
  readonly endpoint: string;
  kill(): Promise<void>;
}

async function startBrowser(profile: string): Promise<RunningBrowser> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  for (const left of ['DevToolsActivePort', 'SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    await rm(path.join(profile, left), { force: true }); // a killed browser leaves them behind
  }
  const child = spawn(
    findBrowser(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...browserArguments(),
      ...PROFILE_ARGUMENTS,
      'about:blank', // the new-tab page now and then never loads, and who connects waits for it
    ],
    { stdio: 'ignore', detached: true },
  );
  const port = await firstLineOf(portFile);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async kill() {
      const ended = once(child, 'exit');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL'); // the whole group: renderers and services too
      await ended;
    },
  };
}

async function firstLineOf(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const [line] = text.split('\n');
    if (line !== undefined && line !== '') return line;
    await sleep(20);
  }
}
