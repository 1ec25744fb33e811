import { afterEach, describe, expect, it } from 'vitest';
import type { SmsAccount } from '../../../shared/host/sms-account.js';
import { startGateway, type AskedOfGateway, type GatewayServer, type GivenAnswer } from './testing/gateway-server.js';
import { CREDENTIALS, startElks, startGatewayApi, type ProviderServer } from './testing/provider-servers.js';
import { createSmsFixture, messageIdOf, NUMBER, WORDS, type SmsFixture } from './testing/sms-fixture.js';

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

interface Started<Server> {
  readonly server: Server;
  readonly sms: SmsFixture;
  readonly account: SmsAccount;
}

async function start<Server extends GatewayServer>(
  begin: () => Promise<Server>,
  accountFor: (server: Server) => SmsAccount,
  secret: string,
): Promise<Started<Server>> {
  const server = await begin();
  const addresses = { elks: `${server.origin}/a1/`, gatewayApi: `${server.origin}/rest/` };
  const sms = await createSmsFixture({ addresses });
  cleanup.push(
    () => server.stop(),
    () => sms.close(),
  );
  const account = accountFor(server);
  await sms.save(account, secret);
  return { server, sms, account };
}

const elks = (change: Partial<Extract<SmsAccount, { provider: '46elks' }>> = {}): Promise<Started<ProviderServer>> =>
  start(
    startElks,
    ({ authority }) => ({ provider: '46elks', sender: 'Fairdesk', user: CREDENTIALS.user, authority, ...change }),
    CREDENTIALS.password,
  );
const gatewayApi = (sender = 'Fairdesk'): Promise<Started<ProviderServer>> =>
  start(startGatewayApi, ({ authority }) => ({ provider: 'gatewayapi', sender, authority }), CREDENTIALS.token);

type HttpAccount = Extract<SmsAccount, { provider: 'http' }>;

const generic = (
  change: Partial<HttpAccount> = {},
  behave: (asked: AskedOfGateway) => GivenAnswer = () => ({ status: 202 }),
): Promise<Started<GatewayServer>> =>
  start(
    () => startGateway(behave),
    ({ authority, origin }) => ({
      provider: 'http',
      sender: 'Fairdesk',
      url: `${origin}/send?lane=1`,
      method: 'POST',
      header: 'Authorization',
      type: 'application/json',
      body: '{"from":"{from}","to":"{to}","msisdn":{digits},"text":"{text}","n":{}}',
      authority,
      ...change,
    }),
    'Bearer s3cret',
  );

describe('46elks', () => {
  it('takes an SMS as its documentation says, and is asked to keep no words of it', async () => {
    const { server, sms } = await elks();
    expect(await sms.deliver('a')).toMatchObject({
      state: 'sent',
      reference: expect.stringMatching(/^s0+$/) as string,
    });
    expect(server.taken).toMatchObject([{ from: 'Fairdesk', to: NUMBER, text: WORDS, more: { dontlog: 'message' } }]);
  });

  it.each([
    ['created', null],
    ['sent', null],
    ['delivered', 'sms/delivered'],
    ['failed', 'sms/not-delivered'],
  ])('that says %s is understood as %s', async (status, expected) => {
    const { server, sms } = await elks();
    await sms.deliver('a');
    const [taken] = server.taken;
    if (taken !== undefined) taken.status = status;
    const answer = await sms.handlers['sms.arrivals']({ messageIds: [messageIdOf('a'), messageIdOf('never')] });
    expect(answer).toEqual({
      ok: true,
      value: { arrivals: expected === null ? {} : { [messageIdOf('a')]: expected } },
    });
  });

  it('without credit pauses the account, and so does a wrong password; nothing is counted against the SMS', async () => {
    const { server, sms, account } = await elks();
    server.credit = false;
    expect(await sms.deliver('a')).toMatchObject({ state: 'paused', reason: 'sms/no-credit' });
    server.credit = true;
    await sms.save(account, 'wrong');
    expect(await sms.deliver('a')).toMatchObject({ state: 'paused', reason: 'sms/login-refused' });
    await sms.save(account, CREDENTIALS.password);
    expect(await sms.deliver('a')).toMatchObject({ state: 'sent' });
    expect(server.taken).toHaveLength(1);
  });

  it('refuses a number for good and a sender for all', async () => {
    const { server, sms, account } = await elks();
    server.answer = () => ({ status: 400, body: 'Invalid "to" number' });
    expect(await sms.deliver('a')).toMatchObject({ state: 'failed', reason: 'sms/number-invalid' });
    server.answer = () => null;
    await sms.save(
      { ...account, provider: '46elks', sender: 'Forbidden', user: CREDENTIALS.user, authority: server.authority },
      null,
    );
    expect(await sms.deliver('b')).toMatchObject({ state: 'paused', reason: 'sms/sender-refused' });
  });

  it('that answers with something else than an SMS may have taken it', async () => {
    const { server, sms } = await elks();
    server.answer = () => ({ status: 200, body: '<html>Welcome</html>' });
    expect(await sms.deliver('a')).toMatchObject({ state: 'uncertain' });
  });
});

