import { mkdtemp, open as openFile, rm } from 'node:fs/promises';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { createServices } from '../electron/services/create-services.js';
import { fileSecretStore } from '../electron/services/secrets/file-secret-store.js';
import type { Services } from '../electron/services/services.js';
import { createWebContent } from '../electron/services/web-content/create-web-content.js';
import { openServer } from '../electron/web-host/server.js';
import { browserArguments, findBrowser } from '../scripts/find-browser.js';
import type { ChangeSet } from '../shared/changes/change-set.js';
import type { Bench } from './page/main.js';
import { measureComposing } from './compose-mails.js';
import { measureContracts } from './render-contracts.js';
import { measureSearch } from './measure-search.js';
import { measureCalendar } from './measure-calendar.js';
import { applicant, basics } from './synthetic.js';

declare const window: { readonly bench: Bench };

/** Both engines that Chromium may keep IndexedDB in (performance.md of the design names them). */
const ENGINES = {
  LevelDB: [],
  SQLite: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
} as const;
type Engine = keyof typeof ENGINES;

const PEOPLE_PER_CHANGE_SET = 500;
const MESSAGE_ROW_BYTES = 6_000;
const CVS = 5_000;
const CALENDAR_SIZES = [1_000, 5_000];
const DEVICE_PATTERN = /^[0-9a-f]{16}$/;

/** One line of the report: ours, the limit it is measured against, both in milliseconds of this run. */
interface Line {
  readonly what: string;
  readonly ours: number;
  readonly limit: number;
  readonly against: string;
}

