import { expect, type Locator, type Page } from '@playwright/test';
import type { Recruiter } from './recruiter.js';

/** How far an entry may be from its line, in pixels. */
const TOLERANCE = 2;
/** Pixels. */
export const HOUR = 72;

/** Searches the calendar that is open for one date and shows it as a day. */
export async function lookAt({ page, t }: Pick<Recruiter, 'page' | 't'>, date: string): Promise<void> {
  await page.getByRole('textbox', { name: t('calendar.dateFrom'), exact: true }).fill(date);
  await page.getByRole('textbox', { name: t('calendar.dateTo'), exact: true }).fill(date);
  await page.getByRole('button', { name: t('calendar.search'), exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('d');
  await expect(page.locator('.rbc-time-content')).toBeVisible();
}

/** The hour on the axis at which an entry begins; null where it begins at none. */
export async function lineOf(page: Page, entry: Locator): Promise<string | null> {
  const top = (await entry.boundingBox())?.y;
  if (top === undefined) return null;
  for (const label of await page.locator('.rbc-time-gutter .rbc-label').all()) {
    const box = await label.boundingBox();
    if (box !== null && Math.abs(box.y + box.height / 2 - top) <= TOLERANCE) return await label.innerText();
  }
  return null;
}

/** Drags an entry down by so many pixels, as a hand does: in steps. */
export async function drag(page: Page, entry: Locator, by: number): Promise<void> {
  await entry.scrollIntoViewIfNeeded();
  const box = await entry.boundingBox();
  if (box === null) throw new Error('there is nothing to drag');
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + by / 2, { steps: 4 });
  await page.mouse.move(x, y + by, { steps: 4 });
  await page.mouse.up();
}
