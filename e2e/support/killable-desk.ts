import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { PROFILE_ARGUMENTS, prepareProfile } from '../../electron/web-host/browser-window.js';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import { makeCable, type Cable } from './cable.js';
import { watch } from './desk.js';
import { LAPTOP_ZONE, makeLaptopClock, type LaptopClock } from './laptop-clock.js';
import { startWebHost } from './web-host.js';

/** Host and browser as processes of ours, so that both can die in the same moment, as when the battery gives out. */
export interface KillableDesk {
  readonly page: Page;
  /** May be called again while it dies, and afterwards. */
  kill(): Promise<void>;
  /** Closes the window as a person does, so that the browser writes down what it keeps; then the host is killed. */
  shut(): Promise<void>;
}

/** One data folder, and the desks that are opened over it one after the other. */
export interface KillableDesks {
  readonly dataFolder: string;
  /** Pulled until a test plugs it. */
  readonly cable: Cable;
  /** For the desk that is opened next. */
  readonly clock: LaptopClock;
  /** What went wrong in the pages. */
  readonly faults: readonly string[];
  open(): Promise<KillableDesk>;
  /** Kills what still lives, even half opened, and removes the folder. */
  end(): Promise<void>;
}

type Kill = () => Promise<void>;

export function makeKillableDesks(): KillableDesks {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-kill-'));
  const dataFolder = path.join(folder, 'data');
  const cable = makeCable(path.join(folder, 'cable'));
  const clock = makeLaptopClock();
  const faults: string[] = [];
  const alive = new Set<Kill>();
  const killAll = async (): Promise<void> => {
    await Promise.all([...alive].map((kill) => kill()));
    alive.clear();
  };
  return {
    dataFolder,
    cable,
    clock,
    faults,
    async open() {
      const nodeArguments = [...cable.nodeArguments, ...clock.nodeArguments];
      const host = await startWebHost(dataFolder, { ...cable, nodeArguments }, clock.environment);
      alive.add(() => host.kill());
      const profile = await prepareProfile(dataFolder);
      const browser = await startBrowser(profile);
      alive.add(browser.kill);
      const connection = await chromium.connectOverCDP(await browser.endpoint());
      const page = await firstPage(connection);
      watch(page, faults);
      await clock.showIn(page.context());
      await page.goto(host.address);
      return {
        page,
        async kill() {
          await killAll();
          await connection.close().catch(() => undefined); // nobody is left to say goodbye to
        },
        async shut() {
          await (await connection.newBrowserCDPSession()).send('Browser.close');
          await browser.ended;
          await killAll();
        },
      };
    },
    async end() {
      await killAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstPage(connection: Browser): Promise<Page> {
  const context = connection.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (page === undefined) throw new Error('the browser shows no page');
  await page.setViewportSize({ width: 1366, height: 768 });
  return page;
}

interface RunningBrowser {
  /** Resolves once it listens; throws when it ends before. */
  endpoint(): Promise<string>;
  readonly kill: Kill;
  readonly ended: Promise<unknown>;
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
    { stdio: 'ignore', detached: true, env: { ...process.env, TZ: LAPTOP_ZONE } },
  );
  const ended = once(child, 'exit');
  return {
    ended,
    endpoint: async () => `http://127.0.0.1:${await firstLineOf(portFile, child)}`,
    async kill() {
      if (hasEnded(child)) return;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL'); // the whole group: renderers and services too
      await ended;
    },
  };
}

async function firstLineOf(file: string, writer: ChildProcess): Promise<string> {
  while (!hasEnded(writer)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const [line] = text.split('\n');
    if (line !== undefined && line !== '') return line;
    await sleep(20);
  }
  throw new Error('the browser ended before it listened');
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
