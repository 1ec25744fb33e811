import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SmsAccount } from '../../../shared/host/sms-account.js';
import { nodeDisk } from '../disk/node-disk.js';
import { GATEWAY_TIMEOUTS } from './send-request.js';
import { CREDENTIALS, startElks, type ProviderServer } from './testing/provider-servers.js';
import { createSmsFixture, messageIdOf, NUMBER, WORDS, type SmsFixture } from './testing/sms-fixture.js';

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

type ElksAccount = Extract<SmsAccount, { provider: '46elks' }>;

function accountAt({ authority }: ProviderServer): ElksAccount {
  return { provider: '46elks', sender: 'Fairdesk', user: CREDENTIALS.user, authority };
}

async function start(more: Parameters<typeof createSmsFixture>[0] = {}): Promise<{
  readonly server: ProviderServer;
  readonly sms: SmsFixture;
  readonly account: ElksAccount;
}> {
  const server = await startElks();
  const sms = await createSmsFixture({ addresses: { elks: `${server.origin}/a1/` }, ...more });
  cleanup.push(
    () => server.stop(),
    () => sms.close(),
  );
  const account = accountAt(server);
  await sms.save(account, CREDENTIALS.password);
  return { server, sms, account };
}

async function restart(sms: SmsFixture): Promise<SmsFixture> {
  const restarted = await sms.restart();
  cleanup.push(() => restarted.close());
  return restarted;
}

