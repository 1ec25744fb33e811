import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { isPassword } from '../pages/my/password.js';
import { ENGINES } from '../testing/engines.js';
import { askLogin, beginWork, fileLoginMail, fileSomebody, mailLogin } from '../testing/mailed-login.js';
import { newId } from '../testing/records.js';
import type { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';

describe.each(ENGINES)('C17: a password for a mail, on $name', ({ shared }) => {
  let database: Database;
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let by: string;
  let log = '';
  beforeAll(async () => {
    database = await shared();
    const to = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    there = await testOrganisation(database, { log: { level: 'debug', to } });
    laptop = await there.laptop();
    by = await beginWork(laptop);
  });
  afterAll(async () => {
    await there.app.close();
  });

  const loginsOf = async (dossier: string) =>
    await database.query<{ user_name: string; password: string; mailed_at: number }>(
      'SELECT user_name, password, mailed_at FROM candidate_login WHERE dossier = $1',
      [dossier],
    );

  it('is made for the user to whom the mail is, and kept as a hash alone', async () => {
    const { personId, password, path } = await mailLogin(laptop, by, { email: 'Ebba@Example.com' });
    expect(path).toBe(`/my/${there.id}`);
    const [kept, ...more] = await loginsOf(personId);
    expect(more).toEqual([]);
    expect(kept?.user_name).toBe('ebba@example.com');
    expect(kept?.password).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await isPassword(password, kept?.password ?? null)).toBe(true);
    expect(await isPassword(`${password}x`, kept?.password ?? null)).toBe(false);
    expect(log).toContain('/v1/logins');
    expect(log).not.toContain(password);
  });

  it('voids the one before, of the user and of the dossier', async () => {
    const first = await mailLogin(laptop, by, { email: 'ida@example.com' });
    const again = await askLogin(laptop, first.messageId);
    const [kept] = await loginsOf(first.personId);
    expect(await isPassword(first.password, kept?.password ?? null)).toBe(false);
    expect(again.text).not.toContain(first.password);
    const moved = await fileLoginMail(laptop, by, { personId: first.personId, to: 'ida.new@example.com' });
    await askLogin(laptop, moved);
    expect((await loginsOf(first.personId)).map((one) => one.user_name)).toEqual(['ida.new@example.com']);
  });

  it('is made for no other message, of no other laptop, and for nobody who is gone', async () => {
    const personId = await fileSomebody(laptop, by);
    const to = 'kim@example.com';
    const adHoc = await fileLoginMail(laptop, by, { personId, to }, { purpose: 'ad-hoc' });
    const mine = await fileLoginMail(laptop, by, { personId, to });
    const colleague = await there.laptop();
    const other = await (await testOrganisation(database)).laptop();
    for (const [who, message] of [
      [laptop, adHoc],
      [laptop, newId()],
      [laptop, personId],
      [colleague, mine],
      [other, mine],
    ] as const) {
      expect((await askLogin(who, message)).json).toMatchObject({ code: 'sync/not-found' });
    }
    expect(await loginsOf(personId)).toEqual([]);
    await askLogin(laptop, mine);
    expect(await loginsOf(personId)).toHaveLength(1);
    const target = { table: 'person', id: personId, dossier: personId };
    await laptop.write([{ kind: 'erase', ...target, whole: true, forgets: true }], {
      by,
      action: 'delete-permanently',
    });
    expect(await loginsOf(personId)).toEqual([]);
    expect((await askLogin(laptop, mine)).json).toMatchObject({ code: 'sync/not-found' });
  });
});
