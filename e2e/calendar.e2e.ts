import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { drag, dragIn, dragInto, HOUR, lineOf, lookAt, stretch } from './support/calendar-page.js';
import { openDesk } from './support/desk.js';
import { expect, test } from './support/test.js';
import { addVacancy, countWaiting, goTo, inviteOne, savePerson, startWorking, typePerson } from './support/work.js';
import { wordsOf } from './support/words.js';

/** Both days on which the clocks change where the organisation is. */
const CHANGES = ['2026-03-29', '2026-10-25'];
const WORDS = wordsOf('en');

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
  await lookAt({ page, t: WORDS }, '2026-11-18');
  const entry = page.getByRole('button', { name: /Build the stand/ });
  await expect.poll(() => lineOf(page, entry)).toBe('10:00');
  await drag(page, entry, HOUR);
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

test('R93, R102: the day per room is dragged from one to another, printed, and saved as a calendar file', async ({
  desk,
}) => {
  const { page } = desk;
  await startWorking(page);
  await goTo(page, 'Recruitment calendar');
  await addAppointment(page, 'Build the stand', '2026-11-18', '10:00', 'Room 1');
  await addAppointment(page, 'Meet the press', '2026-11-18', '13:00', 'Room 2');
  await lookAt({ page, t: WORDS }, '2026-11-18');
  await page.keyboard.press('p');
  const second = page.getByRole('group', { name: 'Room 2' });
  const entry = page.getByRole('button', { name: /Build the stand/ });
  await dragInto(page, entry, second);
  await expect(page.getByText('Build the stand: now 18 Nov, 10:00. Place: Room 2.')).toBeVisible();
  await expect(second.getByRole('button', { name: /Build the stand/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(second.getByRole('button', { name: /Build the stand/ })).toHaveCount(0);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.keyboard.press('Control+p');
  await page.emulateMedia({ media: 'print' });
  const sheets = page.locator('section', { has: page.locator('h1', { hasText: /^Room \d$/ }) });
  await expect(sheets).toHaveText([/Room 1.*10:00–10:30.*Build the stand/, /Room 2.*13:00–13:30.*Meet the press/]);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheets).toHaveCount(0);
  await page.getByRole('button', { name: 'Print and save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save what is shown as calendar file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Recruitment calendar 2026-11-18.ics');
  const file = ICAL.Component.fromString(readFileSync(await download.path(), 'utf8'));
  expect(file.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('location'))).toEqual([
    'Room 1',
    'Room 2',
  ]);
});

test('R60, C31: an applicant is dragged to a time and invited; moved, and the invitation that waited for the old time gives way to one with the new', async ({
  desk,
}) => {
  const { page } = desk;
  const met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: 'Trainee' };
  await startWorking(page);
  await addVacancy(page, met.vacancy);
  await goTo(page, 'Capture');
  await typePerson(page, met);
  await savePerson(page, met);
  await goTo(page, 'Recruitment calendar');
  await lookAt({ page, t: WORDS }, '2024-06-03');
  await page.keyboard.press('i');
  const applicant = page.getByRole('complementary', { name: 'To be invited' }).getByRole('button', { name: /^Nora/ });
  await dragIn(page, applicant, page.locator('.rbc-day-slot'), '09:00');
  await expect(page.getByText('This time is past.')).toBeVisible();
  await lookAt({ page, t: WORDS }, '2099-06-02');
  await page.keyboard.press('r');
  await dragIn(page, applicant, page.getByRole('group', { name: 'Maja Lindhult' }), '09:00');
  const invitation = page.getByRole('dialog');
  await expect(invitation.getByRole('textbox', { name: 'Date' })).toHaveValue('2 Jun 2099');
  await expect(invitation.getByRole('textbox', { name: 'Time' })).toHaveValue('09:00');
  await inviteOne(page);
  await expect(applicant).toHaveCount(0);
  await page.keyboard.press('d');
  const entry = page.getByRole('button', { name: /Nora Fjellheim.*Awaiting Response/ });
  await expect.poll(() => lineOf(page, entry)).toBe('09:00');
  await drag(page, entry, HOUR);
  await expect.poll(() => lineOf(page, entry)).toBe('10:00');
  expect(await countWaiting(page)).toBe(1);
  await page.getByRole('row').filter({ hasText: 'The interview was moved' }).click();
  await expect(page.getByText(/The interview was moved/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(page.getByText(/The interview was moved/)).toHaveCount(0);
});

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
        await lookAt({ page, t: WORDS }, date);
        const entry = page.getByRole('button', { name: `Meeting ${date}` });
        await expect(entry).toContainText('09:00');
        await expect.poll(() => lineOf(page, entry)).toBe('09:00');
        await page.keyboard.press('w');
        await expect.poll(() => lineOf(page, entry)).toBe('09:00');
        await drag(page, entry, HOUR);
        await expect.poll(() => lineOf(page, entry)).toBe('10:00');
        await expect(entry).toContainText('10:00');
        await page.keyboard.press('r');
        await expect.poll(() => lineOf(page, entry)).toBe('10:00');
        await stretch(page, entry, HOUR);
        await expect(page.getByText(`Meeting ${date}: now`).last()).toContainText('10:00, 1 hour and 30 minutes.');
        await expect.poll(() => lineOf(page, entry)).toBe('10:00');
        await page.keyboard.press('r');
      }
      await desk.close();
      expect(desk.faults).toEqual([]);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });
}

