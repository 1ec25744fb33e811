import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import { openVacancy, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const EBBA = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com', vacancy: VACANCY };

/** As Excel saves it on a Nordic laptop: semicolons, Windows-1252, CRLF. */
const LIST = [
  'Förnamn;Efternamn;E-post;Mobil;Ort;Anteckning',
  'Åse;Sørby;ase@example.com;+47 21 55 01 86;Tromsø;=1+1',
  'Bjørn;Åkerström;bjorn at example;;Umeå;',
  'Ebba;Norrlander;EBBA@example.com;;Göteborg;Vill ha traineeplats',
  'Oskar;Hedvall;oskar@example.com;031-555 01 01;Malmö;',
].join('\r\n');

const CARDS = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:van den Berg;Sanne;;;',
  'EMAIL:sanne@example.com',
  'LANG:nl',
  'END:VCARD',
].join('\r\n');

test('a list from Excel is imported, taken back, and stays taken back; then cards from a phone', async ({ desk }) => {
  const { page } = desk;
  await startCapturing(page, VACANCY, [EBBA]);
  await page.getByRole('link', { name: 'Import a list' }).click();
  await chooseFile(page, 'deltagare.csv', Buffer.from(LIST, 'latin1'));
  await expect(page.getByRole('radio', { name: 'Semicolon' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Character encoding' })).toHaveValue('Windows-1252');
  const preview = page.getByRole('list', { name: 'The first 4 rows' });
  await expect(preview).toContainText('Åse Sørby');
  await expect(preview).toContainText('The email address is not valid.');
  // Where they live stays out, and comes back.
  await page.getByRole('combobox', { name: 'Ort: filed as' }).selectOption('Not imported');
  await expect(preview).not.toContainText('Tromsø');
  await page.getByRole('combobox', { name: 'Ort: filed as' }).selectOption('City');
  await page.getByRole('button', { name: 'Check 4 rows' }).click();

  await expect(page.getByRole('heading', { name: '2 people will be filed' })).toBeVisible();
  await expect(page.getByText('On file already: Ebba Norrlander has this email address.')).toBeVisible();
  await expect(page.getByText('Nobody’s consent is recorded')).toBeVisible();
  await page.getByRole('radio', { name: 'Add the note' }).click();
  await page.getByRole('combobox', { name: 'Vacancy' }).click();
  await page.getByRole('option', { name: VACANCY }).click();
  await expect(page.getByText('Something is added to 1 person on file.')).toBeVisible();
  const leftOut = await download(page, 'Save the rows left out as CSV');
  expect(leftOut).toContain('Bjørn;Åkerström;bjorn at example;;Umeå;;The email address is not valid.');
  await page.getByRole('button', { name: 'Import 3 people' }).click();
  await expect(page.getByRole('heading', { name: '2 people are filed' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the vacancy' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Sørby' })).toContainText('New');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Sørby' })).toHaveCount(0);

  await desk.restart();
  await openVacancy(desk.page, VACANCY);
  await expect(desk.page.getByRole('row').filter({ hasText: 'Norrlander' })).toHaveCount(1);
  await expect(desk.page.getByRole('row').filter({ hasText: 'Sørby' })).toHaveCount(0);
  await dropFile(desk.page, 'contacts.vcf', CARDS);
  await desk.page.getByRole('button', { name: 'Check 1 row' }).click();
  await desk.page.getByRole('button', { name: 'Import 1 person' }).click();
  await expect(desk.page.getByRole('heading', { name: '1 person is filed' })).toBeVisible();
  await desk.page.getByRole('main').getByRole('link', { name: 'CV database' }).click();
  await expect(desk.page.getByRole('row').filter({ hasText: 'van den Berg' })).toContainText('No consent');
});

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
}

/** On whatever page is open. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([named, contents]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([contents ?? ''], named ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: files });
}

async function download(page: Page, button: string): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await saved).path(), 'utf8');
}
