import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/find-browser.js';
import type { Database } from '../../server/database/database.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { askPanel, beginAsking, bringCv } from '../../server/testing/asked-panel.js';
import { mailLogin } from '../../server/testing/mailed-login.js';
import { InvitedCandidate } from '../../server/testing/invited-candidate.js';
import { PageVisitor } from '../../server/testing/page-visitor.js';
import { testOrganisation, type TestOrganisation } from '../../server/testing/test-organisation.js';
import { wholeStore } from '../../server/testing/whole-store.js';
import { CLICKED, PageCrawler, SENDINGS } from './page-crawler.js';

describe('every page that people open, to a browser that runs scripts and clicks everything', () => {
  let database: Database;
  let there: TestOrganisation;
  let browser: Browser;
  let crawler: PageCrawler;
  /** Of somebody who has logged in. */
  let inside: PageCrawler;
  /** Of links that lead somewhere. */
  let pages: readonly string[];
  let answered: string;
  let logIn: string;
  beforeAll(async () => {
    database = await openPglite(null);
    await migrate(database);
    there = await testOrganisation(database, { trustedProxies: '127.0.0.1' });
    const asking = await beginAsking(await there.laptop());
    const panel = await askPanel(asking);
    await bringCv(asking, panel.people[0]!);
    const open = await InvitedCandidate.invite(asking);
    const said = await InvitedCandidate.invite(asking);
    await new PageVisitor(there.app).send(said.path, { answer: 'accepted' });
    const login = await mailLogin(asking.laptop, asking.by, { email: 'ebba@example.com' });
    await bringCv(asking, login);
    const host = await there.app.listen({ host: '127.0.0.1', port: 0 });
    answered = host + said.path;
    logIn = host + login.path;
    pages = [host + panel.path, host + open.path, answered, logIn];
    browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() });
    crawler = await PageCrawler.open(browser);
    inside = await PageCrawler.open(browser);
    await inside.send(logIn, { 'user-name': login.userName, password: login.password });
    const password = 'three green lamps burn';
    await inside.send(`${host}/my/password`, { password, repeated: password });
  });
  afterAll(async () => {
    await crawler.close();
    await inside.close();
    await browser.close();
    await there.app.close();
    await database.close();
  });

  it('leaves the store the same to the byte when it is only looked at', async () => {
    const before = await wholeStore(database);
    const seen = await crawler.crawl(pages);
    expect(await wholeStore(database)).toBe(before);
    const [panel = '', , reply = ''] = pages.map((address) => new URL(address).pathname);
    const expected = [panel, `${panel}/1`, `${panel}/2`, `${panel}/1/cv/1`, reply, `${reply}/interview.ics`];
    expect([...seen]).toEqual(expect.arrayContaining(expected));
  });

  it('leaves the store the same to the byte while it is logged in, too', async () => {
    const before = await wholeStore(database);
    const seen = await inside.crawl([new URL('/my', logIn).href]);
    expect(await wholeStore(database)).toBe(before);
    expect([...seen]).toEqual(expect.arrayContaining(['/my', '/my/password', '/my/files/1', '/my/download']));
  });

  it.each(SENDINGS)('takes no answer that nobody chose from a scanner that sends forms %s', async (sending) => {
    const [panel = '', ...others] = pages;
    const forms = [`${panel}/1`, `${panel}/2`, ...others];
    const before = await wholeStore(database);
    let sent = 0;
    for (const address of forms) sent += await crawler.submit(address, sending);
    expect(await wholeStore(database)).toBe(before);
    // One that asks for an answer stays with the browser until it has one.
    if (sending !== 'as it stands') expect(sent).toBeGreaterThanOrEqual(forms.length);
  });

  it('ends no application for a scanner that clicks all that it sees, and sends it', async () => {
    const before = await wholeStore(database);
    const [, open = ''] = pages;
    for (const address of [open, answered]) expect(await crawler.submit(address, CLICKED)).toBe(1);
    expect(await wholeStore(database)).toBe(before);
  });

  it('takes the answer that somebody did choose', async () => {
    const before = await wholeStore(database);
    const page = await browser.newPage();
    await page.goto(answered);
    await page.getByRole('radio', { name: 'No, I cannot attend' }).check();
    await page.getByRole('button').click();
    await page.getByText('Your answer').first().waitFor();
    expect(await wholeStore(database)).not.toBe(before);
    await page.close();
  });
});
