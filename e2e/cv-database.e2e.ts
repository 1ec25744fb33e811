import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import { addVacancy, goTo, openDossier, openVacancy, savePerson, startWorking, typePerson } from './support/work.js';

const VACANCY = 'Trainee power systems';
const OTHER = 'Controller';
const EBBA = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com', vacancy: VACANCY };
const OSKAR = { givenName: 'Oskar', familyName: 'Hedvall', email: 'oskar@example.com', vacancy: VACANCY };

test('R24, R25, C25: consent recorded later lets somebody be saved; from the CV database they are transferred, and back', async ({
  desk,
}) => {
  const { page } = desk;
  await startWorking(page);
  await addVacancy(page, OTHER);
  await addVacancy(page, VACANCY);
  await goTo(page, 'Capture');
  await typePerson(page, EBBA);
  await page.getByRole('checkbox', { name: 'Also for the CV database' }).check();
  await savePerson(page, EBBA);
  await typePerson(page, OSKAR);
  await savePerson(page, OSKAR);

  await openVacancy(page, VACANCY);
  await execute(page, [EBBA.familyName, OSKAR.familyName], /^Save application/);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('link', { name: 'Record the consent' }).click();
  await page.getByRole('button', { name: 'Record consent: CV database' }).click();
  await page.getByRole('button', { name: /^Oskar Hedvall agrees, until / }).click();
  await expect(page.getByText('The consent is recorded')).toBeVisible();

  await openVacancy(page, VACANCY);
  await execute(page, [], /^Save application/); // both are still ticked
  await dialog.getByRole('button', { name: /^Save 2/ }).click();
  await expect(dialog.getByText('2 applications are saved in the CV database')).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, 'CV database');
  await expect(rowOf(page, EBBA.familyName)).toContainText(VACANCY);
  await execute(page, [OSKAR.familyName], /^Transfer/);
  await dialog.getByRole('combobox', { name: 'Vacancy' }).click();
  await page.getByRole('option', { name: OTHER }).click();
  await dialog.getByRole('button', { name: /^Check the plan/ }).click();
  await dialog.getByRole('button', { name: /^Transfer 1/ }).click();
  await expect(dialog.getByText('1 applicant is transferred')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, OSKAR.familyName)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, OSKAR.familyName)).toBeVisible();

  await desk.restart();
  await goTo(desk.page, 'CV database');
  await expect(rowOf(desk.page, OSKAR.familyName)).toContainText('Saved');
  await openDossier(desk.page, OSKAR);
  await desk.page.getByRole('button', { name: 'Withdraw consent: CV database' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Withdraw consent' }).click();
  await goTo(desk.page, 'CV database');
  await expect(rowOf(desk.page, EBBA.familyName)).toBeVisible();
  await expect(rowOf(desk.page, OSKAR.familyName)).toHaveCount(0);
  await expect(desk.page.getByText('1 saved applicant is not in the list')).toBeVisible();
});

test('C23, G-12: a prospect, who has no application to delete, is deleted from the dossier', async ({ desk }) => {
  const { page } = desk;
  await startWorking(page);
  await goTo(page, 'Capture');
  const prospect = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com' };
  await typePerson(page, prospect);
  await savePerson(page, prospect);
  await goTo(page, 'CV database');
  await openDossier(page, prospect);
  await page.getByRole('button', { name: 'More for this person' }).click();
  await page.getByRole('menuitem', { name: 'Delete candidate…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete permanently' }).click();
  await expect(page.getByText('1 person is deleted permanently')).toBeVisible();
  await desk.restart();
  await goTo(desk.page, 'CV database');
  await expect(desk.page.getByRole('heading', { name: 'CV database' })).toBeVisible();
  await expect(rowOf(desk.page, prospect.familyName)).toHaveCount(0);
});

function rowOf(page: Page, familyName: string): Locator {
  return page.getByRole('row').filter({ hasText: familyName });
}

/** Ticks these in the list that is open, and begins an action with all who are ticked. */
async function execute(page: Page, familyNames: readonly string[], action: RegExp): Promise<void> {
  for (const familyName of familyNames) await rowOf(page, familyName).getByRole('checkbox').click();
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: action }).first().click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
}
