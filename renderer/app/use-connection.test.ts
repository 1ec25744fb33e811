import { expect, it } from 'vitest';
import { NO_ACCOUNT, type DeliveryStatus } from '../data/delivery-status.js';
import { connectionOf, withServer } from './use-connection.js';

const TRAFFIC = { yours: 0, waiting: 2, sending: 0, 'not-delivered': 0, sent: 0, cancelled: 0, emails: 2 };
const NOTHING = { ...TRAFFIC, waiting: 0, emails: 0 };
const SMS_ALONE = { ...TRAFFIC, emails: 0 };
const IDLE: DeliveryStatus = { kind: 'idle' };
const REFUSED: DeliveryStatus = { kind: 'paused', reason: 'mail/login-refused', reply: '' };
const NO_CREDIT: DeliveryStatus = { kind: 'paused', reason: 'sms/no-credit', reply: '' };

function shown(status: DeliveryStatus, traffic = TRAFFIC, { up = true, sms = IDLE, done = 0 } = {}) {
  return connectionOf({ status, sms, up }, traffic, done);
}

it('never calls a refused login a missing connection', () => {
  expect(shown(REFUSED)).toMatchObject({ kind: 'problem' });
  expect(shown(REFUSED, TRAFFIC, { up: false })).toMatchObject({ kind: 'problem' });
  expect(shown({ kind: 'no-network' }, TRAFFIC, { up: false })).toMatchObject({ kind: 'offline' });
});

it('makes a missing account a problem only where something waits for it', () => {
  expect(shown(NO_ACCOUNT)).toMatchObject({ kind: 'problem', about: 'no-mail-account' });
  expect(shown(NO_ACCOUNT, NOTHING)).toEqual({ kind: 'online' });
  expect(shown(NO_ACCOUNT, NOTHING, { up: false })).toMatchObject({ kind: 'offline' });
});

it('R76 misses no mail account where SMS alone wait, and tells of the one for SMS when that is paused', () => {
  expect(shown(NO_ACCOUNT, SMS_ALONE)).toEqual({ kind: 'online' });
  expect(shown(NO_ACCOUNT, SMS_ALONE, { sms: NO_CREDIT })).toMatchObject({ kind: 'problem', about: 'sms' });
  expect(shown(IDLE, TRAFFIC, { sms: NO_CREDIT })).toMatchObject({ kind: 'problem', about: 'sms' });
  expect(shown(REFUSED, TRAFFIC, { sms: NO_CREDIT })).toMatchObject({ kind: 'problem', about: 'mail' });
});

it('counts what leaves', () => {
  const traffic = { ...TRAFFIC, sending: 1 };
  expect(shown({ kind: 'sending' }, traffic, { done: 4 })).toEqual({ kind: 'sending', done: 4, total: 7 });
});

it('shows messages and sync as one, what weighs most first', () => {
  const [online, offline] = [
    { kind: 'online' },
    { kind: 'offline', waiting: 2, of: 'messages', chosen: false },
  ] as const;
  const syncing = { kind: 'syncing', done: 3, total: 12 } as const;
  const broken = { kind: 'problem', code: 'sync/clock' } as const;
  const standing = { unsent: 5, problem: null };
  const revoked = { ...standing, problem: { code: 'sync/revoked', at: 1 } } as const;
  expect(withServer(online, online, { ...standing, unsent: 0 })).toEqual(online);
  expect(withServer(online, offline, standing)).toEqual({ kind: 'server-offline', waiting: 5 });
  expect(withServer(online, syncing, standing)).toEqual(syncing);
  expect(withServer({ kind: 'sending', done: 1, total: 2 }, syncing, standing)).toMatchObject({ kind: 'sending' });
  const login = { kind: 'problem', waiting: 1, about: 'mail' } as const;
  expect(withServer(login, broken, standing)).toEqual(login);
  const noAccount = { kind: 'problem', waiting: 1, about: 'no-mail-account' } as const;
  for (const messages of [online, offline, login, noAccount]) {
    expect(withServer(messages, { kind: 'offline' }, revoked)).toMatchObject({ about: 'sync/revoked' });
  }
  expect(withServer(offline, broken, standing)).toEqual({ kind: 'problem', waiting: 5, about: 'sync/clock' });
  expect(withServer(noAccount, broken, standing)).toMatchObject({ about: 'sync/clock' });
  expect(withServer(noAccount, { kind: 'offline' }, standing)).toMatchObject({ kind: 'server-offline' });
  expect(withServer(noAccount, syncing, standing)).toEqual(syncing);
  expect(withServer(noAccount, online, standing)).toEqual(noAccount);
});

it('counts in the pill what the page of sync counts, and nothing besides', () => {
  const offline = shown({ kind: 'no-network' }, TRAFFIC, { up: false });
  expect(offline).toEqual({ kind: 'offline', waiting: 2, of: 'messages', chosen: false });
  const whole = withServer(offline, { kind: 'offline' }, { unsent: 1, problem: null });
  expect(whole).toEqual({ kind: 'offline', waiting: 1, of: 'changes', chosen: false });
});
