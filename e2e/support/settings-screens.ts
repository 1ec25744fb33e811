import { expect, type Page } from '@playwright/test';
import type { Look } from './look.js';
import { goTo } from './work.js';

/** Each section of Settings, and the longest of its dialogs. */
export async function settingsScreens(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Settings');
  for (const section of [
    'Organisation',
    'Recruiters and rights',
    'Own steps',
    'Email account',
    'Server',
    'This laptop',
    'Data',
    'Demo data',
  ]) {
    await page.getByRole('link', { name: section, exact: true }).click();
    await look(`settings: ${section}`);
  }
  await page.getByRole('link', { name: 'Email account', exact: true }).click();
  for (const issuer of ['Microsoft 365', 'Google']) {
    await page.getByRole('radio', { name: issuer }).click();
    await look(`settings: Email account, ${issuer}`);
  }
  await page.getByRole('link', { name: 'SMS', exact: true }).click();
  await look('settings: SMS, none');
  for (const provider of ['46elks', 'Other, over HTTP', 'Rehearsal']) {
    await page.getByRole('radio', { name: provider }).click();
    await look(`settings: SMS, ${provider}`);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The SMS account is saved')).toBeVisible();
  await page.getByRole('link', { name: 'Recruiters and rights' }).click();
  await page.getByRole('button', { name: 'Add a recruiter' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('recruiter dialog');
  await page.keyboard.press('Escape');
}
