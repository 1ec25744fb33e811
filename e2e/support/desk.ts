import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, chromium, type BrowserContext, type Page } from '@playwright/test';
import { PROFILE_ARGUMENTS, prepareProfile } from '../../electron/web-host/browser-window.js';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import { ROOT } from '../../scripts/program.js';
import { makeCable, type Cable } from './cable.js';
import { LAPTOP_ZONE } from './laptop-clock.js';
import { startWebHost, type WebHost } from './web-host.js';

/** The program as a person has it: a host over a data folder, and its window. */
export interface Desk {
  readonly page: Page;
  readonly dataFolder: string;
  /** Pulled at the first start. */
  readonly cable: Cable;
  /** Null when the specs run in Electron. */
  readonly host: WebHost | null;
  /** What went wrong in the page: errors, refused by the policy, thrown. */
  readonly faults: readonly string[];
  /** Forgets the faults that a test caused on purpose. */
  forgive(expected: RegExp): void;
  /** Closes window and host properly, and starts both again over the same folder; between them `meanwhile` happens to it. */
  restart(meanwhile?: () => void): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly page: Page;
  readonly host: WebHost | null;
  close(): Promise<void>;
}

interface Opening {
  readonly dataFolder: string;
  readonly cable: Cable;
  /** Further switches of the browser. */
  readonly further: readonly string[];
  readonly timezoneId: string;
  readonly built: string;
  readonly faults: string[];
}

const inElectron = process.env['FAIRDESK_E2E'] === 'electron';

export interface DeskOptions {
  /** Kept when it closes; an empty one of its own when left out. */
  readonly dataFolder?: string;
  /** Told to Chromium besides, as `--enable-features=…`. */
  readonly browserArguments?: readonly string[];
  /** The zone of the system; Norway's when left out. */
  readonly timezoneId?: string;
  /** Another build of the web host than `out/`; not with Electron. */
  readonly built?: string;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const own = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const { dataFolder = path.join(own, 'data'), browserArguments: further = [], timezoneId = LAPTOP_ZONE } = options;
  const { built = path.join(ROOT, 'out') } = options;
  const cable = makeCable(path.join(own, 'cable'));
  const faults: string[] = [];
  const open = async (): Promise<Opened> => {
    const electron = inElectron && options.built === undefined;
    return await (electron ? openElectron : openBrowser)({ dataFolder, cable, further, timezoneId, built, faults });
  };
  let current = await open();
  return {
    get page() {
      return current.page;
    },
    get host() {
      return current.host;
    },
    dataFolder,
    cable,
    faults,
    forgive(expected) {
      faults.splice(0, faults.length, ...faults.filter((fault) => !expected.test(fault)));
    },
    async restart(meanwhile) {
      await current.close();
      meanwhile?.();
      current = await open();
    },
    async close() {
      await current.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

async function openBrowser(opening: Opening): Promise<Opened> {
  const host = await startWebHost(opening.dataFolder, opening.cable, {}, opening.built);
  try {
    return await openWindow(host, opening);
  } catch (error) {
    await host.stop(); // nobody else knows of it yet
    throw error;
  }
}

async function openWindow(host: WebHost, { dataFolder, further, timezoneId, faults }: Opening): Promise<Opened> {
  const context: BrowserContext = await chromium.launchPersistentContext(await prepareProfile(dataFolder), {
    executablePath: findBrowser(),
    args: [...browserArguments(), ...PROFILE_ARGUMENTS, ...further],
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId,
    reducedMotion: 'reduce', // the tests of components and those that kill it see it move
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    watch(page, faults); // before the page loads: what goes wrong first counts too
    await page.goto(host.address);
    await page.waitForURL((url) => !url.searchParams.has('token'));
    return {
      page,
      host,
      async close() {
        await context.close();
        await host.stop();
      },
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function openElectron({ dataFolder, cable, further, timezoneId, faults }: Opening): Promise<Opened> {
  const application = await _electron.launch({
    args: [...cable.nodeArguments, ...further, ROOT],
    env: { ...(process.env as Record<string, string>), ...cable.environment, FAIRDESK_DATA: dataFolder },
    timezoneId,
  });
  const page = await application.firstWindow();
  watch(page, faults);
  return { page, host: null, close: () => application.close() };
}

/** Writes down what goes wrong in a page, and lets nothing in it wait for the end of the test. */
export function watch(page: Page, faults: string[]): void {
  page.setDefaultTimeout(20_000); // without it an action waits until the whole test is over
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
}