/** Measures what a recruiter waits for, beside what the machine could do at best, in one run. */
export async function runBench(
  sizes: readonly number[],
  engines: readonly Engine[],
  say: (line: string) => void,
): Promise<void> {
  const pageFolder = path.join(await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-page-')));
  const root = path.join(import.meta.dirname, 'page');
  await build({
    root,
    logLevel: 'error',
    build: {
      outDir: pageFolder,
      emptyOutDir: true,
      target: 'chrome140',
      rolldownOptions: { input: [path.join(root, 'index.html'), path.join(root, 'calendar.html')] },
    },
  });
  const composing = await measureComposing();
  say('\nWhatever the size');
  say(format({ what: '500 mails composed', ...composing, against: 'plain string filling' }));
  say(format({ what: '50 contracts as PDF/A-2a', ...(await measureContracts()), against: 'the bare compiler' }));
  for (const line of measureSearch(CVS)) say(format({ ...line, against: 'MiniSearch, the same hits' }));
  say('\nThe calendar');
  for (const line of await measureCalendar(pageFolder, root, CALENDAR_SIZES)) say(format(line));
  for (const size of sizes) {
    for (const engine of engines) {
      say(`\n${size.toLocaleString('en')} applications on ${engine}`);
      for (const line of await measure(size, engine, pageFolder)) say(format(line));
    }
  }
  await rm(pageFolder, { recursive: true });
}

async function measure(size: number, engine: Engine, pageFolder: string): Promise<readonly Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-'));
  const services = await createServices({
    dataFolder: folder,
    secrets: fileSecretStore(folder),
    clock: { now: () => Date.now() },
    network: { isUp: () => false },
    report: (where, error) => {
      throw new Error(where, { cause: error });
    },
    info: { version: 'bench', host: 'web', platform: process.platform, userName: 'bench' },
    openInBrowser: async () => false,
    clearStore: async () => undefined,
    onWaiting: () => undefined,
  });
  await fillJournal(services, size);
  const server = await openServer(
    await freePort(),
    services,
    createWebContent({ folder: pageFolder, lane: (request) => services.lane(request) }),
    () => undefined,
  );
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: findBrowser(),
    args: [...browserArguments(), ...ENGINES[engine]],
  });
  try {
    const page = await context.newPage();
    const load = () => page.goto(`${server.origin}/?token=${server.access.newTicket()}`, { waitUntil: 'networkidle' });
    await load();
    return await measureIn(page, load, folder);
  } finally {
    await context.close();
    await server.close();
    await services.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(page: Page, load: () => Promise<unknown>, folder: string): Promise<readonly Line[]> {
  const rebuilt = await page.evaluate(() => window.bench.open());
  const rawFill = await page.evaluate(() => window.bench.rawFill());
  await page.evaluate(() => window.bench.close());
  await load();
  const rawStart = await page.evaluate(() => window.bench.rawStart());
  const started = await page.evaluate(() => window.bench.open());
  await page.evaluate(() => window.bench.rawPlain());
  const lists = await page.evaluate(() => window.bench.lists());
  const one = await page.evaluate(() => window.bench.commitOne(31));
  const bulk = await page.evaluate(() => window.bench.commitBulk(7, 200));
  const putOne = await page.evaluate(() => window.bench.rawPut(31, 1, 1_000));
  const putBulk = await page.evaluate((bytes) => window.bench.rawPut(7, 200, bytes), MESSAGE_ROW_BYTES);
  const appendOne = await rawAppend(folder, 31, 1_500);
  const appendBulk = await rawAppend(folder, 7, 200 * MESSAGE_ROW_BYTES);
  const rejected = await measureReject(page, folder);
  await page.evaluate(() => window.bench.close());
  const of = (name: string): number => lists[name] ?? Number.NaN;
  const hot = of('hotApplications').toLocaleString('en');
  return [
    {
      what: 'rebuild from the journal',
      ours: rebuilt.ms,
      limit: rawFill,
      against: 'raw IndexedDB, the same sealed rows',
    },
    { what: 'start to usable list', ours: started.ms, limit: rawStart, against: 'raw open + getAll of the same boxes' },
    {
      what: `one vacancy (${hot}) filtered, sorted`,
      ours: of('sorted'),
      limit: of('sortLimit'),
      against: 'the bare sort of the names',
    },
    { what: '  the same', ours: of('sorted'), limit: of('sortRaw'), against: 'raw getAll by index, unsorted' },
    {
      what: 'counts, 40 vacancies × 9 statuses',
      ours: of('counts'),
      limit: of('countsRaw'),
      against: 'raw count() by index',
    },
    { what: 'commit of one change', ours: one, limit: putOne + appendOne, against: 'raw put + raw append, fdatasync' },
    {
      what: 'commit of a bulk of 200 mails',
      ours: bulk,
      limit: putBulk + appendBulk,
      against: 'raw puts + raw append, fdatasync',
    },
    ...rejected,
  ];
}

/** What a recruiter waits for who rejects 200 at once; the mails are merged in both of its parts. */
async function measureReject(page: Page, folder: string): Promise<readonly Line[]> {
  const { plan, commit, rawPut, bytes, included } = await page.evaluate(() => window.bench.rejectAll(7, 200));
  const limit = rawPut + (await rawAppend(folder, 7, bytes));
  const against = 'raw puts of the same rows + raw append, fdatasync';
  return [
    { what: `reject 200 mixed, ${included.toString()} of them in: the plan`, ours: plan, limit, against },
    { what: '  from Send to saved', ours: commit, limit, against },
  ];
}

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function fillJournal({ handlers }: Services, size: number): Promise<void> {
  const head = await handlers['journal.open'](null);
  if (!head.ok || !DEVICE_PATTERN.test(head.value.device)) throw new Error('no journal');
  const { device } = head.value;
  let n = 0;
  for (let at = 0; at < size; at += PEOPLE_PER_CHANGE_SET) {
    const people = Array.from({ length: Math.min(PEOPLE_PER_CHANGE_SET, size - at) }, (_, i) => applicant(at + i));
    const changes = [...(at === 0 ? basics() : []), ...people.flat()];
    n += 1;
    const stamp = `${(1_790_000_000_000 + n).toString(16).padStart(12, '0')}-0000-${device}`;
    const actionId = n.toString(16).padStart(32, '0');
    const changeSet: ChangeSet = { v: 1, device, n, stamp, at: n, by: null, actionId, action: 'capture', changes };
    const appended = await handlers['journal.append']({ changeSet });
    if (!appended.ok) throw new Error(appended.code);
  }
}

/** What a durable append costs without anything of ours: the median of write + fdatasync at the end of a file. */
async function rawAppend(folder: string, runs: number, bytes: number): Promise<number> {
  const file = await openFile(path.join(folder, 'raw-append'), 'a');
  const block = Buffer.alloc(bytes, 7);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await file.write(block);
    await file.datasync();
    times.push(performance.now() - start);
  }
  await file.close();
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

function format({ what, ours, limit, against }: Line): string {
  const ratio = (ours / limit).toFixed(2);
  return `  ${what.padEnd(40)} ${ours.toFixed(1).padStart(9)} ms  ${ratio.padStart(7)} ×  of ${limit.toFixed(1)} ms (${against})`;
}
