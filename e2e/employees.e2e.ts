import { searchPalette } from './support/palette.js';
import { expect, test } from './support/test.js';
import { goTo, hireFirst, openVacancy, startCapturing, takeBack } from './support/work.js';

const VACANCY = 'Trainee power systems';
const NAME = 'Märta Kjærgård';
const MET = {
  givenName: 'Märta',
  familyName: 'Kjærgård',
  email: 'marta@example.com',
  language: 'sv',
  vacancy: VACANCY,
} as const;

test('R38, R40, C24: who is hired stands under Employees, is changed there, and is a candidate again once deleted', async ({
  desk,
}) => {
  test.setTimeout(120_000);
  await startCapturing(desk.page, VACANCY, [MET]);
  await hireFirst(desk.page, VACANCY);
  await desk.restart();

  const { page } = desk;
  await goTo(page, 'Employees');
  const row = page.getByRole('row').filter({ hasText: NAME });
  for (const words of [VACANCY, 'Grid', '1 Feb 2027']) await expect(row).toContainText(words);
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Start date').fill('2027-03-15');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('15 Mar 2027')).toBeVisible();
  await takeBack(page, `${NAME} is saved`);
  await expect(page.getByText('1 Feb 2027')).toBeVisible();

  await searchPalette(page, 'kjaer');
  await expect(page.getByRole('option', { name: /Märta.*Grid/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Delete employee' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete employee' }).click();
  await expect(page.getByText('No employees yet')).toBeVisible();

  await desk.restart();
  await goTo(desk.page, 'Employees');
  await expect(desk.page.getByText('No employees yet')).toBeVisible();
  await openVacancy(desk.page, VACANCY);
  await expect(desk.page.getByRole('row').filter({ hasText: NAME })).toContainText('Restored');
});
