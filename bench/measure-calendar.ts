import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserArguments, findBrowser } from '../scripts/find-browser.js';
import type { CalendarBench } from './page/calendar.js';

declare const window: { readonly calendarBench: CalendarBench };

interface CalendarLine {
  readonly what: string;
  readonly ours: number;
  readonly limit: number;
  readonly against: string;
}

const VIEWS = ['day', 'week', 'month'] as const;
const AGAINST = { shown: 'the bare component, the same days', all: 'the bare component, all entries' } as const;

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
    const lines: CalendarLine[] = [];
    for (const size of sizes) {
      for (const view of VIEWS) {
        const measured = await page.evaluate(([n, v]) => window.calendarBench.compare(n, v), [size, view] as const);
        for (const which of ['shown', 'all'] as const) {
          const { ours, [which]: bare } = measured;
          const what = `${view}, ${size.toLocaleString('en')} entries`;
          lines.push({ what: `${what}: shown`, ours: ours.first, limit: bare.first, against: AGAINST[which] });
          lines.push({ what: `${what}: next page`, ours: ours.next, limit: bare.next, against: AGAINST[which] });
        }
      }
    }
    return lines;
  } finally {
    await browser.close();
    await server.close();
  }
}
