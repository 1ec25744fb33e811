import { expect, type Page } from '@playwright/test';
import { joinFromSettings, makeInvitation, type Joining } from './joining-page.js';
import { goTo } from './work.js';

/** The laptop of everybody at the stand becomes that of one of them. */
export async function makeLaptopOf(page: Page, name: string, joining: Omit<Joining, 'code'>): Promise<void> {
  const code = await makeInvitation(page, name);
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the server' }).click();
  await joinFromSettings(page, { ...joining, code });
}

/** The pill in the title bar, whatever it says. */
export function pill(page: Page) {
  return page.getByRole('banner').getByRole('button').last();
}

export async function openSyncPage(page: Page): Promise<void> {
  await goTo(page, 'Sync and conflicts');
  await expect(page.getByRole('heading', { name: 'Sync and conflicts', level: 1 })).toBeVisible();
}

/** Waits until neither side has anything left, on the page of sync, which it opens. */
export async function untilExchanged(page: Page): Promise<void> {
  await openSyncPage(page);
  await expect(page.getByRole('status').getByText('Everything is exchanged')).toBeVisible();
}
