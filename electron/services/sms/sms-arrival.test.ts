import { afterEach, expect, it } from 'vitest';
import { CREDENTIALS, startElks, startGatewayApi } from './testing/provider-servers.js';
import { createSmsFixture, messageIdOf, type SmsFixture } from './testing/sms-fixture.js';

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

const arrivals = async ({ handlers }: SmsFixture) => await handlers['sms.arrivals']({ messageIds: [messageIdOf('a')] });
const DELIVERED = { ok: true, value: { arrivals: { [messageIdOf('a')]: 'sms/delivered' } } };
const UNKNOWN = { ok: true, value: { arrivals: {} } };

it('what became of an SMS is asked of the gateway that took it, and of no other one, after a restart as before', async () => {
  const other = await startGatewayApi();
  cleanup.push(() => other.stop());
  const elks = await startElks();
  cleanup.push(() => elks.stop());
  const addresses = { elks: `${elks.origin}/a1/`, gatewayApi: `${other.origin}/rest/` };
  const sms = await createSmsFixture({ addresses });
  cleanup.push(() => sms.close());
  const account = {
    provider: '46elks',
    sender: 'Fairdesk',
    user: CREDENTIALS.user,
    authority: elks.authority,
  } as const;
  await sms.save(account, CREDENTIALS.password);
  await sms.deliver('a');
  for (const taken of elks.taken) taken.status = 'delivered';
  const restarted = await sms.restart();
  cleanup.push(() => restarted.close());
  const { authority } = other;
  for (const today of [
    { provider: 'gatewayapi', sender: 'Fairdesk', authority },
    { ...account, user: 'u9999' },
  ] as const) {
    await restarted.save(today, CREDENTIALS.token);
    const asked = elks.asked.length;
    expect(await arrivals(restarted)).toEqual(UNKNOWN);
    expect([other.lines, elks.asked.length]).toEqual([0, asked]);
  }
  await restarted.save({ ...account, sender: 'Another' }, CREDENTIALS.password);
  expect(await arrivals(restarted)).toEqual(DELIVERED);
});
