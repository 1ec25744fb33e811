import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import {
  addVacancy,
  beginEmail,
  checkPlan,
  countApplications,
  countWaiting,
  goTo,
  openVacancy,
  savePerson,
  sendPlanned,
  startWorking,
  typePerson,
  type Met,
} from './support/work.js';

/** More in `npm run prove`. */
const KILLS = Number(process.env['FAIRDESK_KILLS'] ?? '60');
const VACANCY = 'Trainee power systems';
/** Long enough for some captures, short enough to hit the first of them. */
const LONGEST_LIFE_MS = 2_000;

/** What the screen had said when the lights went out. */
interface Memory {
  readonly saved: Set<string>;
  /** Being saved at that moment: there whole, or not at all. */
  readonly attempted: Set<string>;
  /** Mails that were shown as in the Outbox. */
  mails: number;
  /** Mails of a bulk that was not answered yet: there all, or none. */
  mailsAttempted: number;
}

test(`killed ${KILLS.toString()} times, host and browser together: what was shown as saved is there, nothing is half done`, async ({
  desks,
}) => {
  test.setTimeout(120_000 + KILLS * 30_000);
  const memory: Memory = { saved: new Set(), attempted: new Set(), mails: 0, mailsAttempted: 0 };
  for (let life = 0; life <= KILLS; life++) {
    const desk = await desks.open();
    if (life === 0) {
      await startWorking(desk.page);
      await addVacancy(desk.page, VACANCY);
    } else {
      await expectAllThere(desk.page, memory, life === KILLS);
    }
    const work = life % 3 === 2 ? writeToEverybody : capture;
    if (life < KILLS)
      await workUntilKilled(
        desk.page,
        () => work(desk.page, life, memory),
        () => desk.kill(),
      );
    else await desk.kill();
  }
  expect(memory.saved.size).toBeGreaterThan(KILLS / 3); // it was killed while working, not before
});

async function workUntilKilled(page: Page, work: () => Promise<void>, kill: () => Promise<void>): Promise<void> {
  let alive = true;
  const killed = sleep(300 + Math.random() * LONGEST_LIFE_MS).then(async () => {
    alive = false;
    await kill();
  });
  await work().catch((error: unknown) => {
    if (alive && !page.isClosed()) throw error;
  });
  await killed;
}

async function capture(page: Page, life: number, memory: Memory): Promise<void> {
  await goTo(page, 'Capture');
  await expect(page.getByLabel('First name')).toBeVisible();
  for (let person = 0; person < 10; person++) {
    const met = somebody(life, person);
    const name = `${met.givenName} ${met.familyName}`;
    await typePerson(page, met);
    memory.attempted.add(name);
    await savePerson(page, met);
    memory.saved.add(name);
  }
}

async function writeToEverybody(page: Page, _life: number, memory: Memory): Promise<void> {
  await openVacancy(page, VACANCY);
  await beginEmail(page);
  const mails = await checkPlan(page);
  memory.mailsAttempted = mails;
  await sendPlanned(page);
  memory.mails += mails;
  memory.mailsAttempted = 0;
}

function somebody(life: number, person: number): Met {
  const familyName = `Fjord${life.toString()}x${person.toString()}`;
  return { givenName: 'Kim', familyName, email: `${familyName.toLowerCase()}@example.com`, vacancy: VACANCY };
}

async function expectAllThere(page: Page, memory: Memory, every: boolean): Promise<void> {
  const mails = await countWaiting(page);
  expect([memory.mails, memory.mails + memory.mailsAttempted]).toContain(mails);
  Object.assign(memory, { mails, mailsAttempted: 0 });
  await openVacancy(page, VACANCY);
  const shown = await countApplications(page);
  expect(shown).toBeGreaterThanOrEqual(memory.saved.size);
  expect(shown).toBeLessThanOrEqual(memory.attempted.size);
  for (const name of [...memory.saved].slice(every ? 0 : -3)) {
    await page.getByPlaceholder(/^Filter by name/).fill(name);
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  }
  await page.getByPlaceholder(/^Filter by name/).fill('');
}
