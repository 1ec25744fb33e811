import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import { countApplications, countWaiting, goTo, openVacancy, startWorking } from './support/work.js';

const POPULAR = 'Grid data analyst';

test('R7, R21, R57, C26, C33: two hundred mixed applicants are rejected in five steps, and all of it is taken back', async ({
  desk: { page },
}) => {
  test.setTimeout(180_000); // three hundred people of the demo
  await startWorking(page);
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Demo data' }).click();
  await page.getByRole('button', { name: /demo/i }).first().click();
  await goTo(page, 'Vacancy list');
  await expect(page.getByRole('link', { name: POPULAR, exact: true })).toBeVisible({ timeout: 120_000 });
  const waiting = await countWaiting(page);
  await openVacancy(page, POPULAR);
  const before = await readStrip(page);
  expect(before.length).toBeGreaterThan(5); // mixed: more than five statuses stand there
  expect(await countApplications(page)).toBeGreaterThanOrEqual(200);

  // 1: everybody
  await page.getByRole('checkbox', { name: /^Tick everybody/ }).click();
  // 2: the action
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Rejection/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Rejection' });
  // 3: type and reason
  await dialog.getByRole('radio', { name: 'Rejection following application review' }).click();
  await dialog.getByRole('radio', { name: 'Too little experience' }).click();
  await dialog.getByRole('button', { name: /^Next/ }).click();
  // 4: the mail, as each language gets it
  await dialog.getByRole('button', { name: /^Check the plan/ }).click();
  // 5: the plan
  const commit = dialog.getByRole('button', { name: /^Reject \d+, send \d+ emails/ });
  const [, included = '0', mails = '0'] = /Reject (\d+), send (\d+)/.exec(await commit.innerText()) ?? [];
  // The others are left out with their reason: rejected already, or hired.
  expect(Number(included)).toBeGreaterThan(150);
  expect(Number(mails)).toBeGreaterThan(150);
  await commit.click();

  const done = dialog.getByRole('heading', { name: `${included} applicants are rejected, ${mails} emails are in` });
  await expect(done).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: /^Undo/ }).click();
  await expect(dialog).toHaveCount(0);
  expect(await readStrip(page)).toEqual(before);
  expect(await countWaiting(page)).toBe(waiting);
});

/** How many stand in which status and at which stage, as the page says it. */
async function readStrip(page: Page): Promise<readonly string[]> {
  const counts = page.getByRole('list', { name: 'Applications by status' }).getByRole('button');
  await expect(counts.first()).toBeVisible();
  const all = await counts.all();
  return await Promise.all(all.map(async (count) => (await count.getAttribute('aria-label')) ?? ''));
}
