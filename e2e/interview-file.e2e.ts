import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { lookAt } from './support/calendar-page.js';
import { expect, test } from './support/test.js';
import { goTo, inviteEverybody, openVacancy, startCapturing } from './support/work.js';
import { wordsOf } from './support/words.js';

test('R93: an interview is saved as a calendar file, and shown as a code that a phone reads without a network', async ({
  desk,
}) => {
  const { page } = desk;
  const met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: 'Trainee' };
  await startCapturing(page, met.vacancy, [met]);
  await openVacancy(page, met.vacancy);
  await inviteEverybody(page, '2099-06-02', '09:00');
  await goTo(page, 'Recruitment calendar');
  await lookAt({ page, t: wordsOf('en') }, '2099-06-02');
  await page.getByRole('button', { name: /Nora Fjellheim/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as calendar file' }).click();
  const calendar = ICAL.Component.fromString(readFileSync(await (await download).path(), 'utf8'));
  const event = calendar.getFirstSubcomponent('vevent');
  expect((await download).suggestedFilename()).toMatch(/ 2099-06-02\.ics$/);
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2099-06-02T07:00:00Z');
  expect(event?.getAllProperties('attendee')).toEqual([]);
  await page.getByRole('button', { name: 'Show as QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the interview with Nora Fjellheim' })).toBeVisible();
});
