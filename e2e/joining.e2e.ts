import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDesk, type Desk } from './support/desk.js';
import { makeInvitation } from './support/joining-page.js';
import { makePdf } from './support/make-pdf.js';
import { startSmtpServer, type TestSmtpServer } from './support/smtp-server.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  emailEverybody,
  goTo,
  holdMessagesFor,
  openDossier,
  openVacancy,
  savePerson,
  setMailAccount,
  startCapturing,
  typePerson,
} from './support/work.js';

const VACANCY = 'Trainee power systems';
const SARA = { givenName: 'Sara', familyName: 'Sandvik', email: 'sara@example.com' };
const NILS = { givenName: 'Nils', familyName: 'Nyberg', email: 'nils@example.com' };

test('a laptop that worked alone joins its colleagues, and a new one joins it from the first page', async ({
  desk,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-server-'));
  const server = new SyncServer({ folder });
  const [smtp, second] = [await startSmtpServer(), await openDesk()];
  try {
    await workAlone(desk, smtp);
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    for (const { cable } of [desk, second]) cable.plug();
    await joinFromSettings(desk, server.address, code);
    await setMailAccount(desk.page, smtp);
    await smtp.waitFor(1); // what was queued before it joined leaves from here
    const invitation = await makeInvitation(desk.page, 'Everybody at the stand');
    await joinFromFirstPage(second, server.address, invitation);
    await seeEverybody(second);
    await editTravels(second, desk);
    expect(smtp.received.map(({ envelope }) => envelope.to)).toEqual([[SARA.email]]);
    second.forgive(/404 .*\/files\//); // a CV that is not here yet
    expect(second.faults).toEqual([]);
  } finally {
    await second.close();
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A vacancy, an applicant with a CV who is written to, and somebody met without one. */
async function workAlone({ page }: Desk, smtp: TestSmtpServer): Promise<void> {
  await startCapturing(page, VACANCY);
  await typePerson(page, { ...SARA, vacancy: VACANCY });
  await addCv(page, { name: 'CV.pdf', mimeType: 'application/pdf', buffer: await makePdf('Sara', 5_000) });
  await savePerson(page, SARA);
  await holdMessagesFor(page, 0);
  await setMailAccount(page, { ...smtp, port: 1 }); // nobody answers there: it waits
  await emailEverybody(page, VACANCY);
  await goTo(page, 'Capture');
  await typePerson(page, { ...NILS, vacancy: VACANCY });
  await savePerson(page, NILS);
}

async function joinFromSettings({ page }: Desk, address: string, code: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Server', exact: true }).click();
  await page.getByLabel('Address of the server, or the link').fill(address);
  await page.getByLabel('Name of this laptop').fill('Maja’s');
  await page.getByLabel('Invitation code').fill('7KQ2-M9XD-40TR-ZE5H');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('There is no such invitation');
  await page.getByLabel('Invitation code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This laptop belongs to Norrvik Energi' })).toBeVisible();
}

async function joinFromFirstPage({ page }: Desk, address: string, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Join colleagues' }).click();
  await page.getByLabel('Address of the server, or the link').fill('http://fairdesk.example.com');
  await page.getByLabel('Invitation code').fill(code);
  await page.getByLabel('Name of this laptop').fill('Stand 2');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('https://');
  await page.getByLabel('Address of the server, or the link').fill(address);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
  await page.getByRole('button', { name: /Maja Lindhult/ }).click();
  await expect(page.getByRole('link', { name: 'Capture' }).first()).toBeVisible();
}

async function seeEverybody({ page }: Desk): Promise<void> {
  await openVacancy(page, VACANCY);
  await page.getByRole('link', { name: /Overview/ }).click();
  for (const { familyName } of [SARA, NILS]) {
    await expect(page.getByRole('row').filter({ hasText: familyName })).toHaveCount(1);
  }
}

/** What is changed on the one laptop is seen on the other. */
async function editTravels(from: Desk, to: Desk): Promise<void> {
  await openDossier(from.page, NILS);
  await from.page.getByRole('button', { name: 'Edit contact details' }).click();
  await from.page.getByRole('dialog').getByLabel('School').fill('KTH');
  await from.page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click();
  await openVacancy(to.page, VACANCY);
  await to.page.getByRole('link', { name: /Overview/ }).click();
  await openDossier(to.page, NILS);
  await expect(to.page.getByText('KTH').first()).toBeVisible();
}
