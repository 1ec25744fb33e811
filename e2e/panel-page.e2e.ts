import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../scripts/find-browser.js';
import { accentOn } from '../server/pages/page-colours.js';
import { SCHEMES, violations } from './support/axe-violations.js';
import { joinFromSettings } from './support/joining-page.js';
import { makePdf } from './support/make-pdf.js';
import { startSmtpServer } from './support/smtp-server.js';
import { SyncServer } from './support/sync-server.js';
import { untilExchanged } from './support/sync-page.js';
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

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
/** Of a brand; it cannot be read on white. */
const YELLOW = '#ffd400';
const EBBA = { givenName: 'Ebba', familyName: 'Norrlander', vacancy: 'Trainee', email: 'ebba@example.com' };
const JONAS = {
  givenName: 'Jonas',
  familyName: `Fjellheim ${HOSTILE}`,
  vacancy: 'Trainee',
  email: 'jonas@example.com',
};

test('R45 R46 R47 R48 C18 G-5: the link of a mail that left opens a page on a phone, and every laptop shows what was said there', async ({
  desk,
}) => {
  const { page, cable } = desk;
  const folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-'));
  const server = new SyncServer({ folder });
  const smtp = await startSmtpServer();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
  try {
    const code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
    await server.start();
    await startCapturing(page, 'Trainee', [JONAS]);
    await typePerson(page, EBBA);
    await addCv(page, { name: 'cv.pdf', mimeType: 'application/pdf', buffer: await makePdf('Ebba', 20_000) });
    await savePerson(page, EBBA);
    await holdMessagesFor(page, 0);
    await page.getByLabel('Colour of your pages').fill(YELLOW);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByLabel('Colour of your pages')).toHaveValue(YELLOW);
    await setMailAccount(page, { ...smtp });
    cable.plug();
    await joinFromSettings(page, { server: server.address, code, laptop: 'Stand left' });
    await untilExchanged(page);
    cable.pull();
    await askForReview(page);
    await goTo(page, 'Outbox');
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: 'ida@example.com' })
        .getByText(/Needs the server/),
    ).toBeVisible();
    expect(smtp.received).toEqual([]);

    cable.plug();
    await expect.poll(() => smtp.received.length, { timeout: 60_000 }).toBe(1);
    const [mail] = smtp.received;
    const link = /http:\/\/127\.0\.0\.1:\d+\/p\/[\w-]{43}/.exec(mail?.mail.text ?? '')?.[0] ?? '';
    expect(mail?.mail.html).toContain(`href="${link}"`);
    expect(`${mail?.mail.text ?? ''}${mail?.mail.html ?? ''}`).not.toContain('server.invalid');

    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
    await review(await phone.newPage(), link);

    await openVacancy(page, 'Trainee');
    await page.getByRole('link', { name: '2 Collaborative rating' }).click();
    await expect(page.getByRole('row', { name: /Ebba Norrlander/ })).toContainText('1 of 1');
    await expect(page.getByRole('row', { name: /Ebba Norrlander/ })).toContainText('7');
    await page.getByRole('link', { name: /Ebba Norrlander/ }).click();
    await page.getByRole('tab', { name: /^Panel review/ }).click();
    await expect(page.getByText('Calm and clear')).toBeVisible();
    await expect(page.getByText('of 1 review', { exact: true })).toBeVisible();
  } finally {
    await browser.close();
    await smtp.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function askForReview(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await openVacancy(page, 'Trainee');
  for (const name of [/Ebba/, /Jonas/]) await page.getByRole('checkbox', { name }).click();
  await page
    .getByRole('button', { name: /^Further progress/ })
    .last()
    .click();
  await page.getByRole('menuitemradio', { name: /^Send for panel review/ }).click();
  await page.getByRole('button', { name: /^Execute/ }).click();
  await dialog.getByRole('textbox', { name: 'Email address, recipient 1' }).fill('ida@example.com');
  await dialog.getByRole('button', { name: /^Next/ }).click();
  await dialog.getByRole('button', { name: /^Check the plan/ }).click();
  await dialog.getByRole('button', { name: /^Send 1 request/ }).click();
  await dialog
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
}

async function review(phone: Page, link: string): Promise<void> {
  const faults: string[] = [];
  phone.on('dialog', (shown) => void faults.push(shown.message()));
  phone.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Trainee' })).toBeVisible();
  await check(phone);
  await phone.getByRole('link', { name: `Jonas Fjellheim ${HOSTILE}` }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(`Jonas Fjellheim ${HOSTILE}`);
  await phone.getByRole('link', { name: 'All candidates' }).click();
  await phone.getByRole('link', { name: 'Ebba Norrlander' }).click();
  await check(phone);
  const { accent } = accentOn('light', YELLOW);
  await phone.emulateMedia({ colorScheme: 'light' });
  await expect(phone.getByRole('button', { name: 'Send' })).toHaveCSS('background-color', rgbOf(accent));
  const download = phone.waitForEvent('download');
  await phone.getByRole('link', { name: 'Download cv.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('cv.pdf');
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByRole('alert')).toContainText('Give stars or write a comment.');
  await check(phone);
  faults.length = 0; // the browser says that the form was refused
  await phone.getByRole('radio', { name: '4 stars' }).check();
  await phone.getByRole('textbox', { name: /Comment/ }).fill(HOSTILE);
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByRole('status')).toContainText('Your review is saved');
  await expect(phone.getByRole('textbox', { name: /Comment/ })).toHaveValue(HOSTILE);
  await check(phone);
  await phone.getByRole('radio', { name: '7 stars' }).check();
  await phone.getByRole('textbox', { name: /Comment/ }).fill('Calm and clear');
  await phone.getByRole('button', { name: 'Change the review' }).click();
  await expect(phone.getByRole('radio', { name: '7 stars' })).toBeChecked();
  await phone.getByRole('link', { name: 'All candidates' }).click();
  await expect(phone.getByText('1 of 2 completed')).toBeVisible();
  expect(faults).toEqual([]);
  await phone.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
  await expect(phone.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  await check(phone);
  expect(await phone.context().cookies()).toEqual([]);
}

/** As a browser says it. */
function rgbOf(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

/** WCAG 2.2, light and dark, and no line that has to be scrolled sideways (1.4.10). */
async function check(phone: Page): Promise<void> {
  for (const scheme of SCHEMES) expect(await violations(phone, scheme)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}
