import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Disk } from '../disk/disk.js';
import { nodeDisk } from '../disk/node-disk.js';
import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import {
  certificateFor,
  POINTS,
  startFaultServer,
  type FaultServer,
  type FaultServerOptions,
  type Point,
} from './testing/fault-server.js';
import { SMTP_TIMEOUTS } from './smtp-session.js';
import { createMailFixture, testAccount, testMessage, type MailFixture } from './testing/mail-fixture.js';

const TO = 'asa@example.com';
const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

interface Started {
  readonly server: FaultServer;
  readonly mail: MailFixture;
}

/** As patient as the program is, unless told otherwise: a busy machine must not look like a silent server. */
async function start(options: FaultServerOptions = {}, timeouts = SMTP_TIMEOUTS): Promise<Started> {
  const server = await startFaultServer(options);
  const mail = await createMailFixture({ timeouts });
  cleanup.push(
    () => server.stop(),
    () => mail.close(),
  );
  await mail.handlers['mail.save-account']({
    account: testAccount(server),
    password: server.password,
    clientSecret: null,
  });
  return { server, mail };
}

async function deliver(mail: MailFixture): Promise<DeliveryOutcome> {
  const answer = await mail.handlers['mail.deliver']({ ...testMessage(TO), again: false });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

/** From here on the message was handed over: without an answer nobody knows. */
const AFTER_DATA: readonly Point[] = ['body', 'stored'];
/** For silence before DATA, where it is all the same at which step the time was over. */
const IMPATIENT = { ...SMTP_TIMEOUTS, connect: 300, envelope: 300 };

/** Lets the time of waiting pass once the server has fallen silent, and not a moment before. */
async function deliverIntoSilence({ server, mail }: Started): Promise<DeliveryOutcome> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const silent = server.silent();
    const outcome = deliver(mail);
    await silent;
    await vi.advanceTimersByTimeAsync(SMTP_TIMEOUTS.envelope + SMTP_TIMEOUTS.message);
    return await outcome;
  } finally {
    vi.useRealTimers();
  }
}

describe('a line that is cut or falls silent', () => {
  const cases = POINTS.flatMap((at) =>
    (['cut', 'silent'] as const).flatMap((what) => [false, true].map((pipelining) => ({ at, what, pipelining }))),
  );

  it.each(cases)('%o makes one mail or an uncertain one, never two, never none', async ({ at, what, pipelining }) => {
    const silentBefore = what === 'silent' && !AFTER_DATA.includes(at);
    const started = await start({ pipelining }, silentBefore ? IMPATIENT : SMTP_TIMEOUTS);
    const { server, mail } = started;
    server.trouble = { at, what };
    const first = what === 'cut' || silentBefore ? await deliver(mail) : await deliverIntoSilence(started);
    if (AFTER_DATA.includes(at)) expect(first.state).toBe('uncertain');
    else expect(first).toMatchObject({ state: 'deferred', scope: 'account' });
    server.trouble = null;
    const restarted = await createMailFixture({}, mail.dataFolder);
    cleanup.push(() => restarted.close());
    const second = await deliver(restarted);
    if (AFTER_DATA.includes(at)) {
      expect(second.state).toBe('uncertain');
      expect(server.stored).toEqual(at === 'stored' ? [TO] : []);
    } else {
      expect(second.state).toBe('sent');
      expect(server.stored).toEqual([TO]);
    }
  });
});

