import { expect, type Page } from '@playwright/test';
import type { Look } from './look.js';
import { goTo } from './work.js';

/** A list with somebody who can be filed, somebody who cannot, and somebody on file. */
export async function importScreens(page: Page, look: Look): Promise<void> {
  await goTo(page, 'CV database');
  await page.getByRole('link', { name: 'Import a list' }).click();
  await look('import');
  const list = 'Name;Email;Hobby\nÅse Sørby;ase@example.com;Sailing\n;nobody@example.com;\n';
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.alloc(0) });
  await look('import, refused');
  await page.locator('input[type=file]').setInputFiles(file);
  await look('import: columns');
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await look('import: plan');
  await page.getByRole('button', { name: 'Import 1 person' }).click();
  await expect(page.getByRole('heading', { name: '1 person is filed' })).toBeVisible();
  await look('import: done');
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
}
