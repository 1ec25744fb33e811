import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openDesk } from '../e2e/support/desk.js';
import {
  beginEmail,
  checkPlan,
  goTo,
  openVacancy,
  savePerson,
  sendPlanned,
  startWorking,
  typePerson,
} from '../e2e/support/work.js';
import { ROOT } from './program.js';

const FOLDER = path.join(ROOT, 'docs', 'images');
const VACANCY = 'Trainee elkraft och nätstabilitet';

/** Takes the README's pictures from the built application with its demo data, light and dark. */
async function takeScreenshots(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const desk = await openDesk();
  const { page } = desk;
  await startWorking(page);
  await page.getByRole('button', { name: 'Try with demo data' }).click();
  await expect(page.getByText('captured today')).toBeVisible({ timeout: 120_000 });
  await openVacancy(page, VACANCY);
  await beginEmail(page);
  await checkPlan(page);
  await inBoth(page, 'progress');
  await sendPlanned(page);
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.waitForTimeout(11_000); // until the toast has gone
  await goTo(page, 'Home');
  await inBoth(page, 'home');
  await goTo(page, 'Outbox');
  await inBoth(page, 'outbox');
  await goTo(page, 'Capture');
  for (const [givenName, familyName] of [
    ['Oskar', 'Hedvall'],
    ['Priya', 'Raghunathan'],
    ['Ebba', 'Norrlander'],
  ] as const) {
    const email = `${givenName.toLowerCase()}@example.com`;
    await typePerson(page, { givenName, familyName, email });
    await savePerson(page, { givenName, familyName });
  }
  await page.waitForTimeout(11_000);
  const met = {
    givenName: 'Matilda',
    familyName: 'Rosenqvist',
    email: 'matilda.r@example.com',
    phone: '+46 70 555 01 86',
  };
  await typePerson(page, { ...met, language: 'sv' });
  await page.getByLabel('School and programme').fill('Chalmers, MSc Electric Power Engineering');
  await page.getByLabel('Note').fill('Wrote her thesis on island grids. Call after 3 December.');
  await inBoth(page, 'capture');
  await openVacancy(page, VACANCY);
  await page.keyboard.press('Escape'); // those without an address stayed ticked
  await tickSome(page);
  await inBoth(page, 'applications');
  await page.keyboard.press('Escape');
  await page.getByRole('row').nth(3).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.waitForTimeout(1_000); // the paper is drawn
  await inBoth(page, 'dossier');
  await desk.close();
}

async function tickSome(page: Page): Promise<void> {
  for (const row of [1, 3, 6]) await page.getByRole('row').nth(row).getByRole('checkbox').click();
}

async function inBoth(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.mouse.move(700, 765);
    await page.waitForTimeout(400); // colours change softly
    await page.screenshot({ path: path.join(FOLDER, `${name}-${colorScheme}.png`) });
  }
}

await takeScreenshots();
