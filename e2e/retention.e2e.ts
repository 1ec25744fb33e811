import type { Page } from '@playwright/test';
import { deleteFromList, rowOf } from './support/deleted-page.js';
import { expect, test } from './support/test.js';
import { goTo, openVacancy, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const EBBA = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com', vacancy: VACANCY };
const OSKAR = { givenName: 'Oskar', familyName: 'Hedvall', email: 'oskar@example.com', vacancy: VACANCY };
const TUVA = { givenName: 'Tuva', familyName: 'Sørbråten', email: 'tuva@example.com', vacancy: VACANCY };
const PAGE = 'Candidates to be deleted';

test('G-17: who is due stands among the candidates to be deleted for thirty days, with the reason; a hold keeps, the rule deletes', async ({
  desks,
}) => {
  desks.clock.set('2027-03-01T10:00+01:00');
  let desk = await desks.open();
  await startCapturing(desk.page, VACANCY, [EBBA, OSKAR, TUVA]);
  await openVacancy(desk.page, VACANCY);
  await deleteFromList(desk.page, [EBBA.familyName, OSKAR.familyName, TUVA.familyName]);
  await openList(desk.page);
  await expect(desk.page.getByText('Nobody is due to be deleted')).toBeVisible();
  await desk.shut();

  // Long over, but nobody could look at the list meanwhile: they stand there for thirty days from now on.
  desks.clock.set('2029-02-10T10:00+01:00');
  desk = await desks.open();
  await openList(desk.page);
  for (const { familyName } of [EBBA, OSKAR, TUVA]) {
    await expect(rowOf(desk.page, familyName)).toContainText('Procedure ended on 1 Mar 2027');
    await expect(rowOf(desk.page, familyName)).toContainText('12 Mar 2029 · in 30 days');
  }
  await tick(desk.page, OSKAR.familyName);
  await desk.page.getByRole('button', { name: 'Keep longer…' }).click();
  await expect(desk.page.getByText('Only a legal hold keeps them now.')).toBeVisible();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await desk.page.getByRole('button', { name: 'Legal hold…' }).click();
  await desk.page.getByRole('button', { name: 'Place the hold' }).click();
  await expect(desk.page.getByText('Say why.')).toBeVisible();
  await desk.page.getByLabel('Reason').fill('A claim is being heard');
  await desk.page.getByRole('button', { name: 'Place the hold' }).click();
  await expect(rowOf(desk.page, OSKAR.familyName)).toContainText('Legal hold');
  await tick(desk.page, TUVA.familyName);
  await desk.page.getByRole('button', { name: 'Delete permanently' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Delete permanently' }).click();
  await expect(rowOf(desk.page, TUVA.familyName)).toHaveCount(0);
  await desk.shut();

  desks.clock.set('2029-03-12T09:00+01:00');
  desk = await desks.open();
  await openList(desk.page);
  await expect(rowOf(desk.page, OSKAR.familyName)).toContainText('Legal hold');
  await expect(rowOf(desk.page, EBBA.familyName)).toHaveCount(0);
  await goTo(desk.page, 'Deleted applications');
  await expect(rowOf(desk.page, OSKAR.familyName)).toBeVisible();
  await expect(rowOf(desk.page, EBBA.familyName)).toHaveCount(0);
  await openList(desk.page);
  await tick(desk.page, OSKAR.familyName);
  await desk.page.getByRole('button', { name: 'End the hold' }).click();
  await expect(rowOf(desk.page, OSKAR.familyName)).toContainText('11 Apr 2029 · in 30 days');
  await desk.shut();
});

async function openList(page: Page): Promise<void> {
  await goTo(page, 'Home');
  await page.getByRole('main').getByRole('link', { name: PAGE }).click();
  await expect(page.getByRole('heading', { name: PAGE })).toBeVisible();
}

async function tick(page: Page, familyName: string): Promise<void> {
  await rowOf(page, familyName).getByRole('checkbox').click();
}
