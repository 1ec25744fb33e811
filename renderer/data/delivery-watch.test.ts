import { expect, it } from 'vitest';
import type { Channel, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { deliveryStatus, NO_ACCOUNT, obstacleOf, type DeliveryStatus } from './delivery-status.js';
import { DeliveryWatch } from './delivery-watch.js';
import { Observable } from './observable.js';

const REFUSED = { kind: 'paused', reason: 'mail/login-refused', reply: '535' } as const;
const BACKING_OFF = { kind: 'backing-off', reason: 'mail/server-busy', reply: '421', until: 9 } as const;
const OPEN = { up: true, hasAccount: true, workOffline: false };

/** An engine that counts how often it was woken, and a host that answers as its fields say. */
function watched() {
  const engine = { status: new Observable<DeliveryStatus>({ kind: 'idle' }), woken: 0 };
  const outside = { up: true, account: true };
  const preferences = new Observable({ workOffline: false });
  const call = async <C extends Channel>(channel: C): Promise<Result<OutputOf<C>, HostErrorCode>> => {
    const { up, account } = outside; // as it is when asked
    await Promise.resolve();
    if (channel === 'network.state') return success({ up } as OutputOf<C>);
    if (channel !== 'mail.account') return failure('host/fault');
    return success({ account: account ? {} : null, hasPassword: account } as OutputOf<C>);
  };
  const poke = (): void => void (engine.woken += 1);
  const watch = new DeliveryWatch({ host: { call }, preferences, engine: { status: engine.status, poke } });
  return { engine, outside, preferences, watch };
}

it('names the account before the network, and believes the newer word about the network', () => {
  expect(deliveryStatus(REFUSED, { ...OPEN, up: false })).toBe(REFUSED);
  expect(deliveryStatus({ kind: 'no-network' }, { ...OPEN, up: false, hasAccount: false })).toBe(NO_ACCOUNT);
  expect(deliveryStatus(BACKING_OFF, { ...OPEN, up: false })).toEqual({ kind: 'no-network' });
  expect(deliveryStatus(BACKING_OFF, OPEN)).toBe(BACKING_OFF);
  expect(deliveryStatus({ kind: 'no-network' }, OPEN)).toEqual({ kind: 'idle' });
  expect(deliveryStatus(REFUSED, { ...OPEN, workOffline: true })).toEqual({ kind: 'working-offline' });
});

it('says what a due message waits for', () => {
  expect(obstacleOf(REFUSED)).toBe('account');
  expect(obstacleOf(NO_ACCOUNT)).toBe('account');
  expect(obstacleOf({ kind: 'no-network' })).toBe('connection');
  expect(obstacleOf({ kind: 'working-offline' })).toBe('connection');
  expect(obstacleOf(BACKING_OFF)).toBe('next-attempt');
  expect(obstacleOf({ kind: 'sending' })).toBeNull();
});

it('tells everybody the same, and wakes the engine once when the network is back', async () => {
  const { engine, outside, preferences, watch } = watched();
  const stop = watch.start();
  const told: string[] = [];
  watch.delivery.subscribe(() => told.push(watch.delivery.current().status.kind));
  outside.up = false;
  await watch.ask();
  await watch.ask();
  expect(watch.delivery.current()).toEqual({ status: { kind: 'no-network' }, up: false });
  expect(engine.woken).toBe(0);
  outside.up = true;
  await watch.ask();
  await watch.ask();
  expect(engine.woken).toBe(1);
  engine.status.set(REFUSED);
  preferences.set({ workOffline: true });
  preferences.set({ workOffline: false });
  outside.account = false;
  await watch.ask();
  engine.status.set({ kind: 'idle' });
  expect(told).toEqual(['no-network', 'idle', 'paused', 'working-offline', 'paused', 'paused']);
  stop();
  engine.status.set({ kind: 'sending' });
  expect(told).toHaveLength(6);
});

it('lets an answer that came too late count for nothing', async () => {
  const { outside, watch } = watched();
  outside.up = false;
  const early = watch.ask();
  outside.up = true;
  await Promise.all([watch.ask(), early]);
  expect(watch.delivery.current().up).toBe(true);
});
