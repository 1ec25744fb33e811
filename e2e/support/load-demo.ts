import { expect, type Page } from '@playwright/test';
import { goTo } from './work.js';

/** Three hundred people of a fair; the pages are full after it. */
export async function loadDemo(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Demo data' }).click();
  await page.getByRole('button', { name: 'Load demo data' }).click();
  await expect(page.getByText(/Loaded now/)).toBeVisible({ timeout: 120_000 });
}
