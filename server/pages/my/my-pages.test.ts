import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationCreate, vacancyCreate } from '../../../shared/testing/change-builders.js';
import { DAY, MINUTE } from '../../../shared/lib/time.js';
import type { Person } from '../../../shared/records/person.js';
import type { Database } from '../../database/database.js';
import { bringCv } from '../../testing/asked-panel.js';
import { ENGINES } from '../../testing/engines.js';
import { askLogin, beginWork, mailLogin, type MailedLogin } from '../../testing/mailed-login.js';
import { nonceIn, PageVisitor } from '../../testing/page-visitor.js';
import { newId } from '../../testing/records.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';
import { wholeStore } from '../../testing/whole-store.js';

const OWN = 'three green lamps burn';
let people = 0;

describe.each(ENGINES)('C17: the own page, on $name', ({ shared }) => {
  let database: Database;
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let by: string;
  let log = '';
  const clock = { ahead: 0 };
  beforeAll(async () => {
    database = await shared();
    const to = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    there = await testOrganisation(database, { log: { level: 'debug', to }, now: () => Date.now() + clock.ahead });
    laptop = await there.laptop();
    by = await beginWork(laptop);
  });
  afterAll(async () => {
    await there.app.close();
  });

  async function mailed(person: Partial<Person> = {}): Promise<MailedLogin> {
    people += 1;
    return await mailLogin(laptop, by, { email: `ebba${people.toString()}@example.com`, ...person });
  }

  async function logIn(visitor: PageVisitor, { path, userName }: MailedLogin, password: string) {
    return await visitor.send(path, { 'user-name': userName, password });
  }

  /** Somebody who has logged in and chosen a password. */
  async function inside(login: MailedLogin): Promise<PageVisitor> {
    const visitor = new PageVisitor(there.app);
    await logIn(visitor, login, login.password);
    const { status } = await visitor.send('/my/password', { password: OWN, repeated: OWN });
    expect(status).toBe(303);
    return visitor;
  }

  const post = async (visitor: PageVisitor, path: string, fields: Readonly<Record<string, string>>) =>
    await visitor.sendForm('/my', `/my/${path}`, fields);

  async function heard(cursor: string) {
    const { lines } = await laptop.pull(cursor);
    return lines.flatMap((line) => ('changeSet' in line ? line.changeSet.changes : []));
  }

  it('R27: lets in with the mailed password, forces one of one’s own first, and after it the mailed one is void', async () => {
    const login = await mailed();
    const visitor = new PageVisitor(there.app);
    const answer = await logIn(visitor, { ...login, userName: login.userName.toUpperCase() }, `${login.password} `);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/my/password']);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-fairdesk-my=[\w-]{43}\.[\da-f-]{36}; Path=\/; Max-Age=86400; Secure; HttpOnly; SameSite=Strict$/,
    );
    for (const url of ['/my', '/my/download', '/my/files/1']) {
      expect((await visitor.see(url)).headers['location']).toBe('/my/password');
    }
    const first = visitor.cookie;
    expect((await visitor.send('/my/password', { password: OWN, repeated: OWN })).headers['location']).toBe(
      '/my?done=password',
    );
    expect(visitor.cookie).not.toBe(first);
    expect((await visitor.see('/my')).text).toContain(login.userName);
    const old = new PageVisitor(there.app);
    old.cookie = first;
    expect((await old.see('/my')).status).toBe(303);
    expect((await logIn(old, login, login.password)).status).toBe(422);
    expect((await logIn(old, login, OWN)).headers['location']).toBe('/my');
  });

  it('answers somebody unknown as somebody with the wrong password, to the byte', async () => {
    const login = await mailed();
    const answers = [
      await logIn(new PageVisitor(there.app), login, 'wrong'),
      await logIn(new PageVisitor(there.app), { ...login, userName: 'nobody@example.com' }, login.password),
    ].map(({ status, text, headers: { 'content-length': length, ...headers } }) => ({
      ...{ status, headers, known: typeof length },
      text: text.replace(/value="[^"]*"/g, ''),
    }));
    expect([answers[0]?.status, 'set-cookie' in (answers[0]?.headers ?? {})]).toEqual([422, false]);
    expect(answers[1]).toEqual(answers[0]);
  });

  it('ends the mailed password after 14 days, and a session after half an hour', async () => {
    const login = await mailed();
    const visitor = new PageVisitor(there.app);
    clock.ahead = 14 * DAY - MINUTE;
    expect((await logIn(visitor, login, login.password)).status).toBe(303);
    clock.ahead = 14 * DAY + MINUTE;
    const late = await logIn(new PageVisitor(there.app), login, login.password);
    expect(late.status).toBe(422);
    expect(late.text).toContain('the password is too old');
    expect((await visitor.see('/my')).headers['location']).toBe('/my/password');
    clock.ahead = 14 * DAY + 30 * MINUTE;
    expect((await visitor.see('/my')).headers['location']).toBe(login.path);
    clock.ahead = 0;
  });

  it('voids password and session when another one is mailed', async () => {
    const login = await mailed();
    const visitor = await inside(login);
    await askLogin(laptop, login.messageId);
    expect((await visitor.see('/my')).headers['location']).toBe(login.path);
    expect((await logIn(new PageVisitor(there.app), login, OWN)).status).toBe(422);
  });

  it.each([
    ['short', 'eleven char', 'at least 12 characters'],
    ['guessable', 'abababababababab', 'easy to guess'],
    ['not repeated', 'another good password', 'not the same'],
  ])('takes no password that is %s', async (what, password, words) => {
    const login = await mailed();
    const visitor = new PageVisitor(there.app);
    await logIn(visitor, login, login.password);
    const repeated = what === 'not repeated' ? 'x' : password;
    const answer = await visitor.send('/my/password', { password, repeated });
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    const same = await visitor.send('/my/password', { password: login.password, repeated: login.password });
    expect(same.text).toContain('you have already');
  });

  it('shows what is kept, takes corrections, a withdrawal and the wish to be deleted, and every laptop hears of it', async () => {
    const login = await mailed({ givenName: 'Ebba', familyName: '<b>Norrlander', phone: '+46 70 1' });
    const [vacancyId, applicationId] = [newId<never>(), newId<never>()];
    const { personId } = login;
    const said = { id: newId(), type: 'consent', at: 5, by, purpose: 'cv-database', given: true, noticeVersion: '1' };
    const consent = { ...said, language: 'en', until: null };
    await laptop.write(
      [
        vacancyCreate(vacancyId, { title: 'Trainee power systems' }),
        applicationCreate(applicationId, { personId, vacancyId }),
        { kind: 'event', table: 'person', id: personId, dossier: personId, event: consent },
      ],
      { by, action: 'read-export' },
    );
    const visitor = await inside(login);
    const page = (await visitor.see('/my')).text;
    for (const words of [
      '&lt;b&gt;Norrlander',
      'Trainee power systems',
      'We are reading your application.',
      'Withdraw',
    ])
      expect(page).toContain(words);
    const { cursor } = await laptop.load();
    const details = {
      givenName: 'Ebba',
      familyName: 'Norrlander',
      phone: '070 2',
      postalAddress: 'A 1\r\n\r\nB',
      city: '',
      school: '',
    };
    expect((await post(visitor, 'details', { ...details, city: 'Lund' })).headers['location']).toBe('/my?done=details');
    expect((await post(visitor, 'consent', { purpose: 'cv-database' })).status).toBe(303);
    expect((await post(visitor, 'erasure', {})).status).toBe(422);
    for (let time = 0; time < 2; time += 1) await post(visitor, 'erasure', { sure: 'yes' });
    const changes = await heard(cursor);
    const set = Object.fromEntries(changes.flatMap((one) => (one.kind === 'set' ? [[one.field, one.value]] : [])));
    expect(set).toMatchObject({ familyName: 'Norrlander', phone: '070 2', city: 'Lund' });
    expect(changes.flatMap((one) => (one.kind === 'event' ? [one.event] : []))).toMatchObject([
      { type: 'postal-address', address: 'A 1\nB', by: null },
      { type: 'consent', purpose: 'cv-database', given: false, by: null },
      { type: 'erasure-asked', by: null },
    ]);
    const after = (await visitor.see('/my')).text;
    expect(after).toMatch(/070 2[\s\S]*Withdrawn on/);
  });

  it('writes nothing when it is only looked at', async () => {
    const login = await mailed();
    const visitor = await inside(login);
    const before = await wholeStore(database);
    const others = ['/my', '/my?done=erasure', '/my/password', '/my/download', '/my/log-in', '/my/x/y'];
    for (const url of [login.path, ...others]) {
      for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) await visitor.ask(method, url);
      await new PageVisitor(there.app).see(url);
    }
    expect(await wholeStore(database)).toBe(before);
  });

  it('gives everything as a ZIP, the files too, to nobody else', async () => {
    const login = await mailed();
    await bringCv({ laptop, by } as never, login, { name: 'CV.pdf' });
    const visitor = await inside(login);
    const zip = await visitor.see('/my/download');
    expect(zip.headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' });
    expect(zip.bytes.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    for (const name of ['files/001 CV.pdf', 'person.json']) expect(zip.bytes.includes(name)).toBe(true);
    expect(zip.bytes.includes('%PDF-1.7 of nobody')).toBe(true);
    expect((await visitor.see('/my/files/1')).headers['content-disposition']).toContain(
      'attachment; filename="CV.pdf"',
    );
    const other = await inside(await mailed());
    for (const file of [await visitor.see('/my/files/2'), await other.see('/my/files/1')])
      expect(file.status).toBe(404);
    expect((await new PageVisitor(there.app).see('/my/download')).status).toBe(303);
  });

  it('takes no form from elsewhere, of another session, or without a nonce', async () => {
    const visitor = await inside(await mailed());
    const stranger = await inside(await mailed());
    const { cursor } = await laptop.load();
    const nonce = nonceIn((await stranger.see('/my')).text.split('action="/my/erasure"')[1] ?? '');
    const own = nonceIn((await visitor.see('/my')).text.split('action="/my/erasure"')[1] ?? '');
    for (const [one, headers] of [
      [nonce, {}],
      ['', {}],
      [own, { 'sec-fetch-site': 'cross-site' }],
      [own, { origin: 'https://elsewhere.example.com' }],
      [own, { origin: 'null' }],
    ] as const) {
      const body = new URLSearchParams({ nonce: one, sure: 'yes' }).toString();
      expect((await visitor.ask('POST', '/my/erasure', { body, headers })).status).toBe(422);
    }
    expect(await heard(cursor)).toEqual([]);
  });

  it('logs out, and goes with the dossier', async () => {
    const login = await mailed();
    const visitor = await inside(login);
    const kept = visitor.cookie;
    await post(visitor, 'log-out', {});
    expect((await visitor.see('/my')).headers['location']).toBe('/my/log-in');
    visitor.cookie = kept;
    expect((await visitor.see('/my')).headers['location']).toBe(login.path);
    const again = new PageVisitor(there.app);
    await logIn(again, login, OWN);
    const target = { table: 'person', id: login.personId, dossier: login.personId };
    await laptop.write([{ kind: 'erase', ...target, whole: true, forgets: true }], {
      by,
      action: 'delete-permanently',
    });
    expect((await again.see('/my')).headers['location']).toBe(login.path);
    expect((await logIn(again, login, OWN)).status).toBe(422);
  });

  it('limits the attempts with one user name, from whichever networks', async () => {
    const login = await mailed();
    for (let time = 0; time < 20; time += 1)
      expect((await logIn(new PageVisitor(there.app), login, `wrong ${time.toString()}`)).status).toBe(422);
    const refused = await logIn(new PageVisitor(there.app), login, login.password);
    expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
  }, 120_000);

  it('G-13: shows what lies in all dossiers of the person, whichever of them the password was mailed for', async () => {
    const [login, other] = [await mailed({ givenName: 'Old' }), await mailed({ givenName: 'New' })];
    const merge = { id: newId(), type: 'merge', at: 5, by, into: other.personId };
    const target = { table: 'person', id: login.personId, dossier: login.personId };
    await laptop.write([{ kind: 'event', ...target, event: merge }], { by, action: 'merge-people' });
    await bringCv({ laptop, by } as never, login, { name: 'Of the old one.pdf' });
    for (const one of [login, other]) {
      const page = (await (await inside(one)).see('/my')).text;
      expect(page).toMatch(/<bdi>New /);
      expect(page).toContain('Of the old one.pdf');
    }
  });

  it('has no password and no token in the log or in the store', async () => {
    const login = await mailed();
    const visitor = await inside(login);
    await post(visitor, 'details', { givenName: 'A', familyName: 'B' });
    const token = /=([\w-]{43})\./.exec(visitor.cookie)?.[1] ?? '';
    const store = await wholeStore(database);
    for (const secret of [login.password, OWN, token]) {
      for (const form of ['utf8', 'base64', 'hex'] as const) {
        const text = Buffer.from(secret).toString(form);
        expect(log).not.toContain(text);
        expect(store).not.toContain(text);
      }
    }
    expect(log).not.toContain(login.userName);
  });
});