describe('an SMS', () => {
  it('leaves once, however often it is handed over and whatever ends in between', async () => {
    const { server, sms } = await start();
    const outcomes = [await sms.deliver('a'), await sms.deliver('a'), await (await restart(sms)).deliver('a')];
    expect(outcomes.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(server.taken).toHaveLength(1);
  });

  it('is one after the other', async () => {
    const { server, sms } = await start();
    let open = 0;
    server.answer = () => {
      open += 1;
      expect(open).toBe(1);
      open -= 1;
      return null;
    };
    await Promise.all(['a', 'b', 'c'].map(async (id) => await sms.deliver(id)));
    expect(server.taken).toHaveLength(3);
  });

  it('is not tried while no network is up, and not a line is opened before one is due', async () => {
    const { server, sms, account } = await start();
    sms.network.up = false;
    expect(await sms.deliver('a')).toMatchObject({ state: 'deferred', scope: 'account', reason: 'mail/no-network' });
    const test = { account, secret: null, to: NUMBER, text: WORDS };
    expect(await sms.handlers['sms.test'](test)).toMatchObject({ value: { reason: 'mail/no-network' } });
    expect(await sms.handlers['sms.arrivals']({ messageIds: [messageIdOf('a')] })).toMatchObject({ ok: true });
    expect(server.lines).toBe(0);
  });

  it('waits for an account', async () => {
    const sms = await createSmsFixture();
    cleanup.push(() => sms.close());
    const input = { messageId: '<a>', to: NUMBER, text: WORDS, again: false };
    expect(await sms.handlers['sms.deliver'](input)).toMatchObject({ ok: false, code: 'sms/no-account' });
  });

  it.each(['', '0701740605', '+4670', '+46 70 174 06 05', 'Åsa'])('to %j fails before anybody is asked', async (to) => {
    const { server, sms } = await start();
    expect(await sms.deliver('a', to)).toMatchObject({ state: 'failed', reason: 'sms/number-invalid' });
    expect(server.lines).toBe(0);
  });
});

describe('a line that breaks', () => {
  it('once the request is out leaves the SMS uncertain, and it is not sent again unasked', async () => {
    const { server, sms } = await start();
    server.answer = () => 'cut';
    expect(await sms.deliver('a')).toMatchObject({ state: 'uncertain' });
    server.answer = () => null;
    const restarted = await restart(sms);
    expect(await restarted.deliver('a')).toMatchObject({ state: 'uncertain' });
    expect(server.asked).toHaveLength(1);
    expect(await restarted.deliver('a', NUMBER, true)).toMatchObject({ state: 'sent' });
    expect(server.taken).toHaveLength(1);
  });

  it('by falling silent does the same after two minutes', async () => {
    const { server, sms } = await start();
    server.answer = () => 'silent';
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const silent = server.silent();
      const outcome = sms.deliver('a');
      await silent;
      await vi.advanceTimersByTimeAsync(GATEWAY_TIMEOUTS.answer);
      expect(await outcome).toEqual({ state: 'uncertain', reply: 'ETIMEDOUT' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('before it is secure leaves the SMS unsent and the account waiting: nothing was said, not even the password', async () => {
    const { server, sms, account } = await start();
    await sms.save({ ...account, authority: '' }, CREDENTIALS.password);
    expect(await sms.deliver('a')).toMatchObject({ state: 'deferred', scope: 'account', reason: 'sms/not-secure' });
    await sms.save(account, CREDENTIALS.password);
    await server.stop();
    expect(await sms.deliver('a')).toMatchObject({ state: 'deferred', reason: 'sms/no-connection' });
    expect(server.asked).toEqual([]);
    const answer = await sms.handlers['sms.ledger']({ messageIds: [messageIdOf('a')] });
    expect(answer).toEqual({ ok: true, value: { outcomes: {} } });
  });
});

describe('a crash', () => {
  it('in the middle of a request reads as uncertain; before it, as never begun', async () => {
    const { server, sms } = await start();
    server.answer = () => 'silent';
    const silent = server.silent();
    const crashed = sms.deliver('a').catch(() => undefined);
    await silent; // here the program is killed: nothing of it ever goes on
    const restarted = await restart(sms);
    const messageIds = ['a', 'b'].map(messageIdOf);
    const answer = await restarted.handlers['sms.ledger']({ messageIds });
    expect(answer).toMatchObject({ value: { outcomes: { [messageIds[0] ?? '']: { state: 'uncertain' } } } });
    expect(Object.keys(answer.ok ? answer.value.outcomes : {})).toHaveLength(1);
    expect(await restarted.deliver('a')).toMatchObject({ state: 'uncertain' });
    expect(server.asked).toHaveLength(1);
    await server.stop();
    await crashed;
  });

  it('cannot make two of one where the disk is full: without a note in the ledger nothing leaves', async () => {
    const disk = { ...nodeDisk, full: false };
    const { server, sms } = await start({
      disk: {
        ...disk,
        open: async (path) => {
          const file = await nodeDisk.open(path);
          return {
            write: async (bytes, position) => {
              if (disk.full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
              await file.write(bytes, position);
            },
            datasync: () => file.datasync(),
            truncate: (length) => file.truncate(length),
            close: () => file.close(),
          };
        },
      },
    });
    disk.full = true;
    const input = { messageId: '<a>', to: NUMBER, text: WORDS, again: false };
    expect(await sms.handlers['sms.deliver'](input)).toMatchObject({ ok: false, code: 'journal/disk-full' });
    expect(server.asked).toEqual([]);
  });
});

describe('the rehearsal', () => {
  it('asks nobody, needs no network, says so, and is no sending the second time either', async () => {
    const { server, sms } = await start();
    await sms.save({ provider: 'dry-run' }, null);
    sms.network.up = false;
    const rehearsed = { state: 'sent', reply: '', reason: 'sms/dry-run' };
    expect([await sms.deliver('a'), await sms.deliver('a')]).toEqual([rehearsed, rehearsed]);
    expect(await (await restart(sms)).deliver('a')).toEqual(rehearsed);
    expect(server.lines).toBe(0);
  });
});

describe('the account', () => {
  it('keeps its secret from the screen and, when that is not typed again, from anybody it was not typed for', async () => {
    const { server, sms, account } = await start();
    const { handlers } = sms;
    expect(await handlers['sms.account'](null)).toEqual({ ok: true, value: { account, hasSecret: true } });
    await sms.save({ ...account, sender: 'Another' }, null);
    expect(await handlers['sms.account'](null)).toMatchObject({ value: { hasSecret: true } });
    const elsewhere: SmsAccount = {
      provider: 'http',
      sender: '',
      url: `${server.origin}/a1/sms`,
      method: 'POST',
      header: 'X-Key',
      type: 'application/json',
      body: '{to}{text}',
      authority: server.authority,
    };
    await handlers['sms.test']({ account: elsewhere, secret: null, to: NUMBER, text: WORDS });
    expect(server.asked[0]?.headers['x-key']).toBe('');
    for (const other of [elsewhere, { ...account, user: 'other' }, { provider: 'dry-run' }] as const) {
      await sms.save(account, CREDENTIALS.password);
      await sms.save(other, null);
      expect(await handlers['sms.account'](null)).toMatchObject({ value: { hasSecret: false } });
    }
  });

  it('can be taken away, its secret with it', async () => {
    const { sms, account } = await start();
    await sms.handlers['sms.save-account']({ account: null, secret: null });
    expect(await sms.handlers['sms.account'](null)).toEqual({ ok: true, value: { account: null, hasSecret: false } });
    await sms.save(account, null);
    expect(await sms.handlers['sms.account'](null)).toMatchObject({ value: { hasSecret: false } });
  });

  it('is tested by one SMS that stands in no ledger, with what is typed and not saved', async () => {
    const { server, sms, account } = await start();
    const test = { account, secret: null, to: NUMBER, text: 'A test' };
    expect(await sms.handlers['sms.test']({ ...test, secret: 'wrong' })).toMatchObject({
      value: { state: 'paused', reason: 'sms/login-refused' },
    });
    for (let times = 0; times < 2; times++) {
      expect(await sms.handlers['sms.test'](test)).toMatchObject({ ok: true, value: { state: 'sent' } });
    }
    expect(server.taken.map(({ text }) => text)).toEqual(['A test', 'A test']);
  });

  const HTTP = { sender: '', method: 'POST', type: 'application/json', body: '{to}{text}', authority: '' } as const;

  it.each([
    { provider: '46elks', sender: 'Fair desk', user: 'u', authority: '' },
    { provider: 'gatewayapi', sender: '', authority: '' },
    { provider: 'http', ...HTTP, url: 'http://sms.example.com/', header: '' },
    { provider: 'http', ...HTTP, url: 'https://user:pass@sms.example.com/', header: '' },
    { provider: 'http', ...HTTP, url: 'sms.example.com', header: '' },
    { provider: 'http', ...HTTP, url: 'https://sms.example.com/', header: 'Two words' },
    { provider: 'http', ...HTTP, url: 'https://sms.example.com/', header: 'Content-Length' },
  ] as const)('is not saved where no request could be made of it: $provider $url $header', async (account) => {
    const { sms } = await start();
    const answer = await sms.handlers['sms.save-account']({ account, secret: 'x' });
    expect(answer).toMatchObject({ ok: false, code: 'sms/invalid-account' });
  });

  it('lies sealed on the disk, and so does the ledger: no number, word or secret, in no fault either', async () => {
    const { server, sms } = await start();
    await sms.deliver('a');
    server.answer = () => ({ status: 403, body: `MSISDN ${NUMBER} is not wanted: ${WORDS}` });
    await sms.deliver('b');
    const folder = join(sms.dataFolder, 'sms');
    const files = await readdir(folder);
    expect(files.sort()).toEqual(['account', 'ledger']);
    const words = [
      CREDENTIALS.password,
      CREDENTIALS.user,
      NUMBER,
      NUMBER.slice(1),
      WORDS,
      'Fairdesk',
      'fairdesk',
      'elks',
    ];
    for (const name of files) {
      const bytes = await readFile(join(folder, name));
      for (const word of words) expect(bytes.includes(word)).toBe(false);
    }
    expect(sms.faults).toEqual([]);
  });

  it('that is damaged is not taken for none', async () => {
    const { sms } = await start();
    const path = join(sms.dataFolder, 'sms', 'account');
    const bytes = Buffer.from(await readFile(path));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const file = await nodeDisk.open(path);
    await file.write(bytes, 0);
    await file.close();
    await expect(sms.handlers['sms.account'](null)).rejects.toThrow('cannot be opened');
  });
});

it('keeps of what a gateway said only its status in the ledger, as it may name somebody', async () => {
  const { server, sms } = await start();
  server.answer = () => ({ status: 400, body: `the number ${NUMBER} is none` });
  expect(await sms.deliver('a')).toMatchObject({ reply: `400 the number ${NUMBER} is none` });
  const answer = await sms.handlers['sms.ledger']({ messageIds: [messageIdOf('a')] });
  expect(answer).toMatchObject({ value: { outcomes: { [messageIdOf('a')]: { state: 'failed', reply: '400' } } } });
});
