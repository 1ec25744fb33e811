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

it('shows messages and sync as one, what has to be put right first', () => {
  const [online, offline] = [{ kind: 'online' }, { kind: 'offline', waiting: 2, chosen: false }] as const;
  const syncing = { kind: 'syncing', done: 3, total: 12 } as const;
  const broken = { kind: 'problem', code: 'sync/revoked' } as const;
  expect(withServer(online, online, 0)).toEqual(online);
  expect(withServer(online, offline, 5)).toEqual({ kind: 'server-offline', waiting: 5 });
  expect(withServer(offline, offline, 5)).toEqual({ kind: 'offline', waiting: 7, chosen: false });
  expect(withServer(offline, online, 5)).toEqual({ kind: 'offline', waiting: 7, chosen: false });
  expect(withServer(online, syncing, 9)).toEqual(syncing);
  expect(withServer({ kind: 'sending', done: 1, total: 2 }, syncing, 9)).toMatchObject({ kind: 'sending' });
  expect(withServer(offline, broken, 5)).toEqual({ kind: 'problem', waiting: 5, about: 'sync/revoked' });
  const login = { kind: 'problem', waiting: 1, about: 'mail' } as const;
  expect(withServer(login, broken, 5)).toEqual(login);
});
