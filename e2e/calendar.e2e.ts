import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openDesk } from './support/desk.js';
import { expect, test } from './support/test.js';
import { addVacancy, countWaiting, goTo, openVacancy, savePerson, startWorking, typePerson } from './support/work.js';

/** Both days on which the clocks change where the organisation is. */
const CHANGES = ['2026-03-29', '2026-10-25'];
/** How far an entry may be from its line; an hour is 72 pixels. */
const TOLERANCE = 2;

test('R5, R97, R100: Home opens the Recruitment calendar, and the name in it the dossier', async ({ desk }) => {
  const { page } = desk;
  await startWorking(page);
  await page.getByRole('button', { name: 'Try with demo data' }).click();
  await expect(page.getByText('captured today')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('navigation', { name: 'More' }).getByRole('link', { name: 'Recruitment calendar' }).click();
  await expect(page.getByRole('heading', { name: /^Recruitment calendar/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Agenda' }).click();
  const row = page
    .getByRole('row')
    .filter({ hasText: /Accepted|Awaiting Response/ })
    .first();
  const name = await row.getByRole('link').innerText();
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Agenda' })).toBeChecked();
});

test('C35: an appointment is made, moved by a drag, taken back, and taken out of the calendar', async ({ desk }) => {
  const { page } = desk;
  await startWorking(page);
  await goTo(page, 'Recruitment calendar');
  await addAppointment(page, 'Build the stand', '2026-11-18', '10:00');
  await lookAt(page, '2026-11-18');
  const entry = page.getByRole('button', { name: /Build the stand/ });
  await expect.poll(() => lineOf(page, entry)).toBe('10:00');
  await drag(page, entry, 72);
  await expect(page.getByText(/Build the stand: now 18 Nov.*11:00/)).toBeVisible();
  await expect.poll(() => lineOf(page, entry)).toBe('11:00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => lineOf(page, entry)).toBe('10:00');
  await entry.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Time' }).fill('14.00');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => lineOf(page, entry)).toBe('14:00');
  await entry.click();
  await page.getByRole('button', { name: 'Take out of the calendar' }).click();
  await expect(entry).toHaveCount(0);
});

test('C31: an interview is moved, and the invitation that waited for the old time gives way to one with the new', async ({
  desk,
}) => {
  const { page } = desk;
  const met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: 'Trainee' };
  await startWorking(page);
  await addVacancy(page, met.vacancy);
  await goTo(page, 'Capture');
  await typePerson(page, met);
  await savePerson(page, met);
  await openVacancy(page, met.vacancy);
  await invite(page, '2099-06-02', '09:00');
  await goTo(page, 'Recruitment calendar');
  await lookAt(page, '2099-06-02');
  const entry = page.getByRole('button', { name: /Nora Fjellheim.*Awaiting Response/ });
  await expect.poll(() => lineOf(page, entry)).toBe('09:00');
  await drag(page, entry, 72);
  await expect.poll(() => lineOf(page, entry)).toBe('10:00');
  expect(await countWaiting(page)).toBe(1);
  await page.getByRole('row').filter({ hasText: 'Stopped' }).click();
  await expect(page.getByText(/The interview was moved/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(page.getByText(/The interview was moved/)).toHaveCount(0);
});

async function invite(page: Page, date: string, time: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Invite to interview/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  await page.getByRole('textbox', { name: 'Date' }).fill(date);
  await page.getByRole('textbox', { name: 'Time' }).fill(time);
  await page.getByRole('textbox', { name: 'Place' }).fill('Stand 12');
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.getByRole('button', { name: 'Check the plan' }).click();
  await page.getByRole('button', { name: 'Invite 1 applicant' }).click();
  await expect(page.getByRole('heading', { name: /1 interview is in the calendar/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
}

for (const system of ['UTC', 'Europe/Oslo', 'America/New_York']) {
  test(`R93: 09:00 stands at 09:00 on a laptop in ${system}, on both days on which the clocks change`, async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'fairdesk-zone-'));
    const dataFolder = path.join(own, 'data');
    try {
      const first = await openDesk({ dataFolder });
      await startWorking(first.page);
      await first.close();
      const desk = await openDesk({ dataFolder, timezoneId: system });
      const { page } = desk;
      await goTo(page, 'Recruitment calendar');
      for (const date of CHANGES) {
        await addAppointment(page, `Meeting ${date}`, date, '09:00');
        await lookAt(page, date);
        const entry = page.getByRole('button', { name: `Meeting ${date}` });
        await expect(entry).toContainText('09:00');
        await expect.poll(() => lineOf(page, entry)).toBe('09:00');
        await page.keyboard.press('w');
        await expect.poll(() => lineOf(page, entry)).toBe('09:00');
        await drag(page, entry, 72);
        await expect.poll(() => lineOf(page, entry)).toBe('10:00');
        await expect(entry).toContainText('10:00');
      }
      await desk.close();
      expect(desk.faults).toEqual([]);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });
}

async function addAppointment(page: Page, title: string, date: string, time: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New appointment' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('textbox', { name: 'Date' }).fill(date);
  await dialog.getByRole('textbox', { name: 'Time' }).fill(time);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

/** Searches for one date and shows it as a day. */
async function lookAt(page: Page, date: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Start date' }).fill(date);
  await page.getByRole('textbox', { name: 'End date' }).fill(date);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('d');
  await expect(page.locator('.rbc-time-content')).toBeVisible();
}

/** The hour on the axis at which an entry begins; null where it begins at none. */
async function lineOf(page: Page, entry: Locator): Promise<string | null> {
  const top = (await entry.boundingBox())?.y;
  if (top === undefined) return null;
  for (const label of await page.locator('.rbc-time-gutter .rbc-label').all()) {
    const box = await label.boundingBox();
    if (box !== null && Math.abs(box.y + box.height / 2 - top) <= TOLERANCE) return await label.innerText();
  }
  return null;
}

async function drag(page: Page, entry: Locator, by: number): Promise<void> {
  await entry.scrollIntoViewIfNeeded();
  const box = await entry.boundingBox();
  if (box === null) throw new Error('there is nothing to drag');
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + by / 2, { steps: 4 });
  await page.mouse.move(x, y + by, { steps: 4 });
  await page.mouse.up();
}
