import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Download, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../scripts/find-browser.js';
import { SCHEMES, violations } from './support/axe-violations.js';
import type { Desk } from './support/desk.js';
import { joinFromSettings } from './support/joining-page.js';
import { searchLeaks } from './support/leak-search.js';
import { makePdf } from './support/make-pdf.js';
import { startSmtpServer, type ReceivedMail } from './support/smtp-server.js';
import { untilExchanged } from './support/sync-page.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';
import {
  addCv,
  goTo,
  holdMessagesFor,
  openVacancy,
  savePerson,
  setMailAccount,
  startCapturing,
  typePerson,
} from './support/work.js';

const VACANCY = 'Trainee';
const EBBA = { givenName: 'Ebba', familyName: 'Norrlander', vacancy: VACANCY, email: 'ebba@example.com' };
const OWN = 'three green lamps burn';
const NUMBER = '+46 70 123 45 67';

test('R26 R27 R28 C17 G-3: the password of a mail that left opens a page on a phone; what is done there every laptop shows', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, cable } = desk;
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const server = new SyncServer({ folder });
  const smtp = await startSmtpServer();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    await startCapturing(page, VACANCY);
    await typePerson(page, EBBA);
    await page.getByRole('checkbox', { name: 'Also for the CV database' }).check();
    await addCv(page, { name: 'cv.pdf', mimeType: 'application/pdf', buffer: await makePdf('Ebba', 20_000) });
    await savePerson(page, EBBA);
    await holdMessagesFor(page, 0);
    await setMailAccount(page, { ...smtp });
    await expectRefusedWithoutServer(page);

    cable.plug();
    await joinFromSettings(page, { server: server.address, code, laptop: 'Stand left' });
    await untilExchanged(page);
    await saveAndSend(page, 'New → Saved');
    await expect.poll(() => smtp.received.length, { timeout: 60_000 }).toBe(1);
    const first = readLogin(smtp.received[0]);

    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
    const own = await phone.newPage();
    own.setDefaultTimeout(20_000);
    await logInFirst(own, first);
    await useOwnPage(own);
    await expectSeenAtTheDesk(desk);

    await saveAndSend(page);
    await expect.poll(() => smtp.received.length, { timeout: 60_000 }).toBe(2);
    const second = readLogin(smtp.received[1]);
    expect(second.password).not.toBe(first.password);
    await own.goto(second.page);
    for (const old of [first.password, OWN]) {
      await logIn(own, old);
      await expect(own.getByRole('alert')).toContainText('User name and password do not belong together');
    }
    await logIn(own, second.password);
    await expect(own.getByRole('heading', { name: 'Choose a password' })).toBeVisible();

    const secrets = [first.password, second.password, OWN];
    const needles = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('hex')]);
    expect(searchLeaks(desk.dataFolder, needles)).toEqual([]);
    await server.stop(); // what it holds in memory is written
    expect(searchLeaks(folder, needles)).toEqual([]);
    expect(searchLeaks(folder, [NUMBER])).not.toEqual([]); // the search sees what is there
  } finally {
    await browser.close();
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function choose(page: Page): Promise<void> {
  await openVacancy(page, VACANCY);
  await page.getByRole('checkbox', { name: /Ebba/ }).check();
  await page
    .getByRole('button', { name: /^Further progress/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Save and send User Name/ }).click();
  await page.getByRole('button', { name: /^Execute/ }).click();
}

/** C17: why not, and saving alone. */
async function expectRefusedWithoutServer(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await choose(page);
  await expect(dialog.getByText('There is nothing that a user name and password would open')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Save and send to/ })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Save application' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** The plan says what becomes of the status, and what is put into the mail only when it leaves. */
async function saveAndSend(page: Page, step = 'ebba@example.com'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await choose(page);
  await dialog.getByRole('button', { name: /^Check the plan/ }).click();
  await expect(dialog.getByRole('button', { name: /^Email to Ebba/ })).toContainText(step);
  const mail = dialog.frameLocator('iframe').locator('body');
  await expect(mail).toContainText('{my-page-url}: the address of the candidate’s own page');
  await expect(mail).toContainText('{password}: the candidate’s own password');
  await expect(mail).not.toContainText('.invalid');
  await dialog.getByRole('button', { name: /^Save and send to 1/ }).click();
  await expect(dialog.getByText(/1 application is saved in the CV database, 1 email/)).toBeVisible();
  await dialog
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
}

interface Login {
  readonly password: string;
  readonly page: string;
}

function readLogin(received: ReceivedMail | undefined): Login {
  const { text = '', html = '' } = received?.mail ?? {};
  expect(text).toContain('Your details are saved in our CV database');
  expect(text).toContain('User name: ebba@example.com');
  const password = /Password: ([a-z0-9-]{23})/.exec(text)?.[1] ?? '';
  const page = /http:\/\/127\.0\.0\.1:\d+\/my\/[\w-]{36}/.exec(text)?.[0] ?? '';
  expect(html).toContain(password);
  expect(html).toContain(`href="${page}"`);
  expect(`${text}${html}`).not.toMatch(/\{password\}|\.invalid/);
  return { password, page };
}

async function logIn(own: Page, password: string): Promise<void> {
  await own.getByRole('textbox', { name: 'User name' }).fill(EBBA.email);
  await own.getByLabel('Password').fill(password);
  await own.getByRole('button', { name: 'Log in' }).click();
}

async function logInFirst(own: Page, { page, password }: Login): Promise<void> {
  await own.goto(page);
  await expect(own.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await check(own);
  await logIn(own, `${password}x`);
  await expect(own.getByRole('alert')).toContainText('User name and password do not belong together');
  await check(own);
  await logIn(own, password);
  await expect(own.getByRole('heading', { name: 'Choose a password' })).toBeVisible();
  await check(own);
  await own.getByLabel('New password', { exact: true }).fill(OWN);
  await own.getByLabel('New password, once more').fill(OWN);
  await own.getByRole('button', { name: 'Save the password' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Ebba Norrlander');
  const [cookie, ...more] = await own.context().cookies();
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ name: '__Host-fairdesk-my', httpOnly: true, secure: true, sameSite: 'Strict' });
}

async function useOwnPage(own: Page): Promise<void> {
  await expect(own.getByText('Kept for other vacancies.')).toBeVisible();
  await check(own);
  await own.getByRole('textbox', { name: 'Phone' }).fill(NUMBER);
  await own.getByRole('button', { name: 'Save the details' }).click();
  await expect(own.getByRole('status')).toContainText('Your details are saved.');
  await expect(own.getByRole('textbox', { name: 'Phone' })).toHaveValue(NUMBER);
  await own.getByRole('button', { name: /Withdraw.*other vacancies/ }).click();
  await expect(own.getByRole('status')).toContainText('Your consent is withdrawn.');
  await own.getByRole('checkbox', { name: /I want everything/ }).check();
  await own.getByRole('button', { name: 'Ask for deletion' }).click();
  await expect(own.getByText(/^You asked for it on/)).toBeVisible();
  await check(own);
  const download = own.waitForEvent('download');
  await own.getByRole('link', { name: 'Download everything as one file' }).click();
  await expectZip(await download);
  await own.getByRole('button', { name: 'Log out' }).click();
  await expect(own.getByRole('heading', { name: 'Log in' })).toBeVisible();
  expect(await own.context().cookies()).toEqual([]);
}

async function expectZip(download: Download): Promise<void> {
  expect(download.suggestedFilename()).toBe('fairdesk.zip');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  for (const name of ['person.json', 'files/001 cv.pdf', '%PDF']) expect(bytes.includes(name)).toBe(true);
}

/** The number, the withdrawal and the wish, each where a recruiter looks for it. */
async function expectSeenAtTheDesk({ page }: Desk): Promise<void> {
  await goTo(page, 'Home');
  await page.getByRole('link', { name: /People who ask to be deleted/ }).click();
  await expect(page.getByText(/^Has asked on .* to be deleted/)).toBeVisible();
  await expect(page.getByText(NUMBER)).toBeVisible();
  await expect(page.getByText(/CV database.*withdrawn/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Record consent: CV database' }).click();
  await page.getByRole('button', { name: /^Ebba Norrlander agrees, until / }).click();
  await expect(page.getByText('The consent is recorded')).toBeVisible();
}

/** WCAG 2.2, light and dark, and no line that has to be scrolled sideways (1.4.10). */
async function check(own: Page): Promise<void> {
  for (const scheme of SCHEMES) expect(await violations(own, scheme)).toEqual([]);
  expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}
