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
const KILLS = Number(process.env['FAIRDESK_KILLS'] ?? '8');
const VACANCY = 'Trainee power systems';
/** A life lasts up to this many captures, as long as they take on this machine: a slow one gets to work too. */
const LONGEST_LIFE_IN_CAPTURES = 4;
const LONGEST_START_MS = 1_000;

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
  let longestLife = 0;
  for (let life = 0; life <= KILLS; life++) {
    const desk = await desks.open();
    if (life === 0) {
      await startWorking(desk.page);
      await addVacancy(desk.page, VACANCY);
      longestLife = LONGEST_LIFE_IN_CAPTURES * (await timeOfOneCapture(desk.page, memory));
    } else if (life % 5 === 4 && life < KILLS) {
      await sleep(Math.random() * LONGEST_START_MS); // it dies while it reads, replays and rebuilds
      await desk.kill();
      continue;
    } else {
      await expectAllThere(desk.page, memory, life === KILLS);
    }
    const work = life % 3 === 2 ? writeToEverybody : capture;
    if (life < KILLS)
      await workUntilKilled(
        desk.page,
        () => work(desk.page, life, memory),
        () => desk.kill(),
        longestLife,
      );
    else await desk.kill();
  }
  expect(memory.saved.size).toBeGreaterThan(KILLS / 3); // it was killed while working, not before
});

async function timeOfOneCapture(page: Page, memory: Memory): Promise<number> {
  const from = performance.now();
  await capture(page, 0, memory, 1);
  return performance.now() - from;
}

async function workUntilKilled(
  page: Page,
  work: () => Promise<void>,
  kill: () => Promise<void>,
  longestLife: number,
): Promise<void> {
  let alive = true;
  const killed = sleep(300 + Math.random() * longestLife).then(async () => {
    alive = false;
    await kill();
  });
  await work().catch((error: unknown) => {
    if (alive && !page.isClosed()) throw error;
  });
  await killed;
}

async function capture(page: Page, life: number, memory: Memory, people = 10): Promise<void> {
  await goTo(page, 'Capture');
  await expect(page.getByLabel('First name')).toBeVisible();
  for (let person = 0; person < people; person++) {
    const met = somebody(`${life.toString()}x${memory.attempted.size.toString()}`);
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

function somebody(number: string): Met {
  const familyName = `Fjord${number}`;
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
