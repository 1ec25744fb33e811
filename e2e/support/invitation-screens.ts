import { expect, type Page } from '@playwright/test';
import type { Look } from './look.js';
import { beginInvitation, openVacancy } from './work.js';

/** *Invite to interview* for everybody of a vacancy, with the words of both reminders open. */
export async function invitationScreens(page: Page, vacancy: string, look: Look): Promise<void> {
  await openVacancy(page, vacancy);
  await beginInvitation(page);
  const dialog = page.getByRole('dialog', { name: 'Invite to interview' });
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2099-06-02');
  await dialog.getByRole('textbox', { name: 'Time' }).fill('09:00');
  await dialog.getByRole('combobox', { name: 'Reminder' }).click();
  await page.getByRole('option', { name: 'Send SMS + email reminder' }).click();
  await dialog.getByRole('button', { name: 'Text of the reminder' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await look('invite to interview: texts of the reminder');
  await page.keyboard.press('Escape');
}
