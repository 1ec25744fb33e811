import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { GOOGLE_APP, MICROSOFT_APP, PERSON } from '../testing/authorisation-server.js';
import { HttpBrowser } from '../testing/http-browser.js';
import { startTokenFixture, type TokenFixture } from '../testing/token-fixture.js';

let fixture: TokenFixture;

async function start(more?: Parameters<typeof startTokenFixture>[0]): Promise<TokenFixture> {
  fixture = await startTokenFixture(more);
  return fixture;
}

afterEach(async () => {
  await fixture.stop();
});

const isBack = (address: string): boolean => address.startsWith('http://127.0.0.1:');

/** The browser up to the moment at which it would come back to us. */
async function almostBack({ oauth, browser }: TokenFixture): Promise<URL> {
  const opened = await new Promise<string>((resolve) => {
    browser.does = (address) => {
      resolve(address);
      return Promise.resolve(null);
    };
  });
  return new URL((await new HttpBrowser(oauth.fetch).visit(opened, isBack)).address);
}

/** The status of a request to an address on this machine; null when nobody listens there. */
async function knock(
  address: URL,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<number | null> {
  return await new Promise((resolve) => {
    const asked = request(address, { method, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', () => {
      resolve(null);
    });
    asked.end();
  });
}

const changed = (address: URL, name: string, value: string): URL => {
  const other = new URL(address);
  other.searchParams.set(name, value);
  return other;
};

describe('signing in', () => {
  it('asks with PKCE, state and nonce for no more than sending, and ends with a page in the person’s language', async () => {
    const { browser, signIn } = await start();
    await signIn();
    const { searchParams } = new URL(browser.opened[0] ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'https://outlook.office.com/SMTP.Send offline_access openid email',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/mail-sign-in$/) as string,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    const visit = await browser.visits[0];
    expect(visit?.page).toContain('<html lang="sv">');
    expect(visit?.page).toContain('Du kan stänga den här sidan och gå tillbaka till Fairdesk.');
  });

  it('turns away whatever does not come from it, and goes on waiting', async () => {
    const desk = await start();
    const back = almostBack(desk);
    const signedIn = desk.signIn();
    const address = await back;
    expect(await knock(changed(address, 'state', 'forged'))).toBe(400);
    const twice = new URL(address);
    twice.searchParams.append('state', 'forged');
    expect(await knock(twice)).toBe(400);
    expect(await knock(address, { host: 'rebound.example' })).toBe(421);
    expect(await knock(address, {}, 'POST')).toBe(405);
    expect(await knock(new URL('/elsewhere', address))).toBe(404);
    expect(await knock(address, { 'sec-fetch-dest': 'image' })).toBe(403);
    expect(await knock(address)).toBe(200);
    expect(await signedIn).toMatchObject({ ok: true, value: { as: PERSON } });
  });

  it('takes an answer once: its address is closed, and its code is dead', async () => {
    const desk = await start();
    const back = almostBack(desk);
    const signedIn = desk.signIn();
    const address = await back;
    expect(await knock(address)).toBe(200);
    await signedIn;
    expect(await knock(address)).toBeNull();
    const replayed = await desk.oauth.fetch(`${desk.oauth.issuer}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: MICROSOFT_APP.clientId,
        code: address.searchParams.get('code') ?? '',
        redirect_uri: `${address.origin}${address.pathname}`,
        code_verifier: 'v'.repeat(43),
      }),
    });
    expect(await replayed.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    ['another issuer', 'iss', 'https://login.evil.example'],
    ['somebody else’s code', 'code', 'not-the-code'],
  ])('refuses %s under the right state, and keeps nothing', async (_, name, value) => {
    const desk = await start();
    const back = almostBack(desk);
    const signedIn = desk.signIn();
    expect(await knock(changed(await back, name, value))).toBe(200);
    expect(await signedIn).toMatchObject({ ok: false });
    expect(await desk.mail.handlers['mail.account'](null)).toMatchObject({ value: { account: null, signedIn: null } });
  });

  it('says that the person declined, in the browser too', async () => {
    const { browser, oauth, signIn } = await start();
    oauth.person = 'denies';
    expect(await signIn()).toMatchObject({ ok: false, code: 'mail/sign-in-denied' });
    expect((await browser.visits[0])?.page).toContain('Inloggningen avböjdes i webbläsaren.');
  });

  it('says that the app registration is not accepted', async () => {
    const { mail, signIn } = await start();
    const account = { ...(await signIn({ signIn: GOOGLE_APP })) };
    expect(account.ok).toBe(true);
    const stored = await mail.handlers['mail.account'](null);
    expect(
      await mail.handlers['mail.sign-in']({
        account: stored.ok ? stored.value.account : null,
        clientSecret: 'wrong',
        language: 'en',
      }),
    ).toMatchObject({ ok: false, code: 'mail/sign-in-refused', detail: 'invalid_client' });
  });

  it('survives a closed browser window: it can be begun again, and cancelled', async () => {
    const { browser, mail, signIn } = await start();
    const { does } = browser;
    browser.does = () => Promise.resolve(null); // closed at once
    const first = signIn();
    await expect.poll(() => browser.opened.length).toBe(1);
    const second = signIn();
    expect(await first).toMatchObject({ code: 'mail/sign-in-cancelled' });
    await expect.poll(() => browser.opened.length).toBe(2);
    await mail.handlers['mail.cancel-sign-in'](null);
    expect(await second).toMatchObject({ code: 'mail/sign-in-cancelled' });
    browser.does = does;
    expect(await signIn()).toMatchObject({ ok: true });
  });

  it('ends by itself when nobody finishes it', async () => {
    const { browser, signIn } = await start({ patience: 20 });
    browser.does = () => Promise.resolve(null);
    expect(await signIn()).toMatchObject({ code: 'mail/sign-in-timed-out' });
  });

  it('again must be by the same person', async () => {
    const { browser, mail, signIn, signInAgain } = await start();
    await signIn();
    expect(await signInAgain()).toMatchObject({ ok: true, value: { as: PERSON } });
    fixture.oauth.mailbox = 'private@example.com';
    expect(await signInAgain()).toMatchObject({ ok: false, code: 'mail/sign-in-other' });
    expect((await browser.visits.at(-1))?.page).toContain('en annan adress');
    expect(await mail.handlers['mail.account'](null)).toMatchObject({
      value: { signedIn: { as: PERSON, ended: false } },
    });
  });

  it('is not begun without a network, a browser or a server that answers', async () => {
    const { browser, mail, oauth, signIn } = await start();
    mail.network.up = false;
    expect(await signIn()).toMatchObject({ code: 'mail/sign-in-unreachable' });
    mail.network.up = true;
    browser.open = () => Promise.resolve(false);
    expect(await signIn()).toMatchObject({ code: 'mail/no-browser' });
    await oauth.stop();
    expect(await signIn()).toMatchObject({ code: 'mail/sign-in-unreachable' });
    expect(browser.opened).toEqual([]);
  });
});
