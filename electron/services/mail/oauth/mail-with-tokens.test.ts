import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { GOOGLE_APP, MICROSOFT_APP, PERSON } from '../testing/authorisation-server.js';
import { HOUR, startTokenFixture, TOKEN_ACCOUNT, type TokenFixture } from '../testing/token-fixture.js';

const TO = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', 'e@example.com'];

let fixture: TokenFixture;

async function start(more?: Parameters<typeof startTokenFixture>[0]): Promise<TokenFixture> {
  fixture = await startTokenFixture(more);
  return fixture;
}

afterEach(async () => {
  await fixture.stop();
});

const sent = TO.map(() => expect.objectContaining({ state: 'sent' }) as unknown);
const wait = (state: string, reason: string) => TO.map(() => expect.objectContaining({ state, reason }) as unknown);

describe('mail that is sent with a token', () => {
  it.each([MICROSOFT_APP, GOOGLE_APP])(
    'leaves after somebody signed in with $with, as whoever signed in',
    async (signIn) => {
      const { smtp, deliver, mail, ...desk } = await start();
      expect(await desk.signIn({ signIn })).toMatchObject({
        ok: true,
        value: { as: PERSON, account: { user: PERSON, fromAddress: PERSON, host: smtp.host, port: smtp.port } },
      });
      expect(await mail.handlers['mail.account'](null)).toMatchObject({
        value: { hasPassword: false, signedIn: { as: PERSON, ended: false } },
      });
      expect(await deliver(...TO)).toEqual(sent);
      expect(smtp.received.map(({ user, secure }) => [user, secure])).toEqual(TO.map(() => [PERSON, true]));
    },
  );

  it('renews a token that has ended once, for all of them', async () => {
    const { deliver, mail, oauth, signIn } = await start();
    await signIn();
    mail.clock.time += 2 * HOUR;
    expect(await deliver(...TO)).toEqual(sent);
    expect(oauth.grants).toEqual(['authorization_code', 'refresh_token']);
  });

  it('renews again with the refresh token that replaced the first, also after a restart', async () => {
    const { deliver, mail, oauth, signIn } = await start();
    await signIn();
    mail.clock.time += 2 * HOUR;
    await deliver('a@example.com');
    const again = await mail.restart();
    again.clock.time += 4 * HOUR;
    const account = { ...TOKEN_ACCOUNT, fromAddress: PERSON };
    expect(await again.handlers['mail.test-account']({ account, password: null, clientSecret: null })).toMatchObject({
      ok: true,
    });
    await again.close();
    expect(oauth.grants).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
  });

  it('exchanges a token that the mail server refuses before its time', async () => {
    const { deliver, oauth, signIn } = await start();
    await signIn();
    for (const token of oauth.issued) await oauth.endAccess(token);
    expect(await deliver(...TO)).toEqual(sent);
    expect(oauth.grants).toEqual(['authorization_code', 'refresh_token']);
  });

  it('waits without failing when the consent has ended, says so, and all of it leaves after a new sign-in', async () => {
    const { deliver, mail, oauth, smtp, signIn, signInAgain } = await start();
    await signIn();
    await oauth.endConsent();
    expect(await deliver(...TO)).toEqual(wait('paused', 'mail/sign-in-again'));
    expect(await mail.handlers['mail.account'](null)).toMatchObject({
      value: { signedIn: { as: PERSON, ended: true } },
    });
    const asked = oauth.grants.length;
    expect(await deliver(...TO)).toEqual(wait('paused', 'mail/sign-in-again'));
    expect([oauth.grants.length, smtp.received.length]).toEqual([asked, 0]);
    expect(await signInAgain()).toMatchObject({ ok: true });
    expect(await deliver(...TO)).toEqual(sent);
  });

  it('waits for a network when nobody can be asked for a token', async () => {
    const { deliver, mail, oauth, smtp, signIn } = await start();
    await signIn();
    mail.clock.time += 2 * HOUR;
    await oauth.stop();
    expect(await deliver(...TO)).toEqual(wait('deferred', 'mail/sign-in-unreachable'));
    expect(await mail.handlers['mail.account'](null)).toMatchObject({ value: { signedIn: { ended: false } } });
    expect(smtp.received).toEqual([]);
  });

  it('goes to no server that the screen names, and its tokens to no other app', async () => {
    const { mail, smtp, deliver, signIn } = await start();
    await signIn();
    const secrets = { password: null, clientSecret: null };
    const account = { ...TOKEN_ACCOUNT, fromAddress: PERSON };
    await mail.handlers['mail.save-account']({ account, ...secrets });
    expect(await mail.handlers['mail.account'](null)).toMatchObject({
      value: { account: { host: smtp.host, authority: smtp.authority, user: PERSON }, signedIn: { as: PERSON } },
    });
    expect(await deliver('a@example.com')).toMatchObject([{ state: 'sent' }]);
    const other = { ...account, signIn: { ...MICROSOFT_APP, clientId: 'another-app' } };
    expect(await mail.handlers['mail.test-account']({ account: other, ...secrets })).toMatchObject({
      code: 'mail/sign-in-again',
    });
    const byPassword = { ...account, host: smtp.host, signIn: { with: 'password' } } as const;
    await mail.handlers['mail.save-account']({ account: byPassword, ...secrets });
    expect(await mail.handlers['mail.account'](null)).toMatchObject({ value: { signedIn: null } });
  });

  it('is signed out of: the tokens are forgotten here and dead there', async () => {
    const { deliver, mail, oauth, signIn } = await start();
    await signIn();
    expect(await mail.handlers['mail.sign-out'](null)).toMatchObject({ ok: true });
    expect(await deliver('a@example.com')).toMatchObject([{ state: 'paused', reason: 'mail/sign-in-again' }]);
    for (const token of oauth.issued) expect(await oauth.accepts(PERSON, token)).toBe(false);
  });

  it('leaves no token where the screen, a log or somebody with the disk could read it', async () => {
    const { deliver, mail, oauth, signIn } = await start();
    const answers: unknown[] = [await signIn({ signIn: GOOGLE_APP })];
    mail.clock.time += 2 * HOUR;
    answers.push(await deliver(...TO), await mail.handlers['mail.account'](null));
    await oauth.endConsent();
    mail.clock.time += 2 * HOUR;
    answers.push(await deliver('f@example.com'), await mail.handlers['mail.account'](null));
    expect(oauth.issued.length).toBeGreaterThan(4);
    expect(mail.faults).toEqual([]);
    const folder = join(mail.dataFolder, 'mail');
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));
    for (const word of [...oauth.issued, PERSON, GOOGLE_APP.clientId]) {
      for (const file of files) expect(file).not.toContain(word);
    }
    const shown = JSON.stringify(answers);
    for (const token of oauth.issued) expect(shown).not.toContain(token);
  });
});
