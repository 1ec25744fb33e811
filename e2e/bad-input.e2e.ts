import type { Page } from '@playwright/test';
import { makePdf } from './support/make-pdf.js';
import { startSmtpServer, type Fault } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  beginEmail,
  checkPlan,
  emailEverybody,
  goTo,
  holdMessagesFor,
  openVacancy,
  savePerson,
  sendPlanned,
  setMailAccount,
  startCapturing,
  typePerson,
  type Met,
} from './support/work.js';

const VACANCY = 'Trainee power systems';
const MET: Met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: VACANCY };
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

test('Capture says what is wrong, keeps everything, and saves once it is right', async ({ desk }) => {
  const { page } = desk;
  await startCapturing(page, VACANCY);
  const save = () => page.keyboard.press('Control+Enter');

  await typePerson(page, { ...MET, email: 'nora at example' });
  await save();
  await expect(page.getByText('This is not an email address. Example: anna@example.com')).toBeVisible();
  await expect(page.getByText('Not saved yet: one field needs you.')).toBeVisible();
  await page.getByLabel('Email', { exact: true }).fill('');
  await save();
  await expect(page.getByText('Type an email address or a mobile number.').first()).toBeVisible();
  await page.getByLabel('Mobile').fill('call me');
  await save();
  await expect(page.getByText('This is not a phone number.')).toBeVisible();
  await page.getByLabel('Mobile').fill('');

  const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
  await refuse(page, pdf('picture.pdf', PNG), 'What is inside the file does not fit its name.');
  await refuse(page, pdf('nothing.pdf', Buffer.alloc(0)), 'The file is empty (0 bytes).');
  await refuse(page, pdf('huge.pdf', await makePdf('Huge', 11 * 1024 * 1024)), 'The file is larger than 10 MB.');
  await refuse(page, { name: 'tool.exe', mimeType: '', buffer: Buffer.from('MZ') }, 'This kind of file cannot be kept');

  await expect(page.getByLabel('First name')).toHaveValue(MET.givenName);
  await expect(page.getByLabel('Surname')).toHaveValue(MET.familyName);
  await expect(page.getByRole('radio', { name: VACANCY })).toBeChecked();
  await page.getByLabel('Email', { exact: true }).fill(MET.email ?? '');
  await addCv(page, pdf('CV.pdf', await makePdf('Nora', 20_000)));
  await savePerson(page, MET);
  await openVacancy(page, VACANCY);
  await expect(page.getByRole('row').filter({ hasText: MET.familyName })).toContainText('With CV');
  desk.forgive(/status of 422/); // Chromium's own line for every file that is refused
});

async function refuse(page: Page, file: { name: string; mimeType: string; buffer: Buffer }, words: string) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByText(`${file.name} was not added. ${words}`)).toBeVisible();
  await expect(page.getByText('Stored on this laptop')).toHaveCount(0);
}

test('Send email refuses a field that does not exist and an empty subject, and keeps the text', async ({ desk }) => {
  const { page } = desk;
  await startCapturing(page, VACANCY, [MET]);
  await openVacancy(page, VACANCY);
  await beginEmail(page);
  const subject = page.getByLabel('Subject');
  const contents = page.getByRole('textbox', { name: 'Contents' });
  const check = page.getByRole('button', { name: /^Check the plan/ });
  await contents.fill('Hello {given-name}, meet {surname-of-boss} at the stand.');
  await check.click();
  await expect(page.getByText('There is no field {surname-of-boss}')).toBeVisible();
  await expect(contents).toContainText('meet {surname-of-boss}');
  await contents.fill('Hello {given-name}, meet us at the stand.');
  await subject.fill('   ');
  await check.click();
  await expect(page.getByText('Subject is empty')).toBeVisible();
  await subject.fill('Good to meet you');
  await checkPlan(page);
  await sendPlanned(page);
});

