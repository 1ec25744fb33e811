import { readContract } from './support/read-contract.js';
import { startSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import { goTo, holdMessagesFor, openDossier, openVacancy, setMailAccount, startCapturing } from './support/work.js';

const VACANCY = 'Trainee power systems';
const MET = [
  { givenName: 'Linnéa', familyName: 'Åkerström', email: 'linnea@example.com', language: 'sv', vacancy: VACANCY },
  { givenName: 'Łukasz', familyName: 'Erdős-Ωmega', email: 'lukasz@example.com', language: 'nl', vacancy: VACANCY },
] as const;

test('R41, G-8: a test of the template to oneself, and two contracts written without network arrive once each, as a PDF that anybody can read', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const { page, cable } = desk;
  const smtp = await startSmtpServer();
  await startCapturing(page, VACANCY, MET);
  await setMailAccount(page, { ...smtp });
  await holdMessagesFor(page, 0);
  await goTo(page, 'Templates');
  await page.getByRole('link', { name: 'Employment contract' }).click();
  await page.getByRole('button', { name: 'Send test email to me' }).click();
  await expect(page.getByText(/^The test email to .* is in the Outbox$/)).toBeVisible();
  await openVacancy(page, VACANCY);
  await page.keyboard.press('Control+a');
  await page
    .getByRole('button', { name: /Further progress|Choose an action/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Employment contract/ }).click();
  await page
    .getByRole('button', { name: /^Execute/ })
    .last()
    .click();
  for (const { givenName, familyName } of MET) {
    const name = `${givenName} ${familyName}`;
    await page.getByLabel(`Start date, ${name}`, { exact: true }).fill('2027-02-01');
    await page.getByRole('combobox', { name: `Department, ${name}` }).fill('Grid');
    await page.getByLabel(`Salary, ${name}`, { exact: true }).fill('32 000 kr');
  }
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /^Check the plan/ }).click();
  await page.getByRole('button', { name: 'Anställningsavtal Linnéa Åkerström.pdf' }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.getByRole('button', { name: /^Send 2 contracts/ }).click();
  await expect(page.getByRole('heading', { name: '2 contracts are in the Outbox' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(smtp.connections).toBe(0);

  cable.plug();
  await smtp.waitFor(3);
  const [trial, ...more] = smtp.received.filter(({ mail }) => mail.subject?.startsWith('Test: ') === true);
  expect(more).toEqual([]);
  expect(trial?.mail.subject).toBe('Test: Your employment contract with Norrvik Energi');
  expect(trial?.envelope.to).toEqual(trial?.mail.to?.map(({ address }) => address));
  expect(trial?.mail.text).toContain('Hi Kim,');
  expect(trial?.mail.attachments).toEqual([]);
  for (const { givenName, familyName, email } of MET) {
    const [mail, ...others] = smtp.received.filter(({ envelope }) => envelope.to.includes(email));
    expect(others).toEqual([]);
    expect(mail?.mail.attachments).toHaveLength(1);
    const [file] = mail?.mail.attachments ?? [];
    expect(file).toMatchObject({ mimeType: 'application/pdf', disposition: 'attachment' });
    const { text, check } = await readContract(file?.content);
    expect(check).toContain('No syntax or stream encoding errors');
    for (const words of [
      `${givenName} ${familyName}`,
      'Norrvik Energi',
      VACANCY,
      'Grid',
      '1 februari 2027',
      '32 000 kr',
    ])
      expect(text).toContain(words);
  }

  await desk.restart();
  await openVacancy(desk.page, VACANCY);
  await openDossier(desk.page, MET[0]);
  await desk.page
    .getByRole('link', { name: /Documents/ })
    .or(desk.page.getByRole('tab', { name: /Documents/ }))
    .first()
    .click();
  await expect(desk.page.getByText('Anställningsavtal Linnéa Åkerström.pdf').first()).toBeVisible();
  await goTo(desk.page, 'Outbox');
  await smtp.stop();
});
