import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Row, SqlValue } from '../../database/database.js';
import { keepLogin } from '../../store/candidate-logins.js';
import { ENGINES } from '../../testing/engines.js';
import { askLogin, beginWork, mailLogin, type MailedLogin } from '../../testing/mailed-login.js';
import { nonceIn, PageVisitor, type Answered } from '../../testing/page-visitor.js';
import type { SigningLaptop } from '../../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../../testing/test-organisation.js';
import { hashPassword } from './password.js';

const OWN = 'three green lamps burn';
let people = 0;

describe.each(ENGINES)('C17: logging in to the own page, on $name', ({ shared }) => {
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let by: string;
  /** What somebody else does just before a session begins, and until it is about to be written. */
  let meanwhile: ((begin: () => unknown) => Promise<void>) | null = null;
  beforeAll(async () => {
    const database = await shared();
    const query: Database['query'] = async <Shape extends Row>(sql: string, values: readonly SqlValue[] = []) => {
      const work = sql.startsWith('INSERT INTO candidate_session') ? meanwhile : null;
      if (work === null) return await database.query<Shape>(sql, values);
      meanwhile = null;
      const begun: Promise<readonly Shape[]>[] = [];
      await work(() => begun.push(database.query<Shape>(sql, values)));
      return await (begun[0] ?? database.query<Shape>(sql, values));
    };
    there = await testOrganisation({ ...database, query });
    laptop = await there.laptop();
    by = await beginWork(laptop);
  });
  afterAll(async () => {
    await there.app.close();
  });

  async function mailed(): Promise<MailedLogin> {
    people += 1;
    return await mailLogin(laptop, by, { email: `enter${people.toString()}@example.com` });
  }

  async function logIn(visitor: PageVisitor, { path, userName }: MailedLogin, password: string): Promise<Answered> {
    return await visitor.send(path, { 'user-name': userName, password });
  }

  const choose = async (visitor: PageVisitor) => await visitor.send('/my/password', { password: OWN, repeated: OWN });

  /** Another password, in a transaction that is not over when the session is written. */
  function anotherPassword({ personId: dossier, userName }: MailedLogin): NonNullable<typeof meanwhile> {
    return async (begin) => {
      const login = { organisation: there.id, userName, dossier, password: await hashPassword('another'), mailedAt: 1 };
      await there.database.transaction(async (queries) => {
        await keepLogin(queries, login);
        begin();
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
    };
  }

  it('lets nobody in with a password that is voided while it is checked', async () => {
    const login = await mailed();
    const visitor = new PageVisitor(there.app);
    meanwhile = async () => void (await askLogin(laptop, login.messageId));
    expect((await logIn(visitor, login, login.password)).status).toBe(422);
    expect([meanwhile, visitor.cookie]).toEqual([null, '']);
  });

  it('lets nobody in with a password that is about to be voided', async () => {
    const login = await mailed();
    const visitor = new PageVisitor(there.app);
    meanwhile = anotherPassword(login);
    expect((await logIn(visitor, login, login.password)).status).toBe(422);
    expect([meanwhile, visitor.cookie]).toEqual([null, '']);
  });

  it('leaves nobody inside whose chosen password is voided by one that is mailed', async () => {
    const login = await mailed();
    const visitor = new PageVisitor(there.app);
    await logIn(visitor, login, login.password);
    meanwhile = anotherPassword(login);
    expect((await choose(visitor)).headers['location']).toBe(login.path);
    expect(meanwhile).toBeNull();
    expect((await visitor.see('/my')).headers['location']).toBe(login.path);
  });

  it('counts the attempts with one user name, however the address is spelt', async () => {
    const login = await mailed();
    const other = await mailed();
    const { path } = login;
    const spellings = [path, `${path}?n=`, `/my/${there.id.toUpperCase()}`, path.replace('-', '%2D')];
    const attempt = async (url: string, { userName, password }: MailedLogin) => {
      const visitor = new PageVisitor(there.app);
      const nonce = nonceIn((await visitor.see(path)).text);
      const body = new URLSearchParams({ nonce, 'user-name': userName, password }).toString();
      return (await visitor.ask('POST', url, { body })).status;
    };
    for (let time = 0; time < 20; time += 1) {
      const url = `${spellings[time % spellings.length] ?? ''}${time % spellings.length === 1 ? time.toString() : ''}`;
      expect(await attempt(url, { ...login, password: 'wrong' })).toBe(422);
    }
    for (const url of spellings) expect(await attempt(url, login)).toBe(429);
    expect(await attempt(path, other)).toBe(303);
  }, 120_000);
});
