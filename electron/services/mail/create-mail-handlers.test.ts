import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/records/message.js';
import type { FileId } from '../../../shared/records/primitives.js';
import { createMailFixture, testAccount, testMessage, type MailFixture } from './testing/mail-fixture.js';
import { startSmtpServer, type TestSmtpOptions, type TestSmtpServer } from './testing/smtp-server.js';

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function start(
  options: TestSmtpOptions = {},
  deps: Parameters<typeof createMailFixture>[0] = {},
): Promise<{ server: TestSmtpServer; mail: MailFixture }> {
  const server = await startSmtpServer(options);
  const mail = await createMailFixture(deps);
  cleanup.push(
    () => server.stop(),
    () => mail.close(),
  );
  const account = testAccount(server, { security: options.security ?? 'starttls' });
  expect(
    await mail.handlers['mail.save-account']({ account, password: server.password, clientSecret: null }),
  ).toMatchObject({ ok: true });
  return { server, mail };
}

async function deliver(mail: MailFixture, to: string, change: Partial<Message> = {}, again = false) {
  const answer = await mail.handlers['mail.deliver']({ ...testMessage(to, change), again });
  return answer.ok ? answer.value : answer;
}

describe('a mail', () => {
  it.each(['starttls', 'tls'] as const)(
    'arrives over %s exactly as it was frozen, field by field',
    async (security) => {
      const { server, mail } = await start({ security });
      const { message } = testMessage('asa@example.com');
      expect(await deliver(mail, 'asa@example.com')).toEqual({ state: 'sent', reply: '250 2.0.0 OK: queued' });
      const [received] = server.received;
      expect(received).toMatchObject({
        envelope: { from: 'eva@example.com', to: ['asa@example.com'] },
        secure: true,
        user: 'fair@example.com',
      });
      const parsed = received?.mail;
      expect(parsed?.from).toMatchObject({ name: 'Eva Lind', address: 'eva@example.com' });
      expect(parsed?.to).toMatchObject([{ name: 'Åsa Öberg', address: 'asa@example.com' }]);
      expect(parsed?.subject).toBe(message.subject);
      expect(parsed?.messageId).toBe(message.messageId);
      expect(parsed?.date).toBe(new Date(message.queuedAt).toISOString());
      expect(parsed?.text?.trimEnd()).toBe(message.text);
      expect(parsed?.html?.trimEnd()).toBe(message.html);
      expect(parsed?.attachments).toEqual([]);
      expect(parsed?.headers.map(({ key }) => key).sort()).toEqual([
        'content-language',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
    },
  );

  it('is one of many over one connection, one after the other', async () => {
    const { server, mail } = await start();
    const all = Array.from({ length: 30 }, (_, n) => `person${String(n)}@example.com`);
    const outcomes = await Promise.all(all.map(async (to) => await deliver(mail, to)));
    expect(outcomes.every((outcome) => 'state' in outcome && outcome.state === 'sent')).toBe(true);
    expect(server.received.map(({ envelope }) => envelope.to)).toEqual(all.map((to) => [to]));
    expect(server.connections).toBe(1);
  });

  it('goes on over a new connection when the server hung up on the idle one', async () => {
    const { server, mail } = await start();
    await deliver(mail, 'a@example.com');
    server.hangUp();
    expect(await deliver(mail, 'b@example.com')).toMatchObject({ state: 'sent' });
    expect([server.received.length, server.connections]).toEqual([2, 2]);
  });

  it('reaches an address whose domain is written in another script', async () => {
    const { server, mail } = await start();
    expect(await deliver(mail, 'asa@bücher.example')).toMatchObject({ state: 'sent' });
    expect(server.received[0]?.raw).toContain('<asa@xn--bcher-kva.example>');
  });

  it('waits for a file that a colleague filed, and leaves with it; without the file it never does', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 of another laptop');
    const found: (Uint8Array | 'coming' | null)[] = ['coming', null, bytes];
    const { server, mail } = await start({}, { readFile: () => Promise.resolve(found.shift() ?? null) });
    const attachments = [{ fileId: 'f'.repeat(32) as FileId, name: 'cv.pdf', mediaType: 'application/pdf' as const }];
    expect(await deliver(mail, 'a@example.com', { attachments })).toMatchObject({
      ...{ state: 'deferred', scope: 'message', reason: 'mail/attachment-coming' },
    });
    expect(await deliver(mail, 'a@example.com', { attachments })).toMatchObject({ reason: 'mail/attachment-missing' });
    expect(server.received).toEqual([]);
    expect(await deliver(mail, 'a@example.com', { attachments })).toMatchObject({ state: 'sent' });
    expect(server.received[0]?.mail.attachments).toHaveLength(1);
  });

  it('is not tried while no network is up', async () => {
    const { server, mail } = await start();
    mail.network.up = false;
    expect(await deliver(mail, 'a@example.com')).toEqual({
      state: 'deferred',
      scope: 'account',
      reason: 'mail/no-network',
      reply: '',
    });
    expect(server.connections).toBe(0);
  });

  it('waits for an account', async () => {
    const mail = await createMailFixture();
    cleanup.push(() => mail.close());
    expect(await deliver(mail, 'a@example.com')).toMatchObject({ ok: false, code: 'mail/no-account' });
  });

  it('fails alone when it cannot be sent as it is', async () => {
    const { server, mail } = await start();
    expect(await deliver(mail, 'nobody')).toMatchObject({ state: 'failed', reason: 'mail/address-invalid' });
    expect(await deliver(mail, 'b@example.com')).toMatchObject({ state: 'sent' });
    expect(server.received).toHaveLength(1);
  });
});

describe('what a mail server answers', () => {
  it.each([
    ['recipient', '421 4.3.2 Shutting down', { state: 'deferred', scope: 'account', reason: 'mail/server-busy' }],
    ['recipient', '450 4.2.1 Greylisted', { state: 'deferred', scope: 'message', reason: 'mail/try-later' }],
    ['recipient', '451 4.7.1 Try again', { state: 'deferred', scope: 'message', reason: 'mail/try-later' }],
    ['recipient', '550 5.1.1 No such user', { state: 'failed', reason: 'mail/mailbox-unknown' }],
    ['recipient', '550 No such user', { state: 'failed', reason: 'mail/mailbox-unknown' }],
    ['recipient', '550 5.7.1 Not wanted', { state: 'failed', reason: 'mail/refused-by-policy' }],
    ['recipient', '552 5.2.2 Mailbox full', { state: 'failed', reason: 'mail/mailbox-full' }],
    ['message', '452 4.3.1 Disk full', { state: 'deferred', scope: 'message', reason: 'mail/try-later' }],
    ['message', '552 5.3.4 Too big', { state: 'failed', reason: 'mail/too-large' }],
    ['message', '554 5.7.1 Spam', { state: 'failed', reason: 'mail/refused-by-policy' }],
    ['message', '554 No', { state: 'failed', reason: 'mail/message-refused' }],
  ] as const)('at %s as "%s" decides about that message alone', async (at, reply, expected) => {
    const { server, mail } = await start();
    server.faults.set('bad@example.com', { at, reply });
    expect(await deliver(mail, 'bad@example.com')).toMatchObject({ ...expected, reply });
    expect(await deliver(mail, 'good@example.com')).toMatchObject({ state: 'sent' });
    server.faults.clear();
    expect(await deliver(mail, 'bad@example.com')).toMatchObject({ state: 'sent' });
    expect(server.received.map(({ envelope }) => envelope.to[0])).toEqual(['good@example.com', 'bad@example.com']);
  });

  it('as a refused login stops everything and says whose fault it is', async () => {
    const { server, mail } = await start();
    await mail.handlers['mail.save-account']({ account: testAccount(server), password: 'wrong', clientSecret: null });
    expect(await deliver(mail, 'a@example.com')).toMatchObject({ state: 'paused', reason: 'mail/login-refused' });
    expect(server.received).toEqual([]);
  });
});

describe('a line cut after DATA', () => {
  it.each(['before-storing', 'after-storing'] as const)(
    '%s leaves the mail uncertain and it is not sent again',
    async (cut) => {
      const { server, mail } = await start();
      server.faults.set('a@example.com', { at: 'message', cut });
      expect(await deliver(mail, 'a@example.com')).toMatchObject({ state: 'uncertain' });
      server.faults.clear();
      expect(await deliver(mail, 'a@example.com')).toMatchObject({ state: 'uncertain' });
      const restarted = await mail.restart();
      cleanup.push(() => restarted.close());
      expect(await deliver(restarted, 'a@example.com')).toMatchObject({ state: 'uncertain' });
      expect(server.received).toHaveLength(cut === 'after-storing' ? 1 : 0);
      expect(await deliver(restarted, 'a@example.com', {}, true)).toMatchObject({ state: 'sent' });
      expect(await deliver(restarted, 'a@example.com', {}, true)).toMatchObject({ state: 'sent' });
      expect(server.received).toHaveLength(cut === 'after-storing' ? 2 : 1);
    },
  );
});

describe('the ledger', () => {
  it('knows after a crash what was sent, refused, uncertain or never begun', async () => {
    const { server, mail } = await start();
    server.faults.set('cut@example.com', { at: 'message', cut: 'after-storing' });
    server.faults.set('refused@example.com', { at: 'message', reply: '554 5.7.1 Spam' });
    server.faults.set('unknown@example.com', { at: 'recipient', reply: '550 5.1.1 No' });
    const all = ['sent@example.com', 'cut@example.com', 'refused@example.com', 'unknown@example.com'];
    for (const to of all) await deliver(mail, to);
    const restarted = await mail.restart();
    cleanup.push(() => restarted.close());
    const messageIds = [...all, 'never@example.com'].map((to) => testMessage(to).message.messageId);
    const answer = await restarted.handlers['mail.ledger']({ messageIds });
    const outcomes = answer.ok ? answer.value.outcomes : {};
    expect(messageIds.map((messageId) => outcomes[messageId]?.state ?? 'absent')).toEqual([
      'sent',
      'uncertain',
      'failed',
      'absent',
      'absent',
    ]);
    expect(await deliver(restarted, 'sent@example.com')).toMatchObject({ state: 'sent' });
    expect(server.received.filter(({ envelope }) => envelope.to[0] === 'sent@example.com')).toHaveLength(1);
  });
});

describe('the account', () => {
  it('is signed in to and not used by the test button', async () => {
    const { server, mail } = await start();
    const answer = await mail.handlers['mail.test-account']({
      account: testAccount(server),
      password: server.password,
      clientSecret: null,
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { greeting: expect.stringContaining('Nice to meet you') as string },
    });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['a wrong password', {}, 'wrong', 'mail/login-refused'],
    ['a certificate of an unknown authority', { authority: '' }, null, 'mail/not-secure'],
    ['TLS where the server begins in clear', { security: 'tls' }, null, 'mail/not-secure'],
    ['a port where nobody listens', { port: 1 }, null, 'mail/no-connection'],
    ['a sender that is no address', { fromAddress: 'eva' }, null, 'mail/invalid-address'],
    ['a server whose name is none', { host: 'no such host' }, null, 'host/invalid-input'],
  ] as const)('tested with %s says so', async (_, change, password, code) => {
    const { server, mail } = await start();
    const account = testAccount(server, change);
    const answer = await mail.handlers['mail.test-account']({
      account,
      password: password ?? server.password,
      clientSecret: null,
    });
    expect(answer).toMatchObject({ ok: false, code });
  });

  it('is not tested while no network is up', async () => {
    const { server, mail } = await start();
    mail.network.up = false;
    const account = testAccount(server);
    expect(await mail.handlers['mail.test-account']({ account, password: 'x', clientSecret: null })).toMatchObject({
      ok: false,
      code: 'mail/no-connection',
    });
    expect(server.connections).toBe(0);
  });

  it('keeps its password from the screen and, when that is not typed again, from any other server', async () => {
    const { server, mail } = await start();
    const { handlers } = mail;
    const account = testAccount(server);
    expect(await handlers['mail.account'](null)).toEqual({
      ok: true,
      value: { account, hasPassword: true, hasClientSecret: false, signedIn: null },
    });
    expect(await handlers['mail.test-account']({ account, password: null, clientSecret: null })).toMatchObject({
      ok: true,
    });
    const elsewhere = { ...account, host: '127.0.0.1' };
    expect(
      await handlers['mail.test-account']({ account: elsewhere, password: null, clientSecret: null }),
    ).toMatchObject({
      code: 'mail/login-refused',
    });
    await handlers['mail.save-account']({ account: elsewhere, password: null, clientSecret: null });
    expect(await handlers['mail.account'](null)).toMatchObject({ value: { hasPassword: false } });
  });

  it('lies sealed on the disk, and so does the ledger', async () => {
    const { server, mail } = await start();
    server.faults.set('asa@example.com', { at: 'message', reply: '554 asa@example.com is not wanted' });
    await deliver(mail, 'asa@example.com');
    const folder = join(mail.dataFolder, 'mail');
    const files = await readdir(folder);
    expect(files.sort()).toEqual(['account', 'ledger']);
    for (const name of files) {
      const bytes = await readFile(join(folder, name));
      for (const word of [server.password, 'fair@example.com', 'asa@example', 'eva@example', 'example']) {
        expect(bytes.includes(word)).toBe(false);
      }
    }
  });
});
