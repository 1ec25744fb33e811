import { expect, type Page } from '@playwright/test';
import { goTo } from './work.js';

/** A gateway that takes one HTTP request, a form, for one SMS. */
export interface SmsRequest {
  readonly sender: string;
  readonly url: string;
  readonly body: string;
  readonly header: string;
  readonly secret: string;
  readonly authority: string;
}

/** Types the SMS account into Settings and saves it; nothing is sent. */
export async function setSmsAccount(page: Page, account: SmsRequest): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'SMS', exact: true }).click();
  await page.getByRole('radio', { name: 'Other, over HTTP' }).click();
  await page.getByLabel('Sender').fill(account.sender);
  await page.getByLabel('Address').fill(account.url);
  await page.getByRole('radio', { name: 'Form' }).click();
  await page.getByLabel('Body').fill(account.body);
  await page.getByLabel('Header that signs in').fill(account.header);
  await page.getByRole('textbox', { name: 'Its value' }).fill(account.secret);
  await page.getByLabel('Certificate of your own authority').fill(account.authority);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The SMS account is saved')).toBeVisible();
}

/** Enters somebody else who works at this laptop, with the rights that are offered. */
export async function addRecruiter(page: Page, name: string, email: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Recruiters and rights' }).click();
  await page.getByRole('button', { name: 'Add a recruiter' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a recruiter' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Email', { exact: true }).fill(email);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${name} is saved`)).toBeVisible();
}

/** Hands the laptop to somebody else. */
export async function handTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /is working here\. Change$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: `${name} is working here. Change` })).toBeVisible();
}
