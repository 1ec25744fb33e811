import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/records/message.js';
import { createMailFixture, testAccount, testMessage, type MailFixture } from './testing/mail-fixture.js';
import { startSmtpServer } from './testing/smtp-server.js';

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0).reverse()) await undo();
});

const TAGGED = {
  purpose: 'credentials',
  text: 'Password: {password}\nhttps://my-page.invalid/',
  html: '<p>Password: <b>{password}</b> <a href="https://my-page.invalid/">https://my-page.invalid/</a></p>',
} as const satisfies Partial<Message>;
const PAGE = 'http://127.0.0.1:8520/my/1';

/** A laptop whose server makes a password each time that it is asked, and says which. */
async function start(makes = true) {
  const server = await startSmtpServer();
  const made: string[] = [];
  const login = (id: string) => {
    made.push(`secret-${id.slice(-4)}-${made.length.toString()}`);
    return Promise.resolve(makes ? { password: made.at(-1) ?? '', page: PAGE } : null);
  };
  const mail = await createMailFixture({ login });
  cleanup.push(
    () => server.stop(),
    () => mail.close(),
  );
  const saved = { account: testAccount(server), password: server.password, clientSecret: null };
  expect(await mail.handlers['mail.save-account'](saved)).toMatchObject({ ok: true });
  return { server, mail, made };
}

async function deliver(mail: MailFixture, again = false) {
  const answer = await mail.handlers['mail.deliver']({ ...testMessage('asa@example.com', TAGGED), again });
  return answer.ok ? answer.value : answer;
}

describe('C17: a mail with user name and password', () => {
  it('gets its password when it is handed over, and leaves none on the disk', async () => {
    const { server, mail, made } = await start();
    expect(await deliver(mail)).toMatchObject({ state: 'sent' });
    expect(made).toHaveLength(1);
    const [received] = server.received;
    expect(received?.mail.text).toContain(`Password: ${made[0] ?? ''}`);
    expect(received?.mail.html).toContain(`<b>${made[0] ?? ''}</b>`);
    expect(received?.mail.html).toContain(`href="${PAGE}"`);
    expect(`${received?.mail.text ?? ''}${received?.mail.html ?? ''}`).not.toMatch(/\{password\}|\.invalid/);
    for (const name of await readdir(mail.dataFolder, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(await readFile(join(name.parentPath, name.name), 'latin1')).not.toContain('secret-');
    }
    expect(await deliver(mail)).toMatchObject({ state: 'sent' });
    expect([made.length, server.received.length]).toEqual([1, 1]);
  });

  it('waits where no password can be made', async () => {
    const { server, mail } = await start(false);
    expect(await deliver(mail)).toMatchObject({ state: 'deferred', scope: 'message', reason: 'mail/needs-server' });
    expect(server.received).toEqual([]);
  });

  it('asks for none before the mail server is ready: the one before would be void for nothing', async () => {
    const { server, mail, made } = await start();
    await server.stop();
    expect(await deliver(mail)).toMatchObject({ state: 'deferred', scope: 'account' });
    expect(made).toEqual([]);
  });

  it('gets another one when the mail server refused the first', async () => {
    const { server, mail, made } = await start();
    server.faults.set('asa@example.com', { at: 'message', reply: '451 4.3.0 try later' });
    expect(await deliver(mail)).toMatchObject({ state: 'deferred' });
    server.faults.clear();
    expect(await deliver(mail)).toMatchObject({ state: 'sent' });
    expect(made).toHaveLength(2);
    expect(server.received.at(-1)?.mail.text).toContain(made[1]);
  });

  it('is never sent a second time where the first may have arrived, whoever asks for it', async () => {
    const { server, mail, made } = await start();
    server.faults.set('asa@example.com', { at: 'message', cut: 'after-storing' });
    expect(await deliver(mail)).toMatchObject({ state: 'uncertain' });
    server.faults.clear();
    expect(await deliver(mail, true)).toMatchObject({ state: 'uncertain' });
    expect([made.length, server.received.length]).toEqual([1, 1]);
  });
});
