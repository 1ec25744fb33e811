import { expect, it } from 'vitest';
import type { Channel, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { deliveryStatus, NO_ACCOUNT, obstacleOf, SIGN_IN_AGAIN, type DeliveryStatus } from './delivery-status.js';
import { DeliveryWatch } from './delivery-watch.js';
import { Observable } from './observable.js';

const REFUSED = { kind: 'paused', reason: 'mail/login-refused', reply: '535' } as const;
const BACKING_OFF = { kind: 'backing-off', reason: 'mail/server-busy', reply: '421', until: 9 } as const;
const signIn = { with: 'password' };
const OPEN = { up: true, hasAccount: true, needsSignIn: false, workOffline: false };

/** An engine that counts how often it was woken, and a host that answers as its fields say. */
function watched() {
  const idle: DeliveryStatus = { kind: 'idle' };
  const engine = {
    status: new Observable<DeliveryStatus>(idle),
    smsStatus: new Observable<DeliveryStatus>(idle),
    woken: 0,
  };
  const outside = { up: true, account: true };
  const preferences = new Observable({ workOffline: false });
  const call = async <C extends Channel>(channel: C): Promise<Result<OutputOf<C>, HostErrorCode>> => {
    const { up, account } = outside; // as it is when asked
    await Promise.resolve();
    if (channel === 'network.state') return success({ up } as OutputOf<C>);
    if (channel !== 'mail.account') return failure('host/fault');
    return success({ account: account ? { signIn } : null, signedIn: null } as OutputOf<C>);
  };
  const poke = (): void => void (engine.woken += 1);
  const watch = new DeliveryWatch({ host: { call }, preferences, engine: { ...engine, poke } });
  return { engine, outside, preferences, watch };
}

it('names the account before the network, and believes the newer word about the network', () => {
  expect(deliveryStatus(REFUSED, { ...OPEN, up: false })).toBe(REFUSED);
  expect(deliveryStatus({ kind: 'no-network' }, { ...OPEN, up: false, hasAccount: false })).toBe(NO_ACCOUNT);
  expect(deliveryStatus({ kind: 'idle' }, { ...OPEN, up: false, needsSignIn: true })).toBe(SIGN_IN_AGAIN);
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
  const away = { kind: 'no-network' };
  expect(watch.delivery.current()).toEqual({ status: away, sms: away, up: false });
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

it.each([
  [{ with: 'microsoft' }, { as: 'eva@example.com', ended: true }, 'paused'],
  [{ with: 'microsoft' }, null, 'paused'],
  [{ with: 'google' }, { as: 'eva@example.com', ended: false }, 'idle'],
  [{ with: 'password' }, null, 'idle'],
])('with %j and %j is %s before anything is due', async (signIn, signedIn, kind) => {
  const { engine, preferences } = watched();
  const call = async <C extends Channel>(channel: C): Promise<Result<OutputOf<C>, HostErrorCode>> =>
    await Promise.resolve(
      success((channel === 'network.state' ? { up: true } : { account: { signIn }, signedIn }) as OutputOf<C>),
    );
  const watch = new DeliveryWatch({ host: { call }, preferences, engine: { ...engine, poke: () => undefined } });
  await watch.ask();
  expect(watch.delivery.current().status.kind).toBe(kind);
});

it('tells of SMS only what the engine met, and of what concerns both the same', async () => {
  const { engine, outside, preferences, watch } = watched();
  outside.account = false;
  const stop = watch.start();
  await watch.ask();
  expect(watch.delivery.current()).toMatchObject({ status: NO_ACCOUNT, sms: { kind: 'idle' } });
  const broke: DeliveryStatus = { kind: 'paused', reason: 'sms/no-credit', reply: '' };
  engine.smsStatus.set(broke);
  expect(watch.delivery.current()).toMatchObject({ status: NO_ACCOUNT, sms: broke });
  preferences.set({ workOffline: true });
  expect(watch.delivery.current()).toMatchObject({ sms: { kind: 'working-offline' } });
  stop();
});
