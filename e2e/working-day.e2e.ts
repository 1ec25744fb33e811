import type { Page } from '@playwright/test';
import { startSmtpServer, type ReceivedMail } from './support/smtp-server.js';
import { makePdf } from './support/make-pdf.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  addFair,
  addVacancy,
  beginEmail,
  checkPlan,
  countApplications,
  goTo,
  holdMessagesFor,
  openVacancy,
  savePerson,
  sendPlanned,
  setMailAccount,
  startWorking,
  typePerson,
} from './support/work.js';

const POPULAR = 'Grid data analyst';
const MET = {
  givenName: 'Linnéa',
  familyName: 'Åkerström',
  email: 'linnea.akerstrom@example.com',
  language: 'sv',
} as const;
const CV_BYTES = 5_000_000;

test('a fair day without network; when it is back, each mail arrives exactly once or is named', async ({ desk }) => {
  test.setTimeout(300_000); // a demo of three hundred people and two hundred mails, one after the other, on a busy machine
  const { page, cable } = desk;
  const smtp = await startSmtpServer();
  await startWorking(page);
  await addFair(page, 'Career Days');
  await addVacancy(page, 'Trainee power systems');
  await setMailAccount(page, { ...smtp });
  await holdMessagesFor(page, 0);

  await goTo(page, 'Capture');
  await typePerson(page, { ...MET, vacancy: 'Trainee power systems' });
  await addCv(page, {
    name: 'CV_Linnéa.pdf',
    mimeType: 'application/pdf',
    buffer: await makePdf('Linnéa Åkerström', CV_BYTES),
  });
  await savePerson(page, MET);

  await goTo(page, 'Home');
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('link', { name: 'Demo data' }).click();
  await page.getByRole('button', { name: /demo/i }).first().click();
  await openVacancyWhenThere(page, POPULAR);
  const applications = await countApplications(page);
  await beginEmail(page);
  const mails = await checkPlan(page);
  expect(mails).toBeGreaterThanOrEqual(200);
  expect(mails).toBeLessThan(applications); // some gave no address: they are left out, with the reason
  await expect(page.getByText('No email address').first()).toBeVisible();
  await sendPlanned(page);
  await page.keyboard.press('Escape');

  await goTo(page, 'Outbox');
  await expect(page.getByText('No network. Messages leave by themselves when it is back.')).toBeVisible();
  await expect(
    page.getByRole('button', { name: new RegExp(`Waiting.*${mails.toString()}|${mails.toString()}.*Waiting`, 's') }),
  ).toBeVisible();
  expect(cable.attempts()).toEqual([]);
  expect(smtp.connections).toBe(0);

  const [cut, unknown] = await firstRecipients(page, 2);
  smtp.faults.set(cut ?? '', { at: 'message', cut: 'after-storing' });
  smtp.faults.set(unknown ?? '', { at: 'recipient', reply: '550 5.1.1 No such user' });
  cable.plug();
  await smtp.waitFor(mails - 1);
  await expect(page.getByRole('button', { name: /Waiting for you/ })).toContainText('2');
  await expect(page.getByRole('button', { name: /^Sent|Sent$/m })).toContainText((mails - 2).toString());

  expectEachOnce(smtp.received, mails - 1);
  for (const mail of smtp.received) expectAsPromised(mail);

  await desk.restart();
  await goTo(desk.page, 'Outbox');
  await expect(desk.page.getByRole('button', { name: /Waiting for you/ })).toContainText('2');
  await openVacancy(desk.page, 'Trainee power systems');
  await desk.page.getByRole('row').filter({ hasText: MET.familyName }).click();
  await expect(desk.page.getByText('CV_Linnéa.pdf').first()).toBeVisible();
  await expect(desk.page.locator('canvas').first()).toBeVisible();
  await smtp.stop();
});

async function openVacancyWhenThere(page: Page, title: string): Promise<void> {
  await goTo(page, 'Vacancy list');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible({ timeout: 120_000 });
  await openVacancy(page, title);
}

/** Addresses that the Outbox shows first. */
async function firstRecipients(page: Page, count: number): Promise<readonly string[]> {
  const text = await page.locator('main').innerText();
  return [...new Set(text.match(/[a-z0-9.+-]+@example\.com/g) ?? [])].slice(0, count);
}

function expectEachOnce(received: readonly ReceivedMail[], mails: number): void {
  expect(received).toHaveLength(mails);
  expect(new Set(received.map(({ mail }) => mail.messageId)).size).toBe(mails);
  expect(new Set(received.map(({ envelope }) => envelope.to.join())).size).toBe(mails);
}

function expectAsPromised({ envelope, mail, secure, raw }: ReceivedMail): void {
  expect(secure).toBe(true);
  expect(envelope.from).toBe('jobs@example.com');
  expect(mail.from).toMatchObject({ name: 'Norrvik Energi', address: 'jobs@example.com' });
  expect(mail.to?.map((to) => ('address' in to ? to.address : null))).toEqual(envelope.to);
  expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
  expect(Date.parse(mail.date ?? '')).not.toBeNaN();
  expect(mail.text).toContain(POPULAR);
  expect(mail.subject).not.toMatch(/[{}]/);
  expect(mail.text).toContain('Maja Lindhult');
  expect(mail.text).not.toMatch(/\{[a-z-]+\}/);
  expect(mail.html).toContain('Maja Lindhult');
  expect(mail.html).toContain(POPULAR);
  expect(mail.attachments).toEqual([]);
  expect(raw).not.toMatch(/^(bcc|x-mailer|received):/im);
}