describe('an answer', () => {
  it.each([
    ['connect', '421 4.3.2 Too busy', { state: 'deferred', scope: 'account', reason: 'mail/server-busy' }],
    ['connect', '554 5.7.1 Go away', { state: 'deferred', scope: 'account', reason: 'mail/server-refused' }],
    ['secure-hello', '421 Closing', { state: 'deferred', scope: 'account', reason: 'mail/server-busy' }],
    ['auth', '535 5.7.8 Wrong', { state: 'paused', reason: 'mail/login-refused' }],
    ['auth', '454 4.7.0 Try later', { state: 'deferred', scope: 'account', reason: 'mail/server-busy' }],
    ['mail-from', '530 5.7.0 Sign in first', { state: 'paused', reason: 'mail/login-refused' }],
    ['mail-from', '550 5.7.1 Not your address', { state: 'paused', reason: 'mail/sender-refused' }],
    ['mail-from', '553 No', { state: 'paused', reason: 'mail/sender-refused' }],
    ['mail-from', '451 4.3.0 Later', { state: 'deferred', scope: 'message', reason: 'mail/try-later' }],
    ['data', '451 4.3.0 Later', { state: 'deferred', scope: 'message', reason: 'mail/try-later' }],
    ['data', '554 5.5.1 No', { state: 'failed', reason: 'mail/message-refused' }],
    ['body', '421 4.3.2 Shutting down', { state: 'deferred', scope: 'account', reason: 'mail/server-busy' }],
    ['body', '550 5.1.1 No such user', { state: 'failed', reason: 'mail/mailbox-unknown' }],
  ] as const)('at %s of "%s" is understood, and nothing is kept', async (at, reply, expected) => {
    const { server, mail } = await start();
    server.trouble = { at, what: { reply } };
    expect(await deliver(mail)).toMatchObject({ ...expected, reply });
    expect(server.stored).toEqual([]);
    server.trouble = null;
    expect(await deliver(mail)).toMatchObject({ state: 'sent' });
    expect(server.stored).toEqual([TO]);
  });

  it('that comes byte by byte is the same answer', async () => {
    const { server, mail } = await start({ bytewise: true });
    expect(await deliver(mail)).toEqual({ state: 'sent', reply: '250 2.0.0 Queued' });
    server.trouble = { at: 'recipient', what: { reply: '550-5.1.1 No\r\n550 5.1.1 such user' } };
    const other = await mail.handlers['mail.deliver']({ ...testMessage('b@example.com'), again: false });
    expect(other).toMatchObject({ value: { state: 'failed', reason: 'mail/mailbox-unknown' } });
  });
});

describe('a line that is not secure', () => {
  const yesterday = new Date(Date.now() - 86_400_000);

  it.each([
    ['STARTTLS taken out of the answer', { stripped: true }],
    ['a certificate of another name', { certificate: certificateFor(['other.example']) }],
    ['a certificate that ended yesterday', { certificate: certificateFor(['localhost'], yesterday) }],
  ] as const)('because of %s hears neither user nor password nor mail', async (_, options) => {
    const { server, mail } = await start(options);
    expect(await deliver(mail)).toMatchObject({ state: 'deferred', scope: 'account', reason: 'mail/not-secure' });
    const account = testAccount(server);
    expect(await mail.handlers['mail.test-account']({ account, password: 'secret', clientSecret: null })).toMatchObject(
      {
        code: 'mail/not-secure',
      },
    );
    const verbs = server.said.map(({ verb }) => verb);
    expect(verbs.filter((verb) => !['EHLO', 'STARTTLS'].includes(verb))).toEqual([]);
    expect(server.stored).toEqual([]);
  });

  it('never hears more than a greeting before TLS', async () => {
    const { server, mail } = await start();
    await deliver(mail);
    expect(server.said.filter(({ secure }) => !secure).map(({ verb }) => verb)).toEqual(['EHLO', 'STARTTLS']);
    expect(server.said.filter(({ secure }) => secure).map(({ verb }) => verb)).toEqual([
      'EHLO',
      'AUTH',
      'MAIL',
      'RCPT',
      'DATA',
    ]);
  });
});

describe('a full disk', () => {
  it('stops a mail before its first byte', async () => {
    const server = await startFaultServer();
    const mail = await createMailFixture();
    cleanup.push(
      () => server.stop(),
      () => mail.close(),
    );
    await mail.handlers['mail.save-account']({
      account: testAccount(server),
      password: server.password,
      clientSecret: null,
    });
    const broken = await createMailFixture({ disk: fullDisk() }, mail.dataFolder);
    cleanup.push(() => broken.close());
    const answer = await broken.handlers['mail.deliver']({ ...testMessage(TO), again: false });
    expect(answer).toMatchObject({ ok: false, code: 'journal/disk-full' });
    expect(server.stored).toEqual([]);
    expect(await deliver(await mail.restart())).toMatchObject({ state: 'sent' });
    expect(server.stored).toEqual([TO]);
  });
});

function fullDisk(): Disk {
  return {
    ...nodeDisk,
    open: async (path) => {
      const file = await nodeDisk.open(path);
      const write = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
      const datasync = file.datasync.bind(file);
      return { write, datasync, truncate: file.truncate.bind(file), close: file.close.bind(file) };
    },
  };
}
