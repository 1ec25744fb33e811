import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { closeDialog, invite } from './support/further-progress.js';
import { joinFromFirstPage, joinFromSettings, makeInvitation } from './support/joining-page.js';
import { makeKillableDesks, type KillableDesk, type KillableDesks } from './support/killable-desk.js';
import { makeLaptopClock } from './support/laptop-clock.js';
import { Recruiter } from './support/recruiter.js';
import { startSmtpServer, type TestSmtpServer } from './support/smtp-server.js';
import { untilExchanged } from './support/sync-page.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import { goTo, holdMessagesFor, openVacancy, setMailAccount, startCapturing } from './support/work.js';

const [EBBA, JONAS] = [
  { givenName: 'Ebba', familyName: 'Norrlander', vacancy: 'Trainee', email: 'ebba@example.com' },
  { givenName: 'Jonas', familyName: 'Fjellheim', vacancy: 'Trainee', email: 'jonas@example.com' },
] as const;
const BOOKED = '2027-06-01T14:00+02:00';
/** Of the day before the interview, half a minute after the reminders are due. */
const NINE = '2027-06-02T09:00:30+02:00';
const TEN = '2027-06-02T10:00+02:00';
const INTERVIEW = { type: 'common.interviewFirst', date: '2027-06-03', time: '13:00', place: 'Vinga' } as const;
/** The clock of a test would run in the previews of mails too, where no script may. */
const CLOCK_KEPT_OUT = /^console: Blocked script execution in '[^']+\/preview\//;

test('C27 R79 R80: the server sends a reminder at nine while every laptop is off, and leaves out what was taken back', async ({
  desks,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const smtp = await startSmtpServer();
  const server = new SyncServer({ folder }, { ...accountOf(smtp), ...clockAt(BOOKED) });
  const others = makeKillableDesks();
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    const maja = await openAt(desks, BOOKED);
    const invitation = await bookBoth(maja.page, smtp, { server: server.address, code });
    const oskar = await openAt(others, BOOKED);
    await joinFromFirstPage(oskar.page, { server: server.address, code: invitation, laptop: 'Stand right' });
    await handedOver(maja.page);
    await takeBack(maja.page);
    await untilExchanged(maja.page);
    await seenByColleague(oskar.page);
    for (const laptop of [maja, oskar]) await laptop.shut();
    await server.stop();
    expect(reminded(smtp)).toEqual([]);

    await server.start(clockAt(NINE));
    await expect.poll(() => reminded(smtp), { timeout: 60_000 }).toEqual([EBBA.email]);
    const again = await openAt(desks, TEN);
    await goTo(again.page, 'Outbox');
    await expect.poll(() => reminded(smtp), { timeout: 60_000 }).toEqual([EBBA.email, JONAS.email]);
    await expect(reminderTo(again.page, EBBA).getByText('Sent', { exact: true })).toBeVisible();
    await reminderTo(again.page, EBBA).click();
    await expect(sentBy(again.page)).toHaveText('The server');
    await reminderTo(again.page, JONAS).click();
    await expect(sentBy(again.page)).toHaveText('This laptop');
    expect([...desks.faults, ...others.faults].filter((fault) => !CLOCK_KEPT_OUT.test(fault))).toEqual([]);
  } finally {
    await others.end();
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

function accountOf({ host, port, user, password, authority }: TestSmtpServer): Readonly<Record<string, string>> {
  return {
    FAIRDESK_MAIL_SERVER: `smtp://${host}:${port}`,
    FAIRDESK_MAIL_USER: user,
    FAIRDESK_MAIL_PASSWORD: password,
    FAIRDESK_MAIL_AUTHORITY: authority,
  };
}

/** The server's clock, which runs on from there. */
function clockAt(time: string): Readonly<Record<string, string>> {
  const clock = makeLaptopClock();
  clock.set(time);
  return { ...clock.environment, NODE_OPTIONS: clock.nodeArguments.join(' ') };
}

async function openAt(desks: KillableDesks, time: string): Promise<KillableDesk> {
  desks.clock.set(time);
  desks.cable.plug();
  const desk = await desks.open();
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  return desk;
}

/** Answers an invitation for the colleague's laptop. */
async function bookBoth(
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

async function handedOver(page: Page): Promise<void> {
  await goTo(page, 'Outbox');
  for (const met of [EBBA, JONAS]) await expect(reminderTo(page, met)).toContainText('The server sends it');
}

async function takeBack(page: Page): Promise<void> {
  await reminderTo(page, JONAS).click();
  await expect(sentBy(page)).toHaveText('The server');
  await page.getByRole('button', { name: 'Send from this laptop instead' }).click();
  await expect(sentBy(page)).toHaveText('This laptop');
}

async function seenByColleague(page: Page): Promise<void> {
  await goTo(page, 'Outbox');
  await reminderTo(page, JONAS).click();
  await expect(sentBy(page)).toHaveText('Another laptop');
  await reminderTo(page, EBBA).click();
  await expect(sentBy(page)).toHaveText('The server');
}

function reminderTo(page: Page, { email }: { readonly email: string }) {
  return page
    .getByRole('row')
    .filter({ hasText: email })
    .filter({ hasText: /Reminder/ });
}

/** Beside *Sent by*. */
function sentBy(page: Page) {
  return page.getByText('Sent by', { exact: true }).locator('xpath=following-sibling::*[1]');
}

/** Who got a reminder so far, in the order of the names. */
function reminded({ received }: TestSmtpServer): readonly string[] {
  const reminders = received.filter(({ mail }) => /remind/i.test(mail.subject ?? ''));
  return reminders.flatMap(({ envelope }) => [...envelope.to]).sort();
}
