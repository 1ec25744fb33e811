import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { lookAt } from './support/calendar-page.js';
import { startSmtpServer, type ReceivedMail } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import {
  addVacancy,
  goTo,
  holdMessagesFor,
  inviteEverybody,
  openVacancy,
  savePerson,
  setMailAccount,
  startWorking,
  typePerson,
} from './support/work.js';
import { wordsOf } from './support/words.js';

test('C34: a cancelled interview is called off by mail, in the calendar of whoever had the invitation; R93: and is a file', async ({
  desk,
}) => {
  const { page, cable } = desk;
  const smtp = await startSmtpServer();
  const met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: 'Trainee' };
  try {
    await startWorking(page);
    await holdMessagesFor(page, 0);
    await setMailAccount(page, { ...smtp });
    await addVacancy(page, met.vacancy);
    await goTo(page, 'Capture');
    await typePerson(page, met);
    await savePerson(page, met);
    await openVacancy(page, met.vacancy);
    await inviteEverybody(page, '2099-06-02', '09:00');
    cable.plug();
    await smtp.waitFor(1);
    await goTo(page, 'Recruitment calendar');
    await lookAt({ page, t: wordsOf('en') }, '2099-06-02');
    await page.getByRole('button', { name: /Nora Fjellheim/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as calendar file' }).click();
    const file = readEvent(readFileSync(await (await download).path(), 'utf8'));
    expect(file).toMatchObject({ method: 'PUBLISH', start: '2099-06-02T07:00:00Z', attendees: 0 });
    expect((await download).suggestedFilename()).toMatch(/ 2099-06-02\.ics$/);
    await page.getByRole('button', { name: 'Cancel the interview' }).click();
    await expect(page.getByText('Already told of this interview: Nora Fjellheim')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel the interview' }).click();
    await expect(page.getByText('Nora Fjellheim: the interview is cancelled.')).toBeVisible();
    await expect(page.getByRole('button', { name: /Nora Fjellheim/ })).toHaveCount(0);
    await smtp.waitFor(2);
    const [invited, cancelled] = smtp.received.map(calendarOf);
    expect(invited).toMatchObject({ method: 'REQUEST', sequence: 0, status: 'CONFIRMED' });
    expect(cancelled).toEqual({ ...invited, method: 'CANCEL', sequence: 1, status: 'CANCELLED' });
  } finally {
    await smtp.stop();
  }
});

/** What another program reads in a calendar file. */
function readEvent(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const [event] = calendar.getAllSubcomponents('vevent');
  if (event === undefined) throw new Error('no event');
  const value = (name: string): string => String(event.getFirstPropertyValue(name));
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    status: value('status'),
    start: value('dtstart'),
    end: value('dtend'),
    organiser: value('organizer'),
    attendees: event.getAllProperties('attendee').length,
  };
}

function calendarOf({ mail }: ReceivedMail) {
  const file = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (file === undefined) throw new Error('no calendar file');
  return readEvent(typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content));
}
