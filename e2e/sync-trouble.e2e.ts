import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addRecruiter, handTo } from './support/accounts-page.js';
import { goTo, openVacancy, savePerson, startCapturing, takeBack, typePerson, type Met } from './support/work.js';
import { joinFromSettings } from './support/joining-page.js';
import { makeLaptopOf, openSyncPage, pill, untilExchanged } from './support/sync-page.js';
import { SyncServer } from './support/sync-server.js';
import { expect, test } from './support/test.js';

const VACANCY = 'Trainee power systems';
const NORA: Met = { givenName: 'Nora', familyName: 'Fjellheim', email: 'nora@example.com', vacancy: VACANCY };
const EBBA: Met = { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com', vacancy: VACANCY };
const LAPTOP = { laptop: 'Stand left' };
const REFUSED = 'Add candidate, Ebba Norrlander';

let folder: string;
let server: SyncServer;
let code: string;

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-e2e-server-'));
  server = new SyncServer({ folder: path.join(folder, 'store') });
  code = (await server.command('organisation', 'add', 'Norrvik Energi')).get('invitation') ?? '';
  await server.start();
});
test.afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('without its server a laptop says what waits and goes on, and what waits goes by itself once the server is back', async ({
  desk: { page, cable },
}) => {
  await startCapturing(page, VACANCY);
  cable.plug();
  await joinFromSettings(page, { ...LAPTOP, server: server.address, code });
  await untilExchanged(page);
  await expect(pill(page)).toHaveText('Online');
  await server.stop();
  await capture(page, NORA);
  await expect(pill(page)).toHaveText('Server offline · 1 change');
  await pill(page).click();
  const menu = page.getByRole('dialog');
  await expect(menu.getByText('The server cannot be reached.', { exact: false })).toBeVisible();
  await expect(menu.getByText(/Norrvik Energi · last contact .* · 1 change waits to be sent/)).toBeVisible();
  await page.keyboard.press('Escape');
  cable.pull();
  await expect(pill(page)).toHaveText('Offline · 1 change');
  cable.plug();
  await server.start();
  await expect(pill(page)).toHaveText('Online', { timeout: 90_000 });
  await untilExchanged(page);
  await expect(page.getByText(/waits to be sent/)).toBeHidden();
});

test('F5 exchanges at once from wherever somebody types, says how it went, and stands among the shortcuts', async ({
  desk: { page, cable },
}) => {
  await startCapturing(page, VACANCY);
  cable.plug();
  await joinFromSettings(page, { ...LAPTOP, server: server.address, code });
  await goTo(page, 'Capture');
  await page.getByLabel('First name').fill('Half a na');
  await page.keyboard.press('F5');
  await expect(page.getByText('Everything is exchanged')).toBeVisible();
  await expect(page.getByLabel('First name')).toHaveValue('Half a na');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Sync now')).toBeVisible();
});

test('what the server refused waits with its reason, is dismissed and brought back, and goes when it is tried again rightly', async ({
  desk,
}) => {
  const { page, cable } = desk;
  await startCapturing(page, VACANCY);
  cable.plug();
  await joinFromSettings(page, { ...LAPTOP, server: server.address, code });
  await addRecruiter(page, 'Oskar Brenn', 'oskar@example.com');
  await makeLaptopOf(page, 'Maja Lindhult', { ...LAPTOP, server: server.address });
  await handTo(page, 'Oskar Brenn');
  await capture(page, EBBA);
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Sync and conflicts.*1/ })).toBeVisible();
  await openSyncPage(page);
  const entry = page.getByRole('listitem').filter({ hasText: 'Ebba Norrlander' });
  await expect(entry.getByRole('heading', { name: /^Add candidate/ })).toBeVisible();
  await expect(entry.getByText(/it was done in the name of somebody else/)).toBeVisible();
  await expect(entry.getByText(/^Oskar Brenn, .*refused/)).toBeVisible();

  await entry.getByRole('button', { name: `Dismiss: ${REFUSED}` }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeVisible();
  await takeBack(page, `Dismissed: ${REFUSED}`);
  await expect(entry).toBeVisible();
  await desk.restart();
  await goTo(desk.page, 'Home');
  await desk.page.getByRole('link', { name: /Changes that the server refused/ }).click();

  await handTo(desk.page, 'Maja Lindhult');
  await desk.page.getByRole('button', { name: `Try again: ${REFUSED}` }).click();
  await expect(desk.page.getByText(`Written again: ${REFUSED}`)).toBeVisible();
  await expect(desk.page.getByRole('heading', { name: 'Nothing to decide here' })).toBeVisible();
  await desk.page.keyboard.press('F5');
  await expect(desk.page.getByText('Everything is exchanged').first()).toBeVisible();
  await expect(desk.page.getByRole('heading', { name: 'Needs attention' })).toBeHidden();
  await openVacancy(desk.page, VACANCY);
  await expect(desk.page.getByRole('row').filter({ hasText: 'Ebba Norrlander' })).toBeVisible();
});

test('whoever administers the server empties a lost laptop, and its window shows nothing of anybody any longer', async ({
  desk: { page, cable },
}) => {
  await startCapturing(page, VACANCY, [NORA]);
  cable.plug();
  await joinFromSettings(page, { ...LAPTOP, server: server.address, code });
  await untilExchanged(page);
  await server.stop(); // the embedded engine is not shared with the command line
  const [lost = ''] = [...(await server.command('devices'))].find(([, about]) => about.includes(LAPTOP.laptop)) ?? [];
  await server.command('revoke', lost, '--wipe');
  await openVacancy(page, VACANCY);
  await expect(page.getByText(NORA.familyName).first()).toBeVisible();
  await server.start();
  await expect(page.getByRole('heading', { name: 'This laptop was emptied' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(NORA.familyName)).toHaveCount(0);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByLabel('Your name')).toBeVisible();
});

async function capture(page: Page, met: Met): Promise<void> {
  await goTo(page, 'Capture');
  await typePerson(page, met);
  await savePerson(page, met);
}
