import type { Page } from '@playwright/test';
import { deleteFromList, rowOf } from './support/deleted-page.js';
import { expect, test } from './support/test.js';
import { countApplications, goTo, openDossier, openVacancy, startCapturing, takeBack } from './support/work.js';

const VACANCY = 'Trainee power systems';
const EBBA = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com', vacancy: VACANCY };
const OSKAR = { givenName: 'Oskar', familyName: 'Hedvall', email: 'oskar@example.com', vacancy: VACANCY };
const TUVA = { givenName: 'Tuva', familyName: 'Sørbråten', email: 'tuva@example.com', vacancy: VACANCY };

test('R5, R14, R15: Home opens Deleted applications; what was deleted stands there, and Restore brings it back', async ({
  desk,
}) => {
  await startCapturing(desk.page, VACANCY, [EBBA, OSKAR, TUVA]);
  await openVacancy(desk.page, VACANCY);
  await deleteFromList(desk.page, [EBBA.familyName, OSKAR.familyName]);
  expect(await countApplications(desk.page)).toBe(1);

  await goTo(desk.page, 'Home');
  await desk.page.getByRole('main').getByRole('link', { name: 'Deleted applications' }).click();
  await expect(rowOf(desk.page, EBBA.familyName)).toContainText('Maja Lindhult');
  await expect(rowOf(desk.page, OSKAR.familyName)).toContainText(VACANCY);
  await desk.page.getByRole('textbox', { name: 'Filter the list' }).fill('ebba');
  await expect(rowOf(desk.page, OSKAR.familyName)).toHaveCount(0);
  await desk.page.getByRole('textbox', { name: 'Filter the list' }).fill('');

  await restore(desk.page, EBBA.familyName);
  await takeBack(desk.page, '1 application is restored to its vacancy');
  await expect(rowOf(desk.page, EBBA.familyName)).toBeVisible();
  await restore(desk.page, EBBA.familyName);
  await openVacancy(desk.page, VACANCY);
  await expect(rowOf(desk.page, EBBA.familyName)).toContainText('Restored');

  await desk.restart();
  await goTo(desk.page, 'Deleted applications');
  await expect(rowOf(desk.page, OSKAR.familyName)).toContainText('Maja Lindhult');
  await expect(rowOf(desk.page, EBBA.familyName)).toHaveCount(0);

  // Its dossier stays readable, and leads back to the page and nowhere else.
  await openDossier(desk.page, OSKAR);
  await expect(desk.page.getByText('This application is deleted.')).toBeVisible();
  await expect(desk.page.getByRole('button', { name: /^Execute/ })).toHaveCount(0);
  await desk.page.getByRole('complementary').getByRole('link', { name: 'Deleted applications' }).click();
  await expect(rowOf(desk.page, OSKAR.familyName)).toBeVisible();
});

async function restore(page: Page, familyName: string): Promise<void> {
  await rowOf(page, familyName).getByRole('checkbox').click();
  await page.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByText('1 application is restored to its vacancy')).toBeVisible();
}
