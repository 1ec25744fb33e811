import { mkdtemp } from 'node:fs/promises';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Services } from '../electron/services/services.js';
import { createWebContent, NONCE_PLACEHOLDER } from '../electron/services/web-content/create-web-content.js';
import { openServer } from '../electron/web-host/server.js';
import { browserArguments, findBrowser } from '../scripts/find-browser.js';

/** Both engines that Chromium may keep IndexedDB in (performance.md of the design names them). */
const ENGINES = {
  LevelDB: [],
  SQLite: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
} as const;
export type Engine = keyof typeof ENGINES;

export const PAGE_SOURCES = path.join(import.meta.dirname, 'page');

/** Builds the bench's pages, and answers where they lie. */
export async function buildPages(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-page-')));
  const input = ['index.html', 'calendar.html'].map((name) => path.join(PAGE_SOURCES, name));
  await build({
    root: PAGE_SOURCES,
    logLevel: 'error',
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', rolldownOptions: { input } },
  });
  return folder;
}

export interface BenchPage {
  readonly page: Page;
  /** Loads it, for the first time or anew. */
  readonly load: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** The page over a laptop's services, in a browser with its profile in that laptop's folder. */
export async function openPage(
  services: Services,
  { folder, pages, engine }: { readonly folder: string; readonly pages: string; readonly engine: Engine },
): Promise<BenchPage> {
  const content = createWebContent({ folder: pages, lane: (request) => services.lane(request) });
  const server = await openServer(await freePort(), services, content, () => undefined);
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: findBrowser(),
    args: [...browserArguments(), ...ENGINES[engine]],
  });
  const page = await context.newPage();
  return {
    page,
    load: () => page.goto(`${server.origin}/?token=${server.access.newTicket()}`, { waitUntil: 'networkidle' }),
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
