import { expect, test } from './support/test.js';
import { goTo, openVacancy, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const TUVA = { givenName: 'Tuva', familyName: 'Sørbråten', email: 'tuva@example.com', vacancy: VACANCY };
const JORIS = { givenName: 'Joris', familyName: 'van Beekum', email: 'joris@example.com', vacancy: VACANCY };

test('G-6, G-7, G-8, C12, C20: somebody is ranked, found under Ranking, and takes a step that the organisation made', async ({
  desk,
}) => {
  const { page } = desk;
  await startCapturing(page, VACANCY, [TUVA, JORIS]);
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Own steps' }).click();
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('textbox', { name: 'English' }).fill('Trial day');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Edit Trial day' })).toBeVisible();

  await openVacancy(page, VACANCY);
  const tuva = page.getByRole('row').filter({ hasText: TUVA.familyName });
  await tuva.getByRole('checkbox').click();
  const bar = page.getByRole('region', { name: 'Ticked applications' });
  await bar.getByRole('button', { name: 'Ranking' }).click();
  await page.getByRole('menuitem', { name: 'Ranking 1' }).click();
  await page.getByRole('link', { name: '1 Ranking' }).click();
  await expect(page.getByRole('row').filter({ hasText: JORIS.familyName })).toHaveCount(0);

  await bar.getByRole('button', { name: /Further progress/ }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(15); // R2: the fourteen, and below them the one of its own
  await page.getByRole('menuitemradio', { name: 'Trial day' }).click();
  await page.getByRole('button', { name: /^Execute/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Trial day' });
  await dialog.getByRole('button', { name: 'Check the plan' }).click();
  await dialog.getByRole('button', { name: /^Note for 1/ }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const counts = page.getByRole('list', { name: 'Applications by status' });
  await expect(counts.getByRole('button', { name: 'New: 1' })).toBeVisible();
  await counts.getByRole('button', { name: 'Trial day: 1' }).click();
  await tuva.getByText(TUVA.familyName).click();
  await expect(page.getByRole('button', { name: 'Ranking: 1' })).toBeVisible();
  await expect(page.getByText('New Trial day')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Trial day' })).toBeVisible();
});
