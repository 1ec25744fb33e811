import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, DAY } from '../../../shared/lib/time.js';
import { ENGINES } from '../../testing/engines.js';
import { beginWork, mailLogin, type MailedLogin } from '../../testing/mailed-login.js';
import { PageVisitor, type Answered } from '../../testing/page-visitor.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';
import { wholeStore } from '../../testing/whole-store.js';

const OWN = 'three green lamps burn';
const TYPED = {
  ...{ givenName: 'Ebba', familyName: '"><b>Norrlander', phone: '070 2', city: 'Lund', school: '' },
  postalAddress: 'A 1\r\nB',
};
let people = 0;

/** Two organisations on one server: `/my` alone does not say whose. */
describe.each(ENGINES)('C17: a form of the own page that is sent after its session, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let other: TestOrganisation;
  let laptop: SigningLaptop;
  let by: string;
  const clock = { ahead: 0 };
  beforeAll(async () => {
    const now = () => Date.now() + clock.ahead;
    there = await testOrganisation(await shared(), { now });
    other = await testOrganisation(await shared(), { now });
    laptop = await there.laptop();
    by = await beginWork(laptop);
  });
  afterAll(async () => {
    await there.app.close();
    await other.app.close();
  });

  async function inside(): Promise<readonly [PageVisitor, MailedLogin]> {
    clock.ahead = 0;
    people += 1;
    const login = await mailLogin(laptop, by, { email: `late${people.toString()}@example.com` });
    const visitor = new PageVisitor(there.app);
    await visitor.send(login.path, { 'user-name': login.userName, password: login.password });
    await visitor.send('/my/password', { password: OWN, repeated: OWN });
    return [visitor, login];
  }

  const late = async (visitor: PageVisitor, path: string, fields: Readonly<Record<string, string>>) => {
    const send = await visitor.open('/my', `/my/${path}`);
    clock.ahead = 31 * MINUTE;
    return await send(fields);
  };
  /** As a browser does, from the page that stands there. */
  const logInFrom = async (visitor: PageVisitor, page: Answered, { path, userName }: MailedLogin, password = OWN) =>
    await visitor.submit(path, page, { 'user-name': userName, password });

  it('saves nothing, and whoever logs in again finds what was typed, to be saved with one more step', async () => {
    const [visitor, login] = await inside();
    const before = await wholeStore(there.database);
    const asked = await late(visitor, 'details', TYPED);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('what you typed is kept');
    const wrong = await logInFrom(visitor, asked, login, 'wrong');
    expect(wrong.text).toContain('do not belong together');
    expect(await wholeStore(there.database)).toBe(before);
    const page = await logInFrom(visitor, wrong, login);
    expect(page.text).toContain('is not saved yet');
    expect(page.text).toContain('value="&quot;&gt;&lt;b&gt;Norrlander"');
    expect(page.text).toMatch(/A 1\r\nB<\/textarea>/);
    expect((await visitor.see('/my')).text).not.toContain('&lt;b&gt;');
    const saved = await visitor.submit('/my/details', page, TYPED);
    expect(saved.headers['location']).toBe('/my?done=details');
    expect((await visitor.see('/my')).text).toContain('&lt;b&gt;Norrlander');
  });

  it('leads to the page of the organisation that it was of, and says that nothing was done', async () => {
    const [visitor, login] = await inside();
    const asked = await late(visitor, 'erasure', { sure: 'yes' });
    expect([asked.status, asked.text.includes('nothing was done')]).toEqual([422, true]);
    for (const url of ['/my', '/my/password', '/my/download', '/my/files/1'])
      expect((await visitor.see(url)).headers['location']).toBe(login.path);
    const page = await logInFrom(visitor, asked, login);
    expect(page.headers['location']).toBe('/my');
    expect((await visitor.see('/my')).text).toContain('Ask for deletion');
  });

  it('carries nothing on that was not made for that session', async () => {
    const [visitor] = await inside();
    const [stranger] = await inside();
    const send = await visitor.open('/my', '/my/details');
    visitor.cookie = stranger.cookie;
    clock.ahead = 31 * MINUTE;
    expect((await send(TYPED)).headers['location']).toBe(`/my/${there.id}`);
    expect((await visitor.ask('POST', '/my/details', { body: 'givenName=x' })).status).toBe(303);
    const [old] = await inside();
    const sendOld = await old.open('/my', '/my/details');
    clock.ahead = DAY + MINUTE;
    expect((await sendOld(TYPED)).headers['location']).toBe(`/my/${there.id}`);
  });

  it('without any cookie is told where to log in', async () => {
    const nobody = new PageVisitor(there.app);
    expect((await nobody.see('/my')).headers['location']).toBe('/my/log-in');
    const told = await nobody.see('/my/log-in');
    expect([told.status, told.text.includes('Open the link in the email')]).toEqual([200, true]);
  });
});
