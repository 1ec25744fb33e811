import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askPanel, beginAsking, type AskingLaptop } from '../testing/asked-panel.js';
import { ENGINES } from '../testing/engines.js';
import { InvitedCandidate } from '../testing/invited-candidate.js';
import { mailLogin } from '../testing/mailed-login.js';
import { PageVisitor } from '../testing/page-visitor.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

/** What browsers say with a form. Behind a link the page asks for `no-referrer`, the own page for `same-origin`. */
const HERE = 'http://localhost:80';
const BROWSERS = [
  [
    'one of today',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: HERE, 'sec-fetch-site': 'same-origin' },
  ],
  // Neither Safari before 16.4 nor the web views of its time say Sec-Fetch-Site, nor does any browser over plain HTTP.
  ['one without Sec-Fetch-Site', { origin: 'null' }, { origin: HERE }],
  ['one that knows neither header', {}, {}],
  ['one that names its own host', { origin: HERE }, { origin: HERE }],
] as const;
const ELSEWHERE = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'null' },
  { 'sec-fetch-site': 'cross-site', origin: HERE },
  { origin: 'https://elsewhere.example.com' },
] as const;

describe.each(ENGINES)('where a form of a page comes from, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let asking: AskingLaptop;
  beforeAll(async () => {
    there = await testOrganisation(await shared());
    asking = await beginAsking(await there.laptop());
  });
  afterAll(async () => {
    await there.app.close();
  });
  const headers = (of: Readonly<Record<string, string>>) => ({ host: 'localhost:80', ...of });
  const visitor = () => new PageVisitor(there.app);

  it.each(BROWSERS)('is taken behind a link from %s', async (_browser, says) => {
    const panel = await askPanel(asking);
    const { path } = await InvitedCandidate.invite(asking);
    expect((await visitor().send(`${panel.path}/1`, { value: '5' }, headers(says))).status).toBe(303);
    expect((await visitor().send(path, { answer: 'accepted' }, headers(says))).status).toBe(303);
  });

  it.each(BROWSERS)('is taken on the own page from %s', async (_browser, _says, says) => {
    const login = await mailLogin(asking.laptop, asking.by, { email: `${Math.random().toString(36)}@example.com` });
    const one = visitor();
    const fields = { 'user-name': login.userName, password: login.password };
    const seen = await one.see(login.path);
    expect(seen.headers['referrer-policy']).toBe('same-origin');
    expect((await one.send(login.path, fields, headers(says))).status).toBe(303);
    expect((await one.see('/my/password')).headers['referrer-policy']).toBe('same-origin');
    const own = 'three green lamps burn';
    expect((await one.send('/my/password', { password: own, repeated: own }, headers(says))).status).toBe(303);
  });

  it.each(ELSEWHERE)('is taken nowhere from elsewhere: %j', async (says) => {
    const panel = await askPanel(asking);
    const { path } = await InvitedCandidate.invite(asking);
    const login = await mailLogin(asking.laptop, asking.by, { email: `${Math.random().toString(36)}@example.com` });
    const fields = { 'user-name': login.userName, password: login.password };
    expect((await visitor().send(`${panel.path}/1`, { value: '5' }, headers(says))).status).toBe(422);
    expect((await visitor().send(path, { answer: 'accepted' }, headers(says))).status).toBe(422);
    expect((await visitor().send(login.path, fields, headers(says))).status).toBe(422);
  });

  it('is not taken for the own page, which a cookie opens, from a browser that hides it', async () => {
    const login = await mailLogin(asking.laptop, asking.by, { email: `${Math.random().toString(36)}@example.com` });
    const fields = { 'user-name': login.userName, password: login.password };
    const one = visitor();
    expect((await one.send(login.path, fields, headers({ origin: 'null' }))).status).toBe(422);
    expect(one.cookie).toBe('');
  });
});