describe('GatewayAPI', () => {
  it('takes an SMS as its documentation says, in the alphabet that its letters need', async () => {
    const { server, sms } = await gatewayApi('+4670000000');
    expect(await sms.deliver('a')).toMatchObject({ state: 'sent', reference: '421332671' });
    await sms.handlers['sms.deliver']({ messageId: '<b>', to: NUMBER, text: 'Hej 👋', again: false });
    expect(server.taken).toMatchObject([
      { from: '4670000000', to: '46701740605', text: WORDS, more: {} },
      { text: 'Hej 👋', more: { encoding: 'UCS2' } },
    ]);
    expect(server.taken[0]?.more).toEqual({});
  });

  it.each([
    ['ENROUTE', null],
    ['ACCEPTED', null],
    ['DELIVERED', 'sms/delivered'],
    ['UNDELIVERABLE', 'sms/undeliverable'],
    ['EXPIRED', 'sms/expired'],
    ['REJECTED', 'sms/rejected'],
    ['SKIPPED', 'sms/rejected'],
    ['DELETED', 'sms/not-delivered'],
  ])('that says %s is understood as %s', async (status, expected) => {
    const { server, sms } = await gatewayApi();
    await sms.deliver('a');
    const [taken] = server.taken;
    if (taken !== undefined) taken.status = status;
    const answer = await sms.handlers['sms.arrivals']({ messageIds: [messageIdOf('a')] });
    expect(answer).toEqual({
      ok: true,
      value: { arrivals: expected === null ? {} : { [messageIdOf('a')]: expected } },
    });
  });

  it.each([
    ['+46701740666', { state: 'failed', reason: 'sms/number-blocked' }],
    ['+46701740000', { state: 'failed', reason: 'sms/number-invalid' }],
  ])('refuses %s for good', async (to, expected) => {
    const { sms } = await gatewayApi();
    expect(await sms.deliver('a', to)).toMatchObject(expected);
    expect(await sms.deliver('b')).toMatchObject({ state: 'sent' });
  });

  it('pauses the account for a token, a credit, a sender or an address that is not its own', async () => {
    const { server, sms, account } = await gatewayApi();
    server.credit = false;
    expect(await sms.deliver('a')).toMatchObject({ state: 'paused', reason: 'sms/no-credit' });
    server.credit = true;
    await sms.save(account, 'another');
    expect(await sms.deliver('a')).toMatchObject({ state: 'paused', reason: 'sms/login-refused' });
    await sms.save(
      { ...account, provider: 'gatewayapi', sender: 'Forbidden', authority: server.authority },
      CREDENTIALS.token,
    );
    expect(await sms.deliver('a')).toMatchObject({ state: 'paused', reason: 'sms/sender-refused' });
    server.answer = () => ({ status: 403, body: '{"code":"0x0213","message":"Unauthorized IP-address: %1"}' });
    expect(await sms.deliver('a')).toMatchObject({ state: 'paused', reason: 'sms/account-refused' });
  });
});

describe('any other gateway', () => {
  it('is asked what the account says, each value encoded for its place', async () => {
    const { server, sms } = await generic();
    const text = 'Say "hi" {to}\nå';
    await sms.handlers['sms.deliver']({ messageId: '<a>', to: NUMBER, text, again: false });
    const [asked] = server.asked;
    expect(asked).toMatchObject({ method: 'POST', path: '/send?lane=1' });
    expect(asked?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'content-type': 'application/json' });
    const expected = { from: 'Fairdesk', to: NUMBER, msisdn: Number(NUMBER.slice(1)), text, n: {} };
    expect(JSON.parse(asked?.body ?? '')).toEqual(expected);
  });

  it('can be told by form, too', async () => {
    const body = 'to={digits}&text={text}&key=1';
    const { server, sms } = await generic({ method: 'PUT', type: 'application/x-www-form-urlencoded', body });
    await sms.deliver('a');
    expect(server.asked[0]?.method).toBe('PUT');
    expect(Object.fromEntries(new URLSearchParams(server.asked[0]?.body))).toEqual({
      to: NUMBER.slice(1),
      text: WORDS,
      key: '1',
    });
  });

  it.each([
    [200, { state: 'sent' }],
    [202, { state: 'sent' }],
    [301, { state: 'paused', reason: 'sms/account-refused' }],
    [400, { state: 'failed', reason: 'sms/message-refused' }],
    [401, { state: 'paused', reason: 'sms/login-refused' }],
    [402, { state: 'paused', reason: 'sms/no-credit' }],
    [403, { state: 'paused', reason: 'sms/account-refused' }],
    [404, { state: 'paused', reason: 'sms/account-refused' }],
    [422, { state: 'failed', reason: 'sms/message-refused' }],
    [429, { state: 'deferred', scope: 'account', reason: 'sms/gateway-busy' }],
    [500, { state: 'deferred', scope: 'account', reason: 'sms/gateway-busy' }],
    [502, { state: 'uncertain' }],
    [503, { state: 'deferred', scope: 'account', reason: 'sms/gateway-busy' }],
    [504, { state: 'uncertain' }],
  ])('that answers %i means it', async (status, expected) => {
    const { sms } = await generic({}, () => ({
      status,
      body: 'because',
      headers: { location: 'https://example.com/' },
    }));
    expect(await sms.deliver('a')).toMatchObject(expected);
  });
});
