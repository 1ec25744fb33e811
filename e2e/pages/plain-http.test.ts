import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import type { Database } from '../../server/database/database.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { askPanel, beginAsking, type AskingLaptop } from '../../server/testing/asked-panel.js';
import { InvitedCandidate } from '../../server/testing/invited-candidate.js';
import { mailLogin } from '../../server/testing/mailed-login.js';
import { testOrganisation, type TestOrganisation } from '../../server/testing/test-organisation.js';
import { MINUTE } from '../../shared/lib/time.js';

const NAME = 'stand.example.com';
const OWN = 'three green lamps burn';

let database: Database;
let there: TestOrganisation;
let asking: AskingLaptop;
let browser: Browser;
let port: string;
const clock = { ahead: 0 };

beforeAll(async () => {
  database = await openPglite(null);
  await migrate(database);
  there = await testOrganisation(database, { now: () => Date.now() + clock.ahead });
  asking = await beginAsking(await there.laptop());
  ({ port } = new URL(await there.app.listen({ host: '127.0.0.1', port: 0 })));
  const args = [...browserArguments(), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`];
  browser = await chromium.launch({ executablePath: findBrowser(), args });
});

afterAll(async () => {
  await browser.close();
  await there.app.close();
  await database.close();
});

it('a browser in the LAN, which says Origin: null and no Sec-Fetch-Site over plain HTTP, sends the forms behind links', async () => {
  const { path } = await InvitedCandidate.invite(asking);
  const panel = await askPanel(asking);
  const page = await browser.newPage();
  const said: (readonly [string | undefined, string | undefined])[] = [];
  page.on('request', (request) => {
    const headers = request.headers();
    if (request.method() === 'POST') said.push([headers['origin'], headers['sec-fetch-site']]);
  });
  for (const [form, choice] of [
    [path, '[name=answer][value=accepted]'],
    [`${panel.path}/1`, '[name=value][value="5"]'],
  ] as const) {
    await page.goto(`http://${NAME}:${port}${form}`);
    await page.locator(choice).check({ force: true });
    await page.locator('form button').first().click();
    await page.getByRole('status').waitFor();
  }
  expect(said).toEqual([
    ['null', undefined],
    ['null', undefined],
  ]);
  await page.close();
});

it('C17: what was typed on the own page is there again for whoever logs in after the session', async () => {
  const login = await mailLogin(asking.laptop, asking.by, { email: 'ebba@example.com', phone: '070 1' });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}${login.path}`);
  await logIn(page, login.userName, login.password);
  await page.getByLabel('New password', { exact: true }).fill(OWN);
  await page.getByLabel('New password, once more').fill(OWN);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByLabel('Postal address').fill('Storgatan 1\n"Lund"');
  clock.ahead = 31 * MINUTE;
  await page.getByRole('button', { name: 'Save the details' }).click();
  await page.getByRole('alert').getByText('what you typed is kept').waitFor();
  await logIn(page, login.userName, OWN);
  await page.getByRole('alert').getByText('is not saved yet').waitFor();
  expect(await page.getByLabel('Postal address').inputValue()).toBe('Storgatan 1\n"Lund"');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await page.getByText('Your details are saved.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Postal address').inputValue()).toBe('Storgatan 1\n"Lund"');
  await page.close();
});

async function logIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}
