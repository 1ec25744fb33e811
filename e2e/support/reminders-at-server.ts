import { expect, type Page } from '@playwright/test';
import { closeDialog, invite } from './further-progress.js';
import { joinFromSettings, makeInvitation } from './joining-page.js';
import type { KillableDesk, KillableDesks } from './killable-desk.js';
import { makeLaptopClock } from './laptop-clock.js';
import { Recruiter } from './recruiter.js';
import type { TestSmtpServer } from './smtp-server.js';
import { untilExchanged } from './sync-page.js';
import { holdMessagesFor, openVacancy, setMailAccount, startCapturing } from './work.js';

export const [EBBA, JONAS] = [
  { givenName: 'Ebba', familyName: 'Norrlander', vacancy: 'Trainee', email: 'ebba@example.com' },
  { givenName: 'Jonas', familyName: 'Fjellheim', vacancy: 'Trainee', email: 'jonas@example.com' },
] as const;
export const BOOKED = '2027-06-01T14:00+02:00';
/** Of the day before the interview, half a minute after the reminders are due. */
export const NINE = '2027-06-02T09:00:30+02:00';
export const TEN = '2027-06-02T10:00+02:00';
const INTERVIEW = { type: 'common.interviewFirst', date: '2027-06-03', time: '13:00', place: 'Vinga' } as const;
/** The clock of a test would run in the previews of mails too, where no script may. */
export const CLOCK_KEPT_OUT = /^console: Blocked script execution in '[^']+\/preview\//;

export function accountOf({ host, port, user, password, authority }: TestSmtpServer): Readonly<Record<string, string>> {
  return {
    FAIRDESK_MAIL_SERVER: `smtp://${host}:${port}`,
    FAIRDESK_MAIL_USER: user,
    FAIRDESK_MAIL_PASSWORD: password,
    FAIRDESK_MAIL_AUTHORITY: authority,
  };
}

/** The server's clock, which runs on from there. */
export function clockAt(time: string): Readonly<Record<string, string>> {
  const clock = makeLaptopClock();
  clock.set(time);
  return { ...clock.environment, NODE_OPTIONS: clock.nodeArguments.join(' ') };
}

export async function openAt(desks: KillableDesks, time: string): Promise<KillableDesk> {
  desks.clock.set(time);
  desks.cable.plug();
  const desk = await desks.open();
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  return desk;
}

/** Answers an invitation for the colleague's laptop. */
export async function bookBoth(
  page: Page,
  smtp: TestSmtpServer,
  at: { readonly server: string; readonly code: string },
): Promise<string> {
  await startCapturing(page, 'Trainee', [EBBA, JONAS]);
  await holdMessagesFor(page, 0);
  await setMailAccount(page, { ...smtp });
  await joinFromSettings(page, { ...at, laptop: 'Stand left' });
  const invitation = await makeInvitation(page, 'Maja Lindhult');
  await untilExchanged(page);
  await expect(page.getByText(/The server sends email reminders/)).toBeVisible();
  const maja = new Recruiter(page, 'en');
  for (const [met, time] of [
    [EBBA, '13:00'],
    [JONAS, '15:00'],
  ] as const) {
    await openVacancy(page, 'Trainee');
    await invite(maja, [met], { ...INTERVIEW, time, reminder: 'interview.reminderEmail' });
    await expect(page.getByText('The server sends the reminder, whether this laptop is on or not.')).toBeVisible();
    await closeDialog(maja);
  }
  return invitation;
}

export function reminderTo(page: Page, { email }: { readonly email: string }) {
  return page
    .getByRole('row')
    .filter({ hasText: email })
    .filter({ hasText: /Reminder/ });
}

/** Beside *Sent by*. */
export function sentBy(page: Page) {
  return page.getByText('Sent by', { exact: true }).locator('xpath=following-sibling::*[1]');
}

/** Who got a reminder so far, in the order of the names. */
export function reminded({ received }: TestSmtpServer): readonly string[] {
  const reminders = received.filter(({ mail }) => /remind/i.test(mail.subject ?? ''));
  return reminders.flatMap(({ envelope }) => [...envelope.to]).sort();
}
