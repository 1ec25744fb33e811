import { expect, type Page } from '@playwright/test';
import { goTo } from './work.js';

export interface Joining {
  readonly server: string;
  readonly code: string;
  /** What people call the laptop. */
  readonly laptop: string;
}

/** A laptop that worked alone joins colleagues. */
export async function joinFromSettings(page: Page, joining: Joining): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Server', exact: true }).click();
  await fill(page, joining);
}

/** A new laptop joins before anything is on it. */
export async function joinFromFirstPage(page: Page, joining: Joining): Promise<void> {
  await page.getByRole('button', { name: 'Join colleagues' }).click();
  await fill(page, joining);
}

/** The code of an invitation for one more laptop, of somebody who works here. */
export async function makeInvitation(page: Page, name: string): Promise<string> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Server', exact: true }).click();
  await page.getByRole('combobox', { name: 'Whose laptop' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  const code = page.getByRole('textbox', { name: 'Invitation code' });
  await expect(code).toHaveValue(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  return await code.inputValue();
}

async function fill(page: Page, { server, code, laptop }: Joining): Promise<void> {
  await page.getByLabel('Address of the server, or the link').fill(server);
  await page.getByLabel('Invitation code').fill(code);
  await page.getByLabel('Name of this laptop').fill(laptop);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByText(/This laptop belongs to/).first()).toBeVisible();
}
