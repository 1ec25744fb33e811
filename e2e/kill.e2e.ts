import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { makeCable } from './support/cable.js';
import { openKillableDesk } from './support/killable-desk.js';
import {
  addVacancy,
  countApplications,
  goTo,
  openVacancy,
  savePerson,
  startWorking,
  typePerson,
  type Met,
} from './support/work.js';

/** More in `npm run prove`. */
const KILLS = Number(process.env['FAIRDESK_KILLS'] ?? '60');
const VACANCY = 'Trainee power systems';
/** Long enough for some captures, short enough to hit the first of them. */
const LONGEST_LIFE_MS = 2_500;

interface Memory {
  /** Shown as saved before the lights went out. */
  readonly saved: Set<string>;
  /** Being saved when they did: there whole, or not at all. */
  readonly attempted: Set<string>;
}

test(`killed ${KILLS.toString()} times with host and browser: what was shown as saved is there`, async () => {
  test.setTimeout(120_000 + KILLS * 30_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-kill-'));
  const cable = makeCable(path.join(folder, 'cable'));
  const memory: Memory = { saved: new Set(), attempted: new Set() };
  for (let life = 0; life <= KILLS; life++) {
    const desk = await openKillableDesk(path.join(folder, 'data'), cable);
    if (life === 0) {
      await startWorking(desk.page);
      await addVacancy(desk.page, VACANCY);
    } else {
      await expectAllThere(desk.page, memory, life === KILLS);
    }
    if (life < KILLS) await captureUntilKilled(desk.page, life, memory, () => desk.kill());
    else await desk.kill();
  }
  expect(memory.saved.size).toBeGreaterThan(KILLS / 2); // it was killed while working, not before
  rmSync(folder, { recursive: true, force: true });
});

async function captureUntilKilled(page: Page, life: number, memory: Memory, kill: () => Promise<void>): Promise<void> {
  await goTo(page, 'Capture');
  await expect(page.getByLabel('First name')).toBeVisible();
  const killed = sleep(Math.random() * LONGEST_LIFE_MS).then(kill);
  try {
    for (let person = 0; ; person++) {
      const met = somebody(life, person);
      const name = `${met.givenName} ${met.familyName}`;
      await typePerson(page, met);
      memory.attempted.add(name);
      await savePerson(page, met);
      memory.saved.add(name);
    }
  } catch (error) {
    await killed;
    if (!page.isClosed() && !/closed|crashed|disconnected/i.test(String(error))) throw error;
  }
}

function somebody(life: number, person: number): Met {
  const familyName = `Fjord${life.toString()}x${person.toString()}`;
  return { givenName: 'Kim', familyName, email: `${familyName.toLowerCase()}@example.com`, vacancy: VACANCY };
}

async function expectAllThere(page: Page, memory: Memory, every: boolean): Promise<void> {
  await openVacancy(page, VACANCY);
  const shown = await countApplications(page);
  expect(shown).toBeGreaterThanOrEqual(memory.saved.size);
  expect(shown).toBeLessThanOrEqual(memory.attempted.size);
  const names = [...memory.saved].slice(every ? 0 : -4);
  for (const name of names) {
    await page.getByPlaceholder(/^Filter by name/).fill(name);
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  }
  await page.getByPlaceholder(/^Filter by name/).fill('');
}
