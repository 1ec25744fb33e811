import { expect, test } from './support/test.js';
import { countApplications, goTo, openVacancy, savePerson, startCapturing, typePerson } from './support/work.js';

const VACANCY = 'Trainee power systems';
const FIRST = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: VACANCY };
const SECOND = { givenName: 'Sanne', familyName: 'de Wit', email: 'sanne@example.com', vacancy: VACANCY };

test('a second window is refused, the first goes on; when it is closed the second takes over', async ({ desk }) => {
  const first = desk.page;
  await startCapturing(first, VACANCY);
  await typePerson(first, FIRST);

  const second = await first.context().newPage();
  await second.goto(new URL('/', first.url()).href);
  await expect(second.getByRole('heading', { name: 'Fairdesk is already open' })).toBeVisible();
  await second.getByRole('button', { name: 'Try again' }).click();
  await expect(second.getByRole('heading', { name: 'Fairdesk is already open' })).toBeVisible();

  await first.bringToFront();
  await savePerson(first, FIRST);
  await typePerson(first, SECOND);
  await expect(first.getByText('Every key you press is saved on this laptop')).toBeVisible();
  await first.close();

  await second.getByRole('button', { name: 'Try again' }).click();
  await goTo(second, 'Capture');
  await expect(second.getByLabel('Surname')).toHaveValue(SECOND.familyName); // typed in the window that was closed
  await savePerson(second, SECOND);
  await openVacancy(second, VACANCY);
  expect(await countApplications(second)).toBe(2);
  await expect(second.getByRole('row').filter({ hasText: FIRST.familyName })).toBeVisible();
});

test('saving twice in a breath files the person once', async ({ desk: { page } }) => {
  await startCapturing(page, VACANCY);
  await typePerson(page, FIRST);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nora Fjellheim is saved')).toBeVisible();
  await typePerson(page, SECOND);
  await page.getByRole('button', { name: 'Save and open' }).dblclick();
  await expect(page.getByRole('heading', { name: /de Wit/ })).toBeVisible();
  await openVacancy(page, VACANCY);
  expect(await countApplications(page)).toBe(2);
});
