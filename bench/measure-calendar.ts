import { chromium, type CDPSession } from '@playwright/test';
import { preview } from 'vite';
import { browserArguments, findBrowser } from '../scripts/find-browser.js';
import type { CalendarBench, Contestant } from './page/calendar.js';

declare const window: { readonly calendarBench: CalendarBench };

interface CalendarLine {
  readonly what: string;
  readonly ours: number;
  readonly limit: number;
  readonly against: string;
}

const VIEWS = ['day', 'recruiters', 'week', 'month'] as const;
const NAMES = { day: 'day', recruiters: 'day per recruiter', week: 'week', month: 'month' } as const;
const AGAINST = {
  draggable: 'the component in its drag-and-drop add-on, the same days',
  bare: 'the bare component, the same days',
  bareWithAll: 'the bare component, all entries',
} as const;
const CONTESTANTS = ['ours', 'draggable', 'bare', 'bareWithAll'] as const;
const PAGES = ['first', 'next'] as const;
const ROUNDS = 9;

type Page = (typeof PAGES)[number];
/** Milliseconds of work for a contestant's first paint and for turning its page, by round. */
type Times = Record<Contestant, Record<Page, number[]>>;

/** The calendar beside the library that draws it, in one run of one browser. */
export async function measureCalendar(
  folder: string,
  root: string,
  sizes: readonly number[],
): Promise<readonly CalendarLine[]> {
  const server = await preview({ root, logLevel: 'error', build: { outDir: folder }, preview: { port: 0 } });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(new URL('calendar.html', server.resolvedUrls?.local[0]).href);
    const thread = await page.context().newCDPSession(page);
    await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
    const lines: CalendarLine[] = [];
    for (const size of sizes) {
      for (const view of VIEWS) {
        const show = (name: Contestant, at: Page) =>
          worked(thread, () =>
            page.evaluate(([n, s, v, p]) => window.calendarBench.show(n, s, v, p), [name, size, view, at] as const),
          );
        const times = await takeTurns(show, () => page.evaluate(() => window.calendarBench.clear()));
        const what = `${NAMES[view]}, ${size.toLocaleString('en')} entries`;
        for (const other of ['draggable', 'bare', 'bareWithAll'] as const) {
          const line = (words: string, at: Page): CalendarLine => ({
            what: `${what}: ${words}`,
            ours: medianOf(times.ours[at]),
            limit: medianOf(times[other][at]),
            against: AGAINST[other],
          });
          lines.push(line('shown', 'first'), line('next page', 'next'));
        }
      }
    }
    return lines;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Each as often after each, so that whatever else the machine does at a moment meets all of them. */
async function takeTurns(
  show: (name: Contestant, at: Page) => Promise<number>,
  clear: () => Promise<void>,
): Promise<Times> {
  const none = () => ({ first: [], next: [] });
  const times: Times = { ours: none(), draggable: none(), bare: none(), bareWithAll: none() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = round % CONTESTANTS.length;
    for (const name of [...CONTESTANTS.slice(begin), ...CONTESTANTS.slice(0, begin)]) {
      for (const at of PAGES) {
        const ms = await show(name, at);
        if (round > 0) times[name][at].push(ms); // the first warms up
      }
      await clear();
    }
  }
  return times;
}

/** What the page's main thread worked, in milliseconds of its own: drawing, layout, paint, and what is drawn again after it. */
async function worked(thread: CDPSession, work: () => Promise<void>): Promise<number> {
  const total = async (): Promise<number> => {
    const { metrics } = await thread.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await total();
  await work();
  return ((await total()) - before) * 1000;
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
