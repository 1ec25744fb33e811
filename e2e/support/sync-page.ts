import { expect, type Page } from '@playwright/test';
import { goTo } from './work.js';

interface Joining {
  readonly server: string;
  readonly code: string;
  /** What people call the laptop. */
  readonly laptop: string;
}

/** Joins an organisation, from the page of *Settings* by its address. */
export async function joinServer(page: Page, { server, code, laptop }: Joining): Promise<void> {
  await openServerPage(page);
  await page.getByLabel('Address of the server, or the link').fill(server);
  await page.getByLabel('Invitation code').fill(code);
  await page.getByLabel('Name of this laptop').fill(laptop);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^This laptop belongs to/ })).toBeVisible();
}

/** The laptop of everybody at the stand becomes that of one of them. */
export async function makeLaptopOf(page: Page, name: string, joining: Omit<Joining, 'code'>): Promise<void> {
  await openServerPage(page);
  await page.getByRole('combobox', { name: 'Whose laptop' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  const code = await page.getByRole('textbox', { name: 'Invitation code' }).inputValue();
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the server' }).click();
  await joinServer(page, { ...joining, code });
}

/** The pill in the title bar, whatever it says. */
export function pill(page: Page) {
  return page.getByRole('banner').getByRole('button', { name: /Online|Offline|offline|Syncing|Sending|Problem/ });
}

export async function openSyncPage(page: Page): Promise<void> {
  await goTo(page, 'Sync and conflicts');
  await expect(page.getByRole('heading', { name: 'Sync and conflicts', level: 1 })).toBeVisible();
}

async function openServerPage(page: Page): Promise<void> {
  await page.goto(new URL('#/settings/server', page.url()).href);
}
