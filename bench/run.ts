import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Services } from '../electron/services/services.js';
import type { ChangeSet } from '../shared/changes/change-set.js';
import type { Bench } from './page/main.js';
import { buildPages, openPage, PAGE_SOURCES, type BenchPage, type Engine } from './bench-page.js';
import { openServices } from './bench-services.js';
import { measureComposing } from './compose-mails.js';
import { format, type Line } from './line.js';
import { measureCalendar } from './measure-calendar.js';
import { measurePages } from './measure-pages.js';
import { measureSearch } from './measure-search.js';
import { measureSync } from './measure-sync.js';
import { rawAppend } from './raw-append.js';
import { measureContracts } from './render-contracts.js';
import { applicant, basics } from './synthetic.js';

declare const window: { readonly bench: Bench };

const PEOPLE_PER_CHANGE_SET = 500;
const MESSAGE_ROW_BYTES = 6_000;
const CVS = 5_000;
const CALENDAR_SIZES = [1_000, 5_000];
const DEVICE_PATTERN = /^[0-9a-f]{16}$/;

const ENGINES = ['LevelDB', 'SQLite'] as const;

/** Measures what a recruiter waits for, beside what the machine could do at best, in one run. */
export async function runBench(
  part: 'everything' | 'sync' | 'pages',
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<void> {
  if (part !== 'sync') {
    say('\nPages that candidates open, one process of the server');
    await measurePages(say);
  }
  if (part === 'pages') return;
  const pages = await buildPages();
  if (part === 'everything') await measureScreens(sizes, pages, say);
  for (const size of sizes) {
    say(`\nSync of ${size.toLocaleString('en')} applications`);
    await measureSync(size, pages, say);
  }
  await rm(pages, { recursive: true });
}

async function measureScreens(sizes: readonly number[], pages: string, say: (line: string) => void): Promise<void> {
  const composing = await measureComposing();
  say('\nWhatever the size');
  say(format({ what: '500 mails composed', ...composing, against: 'plain string filling' }));
  say(format({ what: '50 contracts as PDF/A-2a', ...(await measureContracts()), against: 'the bare compiler' }));
  for (const line of measureSearch(CVS)) say(format({ ...line, against: 'MiniSearch, the same hits' }));
  say('\nThe calendar');
  for (const line of await measureCalendar(pages, PAGE_SOURCES, CALENDAR_SIZES)) say(format(line));
  for (const size of sizes) {
    for (const engine of ENGINES) {
      say(`\n${size.toLocaleString('en')} applications on ${engine}`);
      for (const line of await measure(size, engine, pages)) say(format(line));
    }
  }
}

async function measure(size: number, engine: Engine, pages: string): Promise<readonly Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-'));
  const services = await openServices(folder);
  await fillJournal(services, size);
  const opened = await openPage(services, { folder, pages, engine });
  try {
    await opened.load();
    return await measureIn(opened, folder);
  } finally {
    await opened.close();
    await services.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn({ page, load }: BenchPage, folder: string): Promise<readonly Line[]> {
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