test('each refusal of the mail server stands in the Outbox in plain words, with what can be done', async ({ desk }) => {
  const { page, cable } = desk;
  cable.plug();
  const smtp = await startSmtpServer();
  const cases: readonly Refused[] = [
    {
      name: 'Busy',
      fault: reply('451 4.7.1 Greylisted'),
      state: 'Will be tried again',
      why: /asked to try again later/,
    },
    { name: 'Unknown', fault: reply('550 5.1.1 No such user'), state: 'Failed', why: /address does not exist/ },
    {
      name: 'Spam',
      fault: { at: 'message', reply: '550 5.7.1 Refused as spam' },
      state: 'Failed',
      why: /refused the message as unwanted/,
    },
    {
      name: 'Cut',
      fault: { at: 'message', cut: 'after-storing' },
      state: 'May have arrived',
      why: /did not confirm it/,
    },
  ];
  for (const { name, fault } of cases) smtp.faults.set(`${name.toLowerCase()}@example.com`, fault);
  const met = cases.map(({ name }) => ({ ...MET, familyName: name, email: `${name.toLowerCase()}@example.com` }));
  await startCapturing(page, VACANCY, met);
  await setMailAccount(page, { ...smtp });
  await holdMessagesFor(page, 0);
  await emailEverybody(page, VACANCY);

  await goTo(page, 'Outbox');
  for (const { name, fault, state, why } of cases) {
    const row = page.getByRole('row').filter({ hasText: `${name.toLowerCase()}@example.com` });
    await expect(row).toContainText(state, { timeout: 60_000 });
    await expect(row).toContainText(why);
    await row.click();
    const detail = page.getByRole('complementary');
    await expect(detail).toContainText(why);
    const uncertain = name === 'Cut';
    await expect(detail.getByRole('button', { name: 'Try again' })).toHaveCount(uncertain ? 0 : 1);
    await expect(detail.getByRole('button', { name: 'Send again' })).toHaveCount(uncertain ? 1 : 0);
    await expect(detail.getByRole('button', { name: 'It arrived' })).toHaveCount(uncertain ? 1 : 0);
    if ('reply' in fault) {
      await detail.getByText('What the mail server said').click();
      await expect(detail).toContainText(fault.reply.slice(0, 3));
    }
  }
  expect(smtp.received).toHaveLength(1); // the one whose line was cut
  await smtp.stop();
});

test('a mail server that closes (421) is left alone for a while; the message waits, and leaves when asked to', async ({
  desk,
}) => {
  const { page, cable } = desk;
  cable.plug();
  const smtp = await startSmtpServer();
  smtp.faults.set(MET.email ?? '', reply('421 4.3.2 Closing for a while'));
  await startCapturing(page, VACANCY, [MET]);
  await setMailAccount(page, { ...smtp });
  await holdMessagesFor(page, 0);
  await emailEverybody(page, VACANCY);
  await goTo(page, 'Outbox');
  await expect(page.getByText(/The mail server was not reached\. Next attempt at \d\d:\d\d/)).toBeVisible();
  await page.getByText('What the mail server said').click();
  await expect(page.getByText(/421/)).toBeVisible();
  expect(smtp.received).toHaveLength(0);
  smtp.faults.clear();
  await page.getByRole('button', { name: 'Try now' }).click();
  await smtp.waitFor(1);
  await expect(page.getByRole('row').filter({ hasText: MET.familyName })).toContainText('Sent');
  await smtp.stop();
});

interface Refused {
  readonly name: string;
  readonly fault: Fault;
  readonly state: string;
  readonly why: RegExp;
}

function reply(line: string): Fault {
  return { at: 'recipient', reply: line };
}

test('an account whose login is refused: the test says so, the Outbox pauses, and all leaves once it is right', async ({
  desk,
}) => {
  const { page, cable } = desk;
  cable.plug();
  const smtp = await startSmtpServer();
  await startCapturing(page, VACANCY, [MET]);
  await setMailAccount(page, { ...smtp, password: 'wrong' });
  await page.getByRole('button', { name: 'Test the account' }).click();
  await expect(page.getByText('The mail server refused the user name or the password.')).toBeVisible();
  await expect(page.getByText(/The server says: .*535/)).toBeVisible();
  await holdMessagesFor(page, 0);
  await emailEverybody(page, VACANCY);
  await goTo(page, 'Outbox');
  await expect(page.getByText('Sending is paused.')).toBeVisible();
  await expect(page.getByText('All emails are safe here and wait.').first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: MET.familyName })).toContainText('Waiting for the account');
  await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible();
  expect(smtp.received).toHaveLength(0);

  await setMailAccount(page, { ...smtp });
  await page.getByRole('button', { name: 'Test the account' }).click();
  await expect(page.getByText('It works: the server let this account in')).toBeVisible();
  await smtp.waitFor(1);
  await goTo(page, 'Outbox');
  await expect(page.getByRole('row').filter({ hasText: MET.familyName })).toContainText('Sent');
  expect(smtp.received).toHaveLength(1);
  await smtp.stop();
});
