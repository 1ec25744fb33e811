import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { ROOT } from '../../scripts/program.js';

/** The zone that laptops are in, unless a test says otherwise. */
export const LAPTOP_ZONE = 'Europe/Oslo';

/** A laptop's clock, which host and window read; it runs on from wherever it is set. */
export interface LaptopClock {
  /** `2027-06-01T09:40+02:00`; whatever is opened afterwards has it. */
  set(time: string): void;
  readonly nodeArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Before a page of it loads. */
  showIn(window: BrowserContext): Promise<void>;
}

/** At the true time, until it is set. */
export function makeLaptopClock(): LaptopClock {
  let ahead = 0;
  return {
    set(time) {
      ahead = Date.parse(time) - Date.now();
    },
    get nodeArguments() {
      return ahead === 0 ? [] : ['--require', path.join(ROOT, 'e2e', 'support', 'fake-clock.cjs')];
    },
    get environment() {
      return { TZ: LAPTOP_ZONE, FAIRDESK_TEST_CLOCK_AHEAD: ahead.toString() };
    },
    async showIn(window) {
      if (ahead !== 0) await window.clock.install({ time: Date.now() + ahead });
    },
  };
}