test('R93: opens near now, another day in the morning, and whoever turns the page stays at the same hours', async ({
  desk,
}) => {
  const { page } = desk;
  await startWorking(page);
  await page.clock.setFixedTime('2026-11-18T17:20:00Z');
  await goTo(page, 'Recruitment calendar');
  const hours = page.locator('.rbc-time-content');
  const line = page.locator('.rbc-current-time-indicator');
  const shareAbove = async () => {
    const [frame, now] = [await hours.boundingBox(), await line.boundingBox()];
    return frame === null || now === null ? null : (now.y - frame.y) / frame.height;
  };
  for (const view of ['w', 'd']) {
    await page.keyboard.press(view);
    await expect.poll(shareAbove).toBeCloseTo(1 / 3, 1);
  }
  const firstHour = page.locator('.rbc-time-gutter .rbc-label', { hasText: '08:00' });
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Thursday 19 November' }).click();
  await expect(firstHour).toBeInViewport();
  await expect.poll(() => hours.evaluate(({ scrollTop }) => scrollTop)).toBe(8 * HOUR - 18);
  await expect(page.locator('.rbc-time-gutter time, .rbc-current-time-indicator')).toHaveCount(0);
  await hours.evaluate((element) => {
    element.scrollTop = 300;
  });
  await expect.poll(() => hours.evaluate(({ scrollTop }) => scrollTop)).toBe(300);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /Friday 20 November/ })).toBeVisible();
  expect(await hours.evaluate(({ scrollTop }) => scrollTop)).toBe(300);
  await page.keyboard.press('t');
  await expect.poll(shareAbove).toBeCloseTo(1 / 3, 1);
});

test('R93, R98, R99: without a mouse an entry is found, opened and moved, and the list is narrowed by activity and date', async ({
  desk,
}) => {
  const { page } = desk;
  await startWorking(page);
  await goTo(page, 'Recruitment calendar');
  await addAppointment(page, 'First of all', '2026-11-18', '09:00');
  await addAppointment(page, 'Last of all', '2026-11-20', '09:00');
  const search = async (from: string, to: string) => {
    await page.getByRole('textbox', { name: 'Start date' }).fill(from);
    await page.getByRole('textbox', { name: 'End date' }).fill(to);
    await page.keyboard.press('Enter');
  };
  await search('2026-11-18', '2026-11-20');
  await expect(page.getByRole('table').getByText('First of all')).toBeVisible();
  await expect(page.getByRole('table').getByText('Last of all')).toBeVisible();
  await search('2026-11-19', '2026-11-20');
  await expect(page.getByRole('table').getByText('First of all')).toHaveCount(0);
  await page.getByRole('button', { name: 'Select Activity' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: /^First interview/ }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Last of all')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove the filter Select Activity' }).click();
  await lookAt({ page, t: WORDS }, '2026-11-18');
  await hoursByKeyboard(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /First of all/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Time' }).fill('13:00');
  await page.keyboard.press('Enter');
  await expect.poll(() => lineOf(page, page.getByRole('button', { name: /First of all/ }))).toBe('13:00');
});

/** Puts the focus on the hours, as Tab does on its way to the first entry. */
async function hoursByKeyboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Search', exact: true }).focus();
  const hours = page.locator('.rbc-time-content');
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await hours.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the hours are not reached by Tab');
}

async function addAppointment(page: Page, title: string, date: string, time: string, place = ''): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New appointment' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('textbox', { name: 'Date' }).fill(date);
  await dialog.getByRole('textbox', { name: 'Time' }).fill(time);
  await dialog.getByLabel('Place').fill(place);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}
