import { expect, it } from 'vitest';
import { NO_ACCOUNT } from '../data/delivery-status.js';
import { connectionOf } from './use-connection.js';

const TRAFFIC = { yours: 0, waiting: 2, sending: 0, sent: 0, cancelled: 0 };
const NOTHING = { ...TRAFFIC, waiting: 0 };
const REFUSED = { kind: 'paused', reason: 'mail/login-refused', reply: '' } as const;

it('never calls a refused login a missing connection', () => {
  expect(connectionOf({ status: REFUSED, up: true }, TRAFFIC, 0)).toMatchObject({ kind: 'problem' });
  expect(connectionOf({ status: REFUSED, up: false }, TRAFFIC, 0)).toMatchObject({ kind: 'problem' });
  expect(connectionOf({ status: { kind: 'no-network' }, up: false }, TRAFFIC, 0)).toMatchObject({ kind: 'offline' });
});

it('makes a missing account a problem only where something waits for it', () => {
  const status = NO_ACCOUNT;
  expect(connectionOf({ status, up: true }, TRAFFIC, 0)).toMatchObject({ kind: 'problem', missesAccount: true });
  expect(connectionOf({ status, up: true }, NOTHING, 0)).toEqual({ kind: 'online' });
  expect(connectionOf({ status, up: false }, NOTHING, 0)).toMatchObject({ kind: 'offline' });
});

it('counts what leaves', () => {
  const traffic = { ...TRAFFIC, sending: 1 };
  expect(connectionOf({ status: { kind: 'sending' }, up: true }, traffic, 4)).toEqual({
    kind: 'sending',
    done: 4,
    total: 7,
  });
});
