import { expect, type Page } from '@playwright/test';
import type { Look } from './look.js';
import { searchPalette } from './palette.js';
import { goTo } from './work.js';

/** The agenda is the form of the calendar for every reader; the other views have nothing left either. */
export async function calendarScreens(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Recruitment calendar');
  for (const view of ['Month', 'Agenda', 'Day']) {
    await page.getByRole('radio', { name: view }).click();
    await look(`calendar, ${view}`);
    if (view === 'Agenda') await agendaTicks(page, look);
  }
  for (const columns of ['Per recruiter', 'Per room']) {
    await page.getByRole('button', { name: /^Columns/ }).click();
    await page.getByRole('menuitemcheckbox', { name: columns }).click();
    await look(`calendar, ${columns}`);
  }
  await page.getByRole('button', { name: 'Remove the filter Columns' }).click();
  await page.getByRole('button', { name: 'Print and save' }).click();
  await look('calendar, print and save');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Work week' }).click();
  await look('calendar, Work week');
  await page.getByRole('button', { name: 'To be invited' }).click();
  await look('calendar, to be invited');
  await page.getByRole('button', { name: 'To be invited' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await look('calendar, next week');
  await page.locator('.rbc-event').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Place')).toBeVisible();
  await look('calendar, an entry');
  await page.getByRole('button', { name: 'Change reminder' }).click();
  const reminder = page.getByRole('dialog', { name: 'Change reminder' });
  await reminder.getByRole('combobox', { name: 'Reminder' }).click();
  await page.getByRole('option', { name: 'Send email reminder' }).click();
  await reminder.getByRole('button', { name: 'Text of the reminder' }).click();
  await look('calendar, the reminder of an entry');
  await page.keyboard.press('Escape');
  await expect(reminder).toBeHidden();
  await page.getByRole('button', { name: 'Show as QR code' }).click();
  await expect(page.getByRole('img').last()).toBeVisible();
  await look('an interview as a code');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await readAnswers(page, look);
  await page.getByRole('link', { name: 'Slot board' }).click();
  await look('slot board');
  await page.getByRole('button', { name: 'Next free slot' }).click();
  await look('slot board, a slot');
  await page.keyboard.press('Escape');
  await openConflicts(page);
  await look('conflicts in the calendar');
  await goTo(page, 'Recruitment calendar');
  await page.getByRole('button', { name: 'New appointment' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await look('calendar, a new appointment with errors');
  await page.keyboard.press('Escape');
}

/** Of the demo data: what two laptops have booked at the same time. */
async function openConflicts(page: Page): Promise<void> {
  await searchPalette(page, 'conflicts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Booked twice/ })).toHaveCount(2);
}

async function agendaTicks(page: Page, look: Look): Promise<void> {
  await page.getByRole('checkbox', { name: 'Tick everybody in the list' }).click();
  await look('calendar, ticked');
  await page.getByRole('button', { name: /^Clear/ }).click();
}

async function readAnswers(page: Page, look: Look): Promise<void> {
  await goTo(page, 'Recruitment calendar');
  await page.getByRole('button', { name: 'Read answers' }).click();
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill('I shall be there.');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await look('answers, one that is none');
  await page.keyboard.press('Escape');
}
