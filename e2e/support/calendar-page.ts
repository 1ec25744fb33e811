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
  await expect(page.getByRole('radio', { name: t('calendar.agenda') })).toBeChecked();
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

/** Drags an entry down by so many pixels. */
export async function drag(page: Page, entry: Locator, by: number): Promise<void> {
  const box = await boxOf(entry);
  const from = { x: box.x + box.width / 3, y: box.y + box.height / 2 };
  await dragFrom(page, from, { ...from, y: from.y + by });
}

/** Drags an entry into another column, at the hour where it stands. */
export async function dragInto(page: Page, entry: Locator, column: Locator): Promise<void> {
  const box = await boxOf(entry);
  const { x, width } = await boxOf(column);
  const from = { x: box.x + box.width / 3, y: box.y + box.height / 2 };
  await dragFrom(page, from, { ...from, x: x + width / 2 });
}

/** Drags an applicant of *To be invited* to an hour of a column. */
export async function dragIn(page: Page, applicant: Locator, column: Locator, hour: string): Promise<void> {
  const box = await boxOf(applicant);
  const { x, width } = await boxOf(column);
  const { y, height } = await boxOf(page.locator('.rbc-time-gutter .rbc-label', { hasText: hour }));
  const from = { x: box.x + box.width / 3, y: box.y + box.height / 2 };
  await dragFrom(page, from, { x: x + width / 2, y: y + height / 2 + INTO_QUARTER });
}

/** How far below its lower edge an entry is held so that the quarter that is pointed at is the one meant, in pixels. */
const INTO_QUARTER = 9;

/** Makes an entry longer by so many pixels, by its lower edge. */
export async function stretch(page: Page, entry: Locator, by: number): Promise<void> {
  const box = await boxOf(entry);
  const from = { x: box.x + box.width / 2, y: box.y + box.height - 3 };
  await dragFrom(page, from, { ...from, y: from.y + by + INTO_QUARTER });
}

async function boxOf(element: Locator) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error('there is nothing to drag');
  return box;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** As a hand does: in steps. */
async function dragFrom(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
