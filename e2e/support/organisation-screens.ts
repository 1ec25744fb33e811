import type { Page } from '@playwright/test';
import { goTo } from './work.js';

/** What is set up for everybody: templates with their reminders, and fairs. */
export async function organisationScreens(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await goTo(page, 'Templates');
  await look('Templates');
  await page.getByRole('link', { name: 'First interview' }).click();
  await page.getByRole('radio', { name: 'Reminder' }).click();
  await look('the reminder of a template');
  await goTo(page, 'Fairs');
  await look('Fairs');
  await page.getByRole('link', { name: 'New fair' }).first().click();
  await look('new fair');
}
