import { makePdf } from './support/make-pdf.js';
import { startSmtpServer, type ReceivedMail } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  holdMessagesFor,
  openVacancy,
  savePerson,
  setMailAccount,
  startCapturing,
  typePerson,
} from './support/work.js';

const VACANCY = 'Trainee power systems';
const MET = {
  givenName: 'Linnéa',
  familyName: 'van der Åkerström',
  email: 'linnea.akerstrom@mail.example.com',
  phone: '070 174 06 05',
  language: 'sv',
  vacancy: VACANCY,
} as const;
const DETAILS = /linnea|linnéa|akerstr|åkerstr|740 ?60 ?5|7401?7?40605|1740605|mail\.example/i;

test('R29–R32, C36: forwarded without network, withheld and not; the mails that arrive hold what was chosen', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const { page, cable } = desk;
  const smtp = await startSmtpServer();
  await startCapturing(page, VACANCY);
  await typePerson(page, MET);
  const cv = await makePdf('Linnea van der Akerstrom', 20_000);
  await addCv(page, { name: 'CV Linnéa.pdf', mimeType: 'application/pdf', buffer: cv });
  await savePerson(page, MET);
  await setMailAccount(page, { ...smtp });
  await holdMessagesFor(page, 0);
  for (const [to, withheld, bare] of [
    ['all@example.org', false, false],
    ['bare@example.org', false, true],
    ['withheld@example.org', true, false],
    ['both@example.org', true, true],
  ] as const) {
    await openVacancy(page, VACANCY);
    await page.keyboard.press('Control+a');
    await page
      .getByRole('button', { name: /Further progress|Choose an action/ })
      .last()
      .click();
    await page.getByRole('menuitemradio', { name: /^Forward to email/ }).click();
    await page
      .getByRole('button', { name: /^Execute/ })
      .last()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Forward to email' });
    await dialog.getByRole('textbox', { name: 'Recipient' }).fill(to);
    await dialog.getByRole('checkbox', { name: /^Withhold/ }).setChecked(withheld);
    await dialog.getByRole('checkbox', { name: /^Do not include/ }).setChecked(bare);
    await dialog.getByRole('button', { name: /^Check the plan/ }).click();
    await dialog.getByRole('button', { name: 'Forward 1 application' }).click();
    await expect(dialog.getByRole('heading', { name: '1 email is in the Outbox' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  expect(smtp.connections).toBe(0);

  cable.plug();
  await smtp.waitFor(4);
  const mailTo = (to: string): ReceivedMail => {
    const [mail, ...others] = smtp.received.filter(({ envelope }) => envelope.to.includes(to));
    expect(others).toEqual([]);
    if (mail === undefined) throw new Error(`no mail to ${to}`);
    return mail;
  };
  const files = (to: string) => mailTo(to).mail.attachments.map(({ filename }) => filename);
  expect(files('all@example.org')).toEqual(['CV Linnéa.pdf']);
  expect(files('bare@example.org')).toEqual([]);
  for (const to of ['all@example.org', 'bare@example.org']) expect(readable(mailTo(to))).toMatch(DETAILS);
  for (const to of ['withheld@example.org', 'both@example.org']) {
    expect(files(to)).toEqual([]);
    expect(readable(mailTo(to))).not.toMatch(DETAILS);
    expect(mailTo(to).mail.text).toContain(VACANCY);
  }
  await smtp.stop();
});

/** Everything that somebody could read in it. */
function readable({ raw, mail }: ReceivedMail): string {
  const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`).join('\n');
  const html = (mail.html ?? '').replace(/<[^>]*>/g, '');
  return [raw, headers, mail.subject, mail.text, mail.html, html].join('\n');
}
