import { describe, expect, it } from 'vitest';
import { createAccess } from './access.js';

const HOST = '127.0.0.1:21234';
const ORIGIN = `http://${HOST}`;

describe('who may come in', () => {
  const access = createAccess(21_234);
  const cookie = access.cookie.split(';')[0];

  it('is the browser with our cookie, from our own pages', () => {
    expect(access.refusalOf('GET', { host: HOST, cookie })).toBeNull();
    expect(access.refusalOf('POST', { host: HOST, cookie, origin: ORIGIN })).toBeNull();
    expect(access.refusalOf('GET', { host: HOST, cookie, 'sec-fetch-site': 'none' })).toBeNull();
    expect(access.refusalOf('GET', { host: HOST, cookie: `other=1; ${cookie}; more=2` })).toBeNull();
  });

  it.each([
    ['no cookie', 'GET', { host: HOST }, 'no-cookie'],
    ['a wrong cookie', 'GET', { host: HOST, cookie: 'fairdesk-21234=x' }, 'no-cookie'],
    ['the token as cookie', 'GET', { host: HOST, cookie: `fairdesk-21234=${access.token}` }, 'no-cookie'],
    ['a name that points here', 'GET', { host: 'evil.example.com:21234', cookie }, 'wrong-host'],
    ['localhost, another origin', 'GET', { host: 'localhost:21234', cookie }, 'wrong-host'],
    ['no host', 'GET', { cookie }, 'wrong-host'],
    ['a foreign page', 'POST', { host: HOST, cookie, origin: 'https://example.com' }, 'foreign-origin'],
    ['an opaque origin', 'POST', { host: HOST, cookie, origin: 'null' }, 'foreign-origin'],
    ['another port', 'POST', { host: HOST, cookie, origin: 'http://127.0.0.1:1' }, 'foreign-origin'],
    ['a change without origin', 'POST', { host: HOST, cookie }, 'foreign-origin'],
    ['a picture on a foreign page', 'GET', { host: HOST, cookie, 'sec-fetch-site': 'cross-site' }, 'foreign-origin'],
    ['another port of this machine', 'GET', { host: HOST, cookie, 'sec-fetch-site': 'same-site' }, 'foreign-origin'],
  ])('is not %s', (_who, method, headers, refusal) => {
    expect(access.refusalOf(method, headers)).toBe(refusal);
  });

  it('comes in with the printed token as often as wanted, with a ticket once', () => {
    expect([access.admits(access.token), access.admits(access.token)]).toEqual([true, true]);
    const ticket = access.newTicket();
    expect([access.admits(ticket), access.admits(ticket), access.admits('')]).toEqual([true, false, false]);
  });

  it('keeps the cookie from scripts and from other sites', () => {
    expect(access.cookie).toMatch(/^fairdesk-21234=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });
});
