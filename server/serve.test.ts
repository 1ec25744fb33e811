import { describe, expect, it } from 'vitest';
import { readConfiguration, type Configuration } from './configuration.js';
import { openPglite } from './database/pglite-database.js';
import { serve } from './serve.js';

function configuration(environment: Readonly<Record<string, string>>): Configuration {
  const read = readConfiguration({ FAIRDESK_LOG_LEVEL: 'silent', ...environment });
  if (!read.ok) throw new Error(read.detail);
  return read.value;
}

describe('the environment', () => {
  it.each([
    ['FAIRDESK_SERVER_PORT', 'abc'],
    ['FAIRDESK_SERVER_PORT', '99999'],
    ['FAIRDESK_LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://secret@127.0.0.1/fairdesk'],
    ['FAIRDESK_MAIL_SERVER', 'http://mail.example.com'],
    ['FAIRDESK_MAIL_AUTHORITY', '/etc/ssl/ca.pem'],
    ['FAIRDESK_SMS_ACCOUNT', '{"provider":"http","url":"http://sms.example.com"}'],
  ])('with %s %s is refused by its name, without its value', (variable, value) => {
    const read = readConfiguration({ [variable]: value });
    expect(read).toMatchObject({ ok: false, detail: expect.stringContaining(`${variable}: it `) as string });
    expect(JSON.stringify(read)).not.toContain(value);
  });
});

describe('through whom the server sends', () => {
  it('is nobody unless the environment says so', () => {
    expect(configuration({}).sending).toEqual({ mail: null, sms: null });
  });

  it('is a mail server, always over a secure line, and a gateway', () => {
    const account = { provider: '46elks', sender: 'Fjordkraft', user: 'u1', authority: '' };
    const { mail, sms } = configuration({
      FAIRDESK_MAIL_SERVER: 'smtp://mail.example.com',
      FAIRDESK_MAIL_USER: 'fair',
      FAIRDESK_MAIL_PASSWORD: 'secret',
      FAIRDESK_SMS_ACCOUNT: JSON.stringify(account),
      FAIRDESK_SMS_SECRET: 'key',
    }).sending;
    expect(mail).toMatchObject({ password: 'secret', account: { port: 587, security: 'starttls', user: 'fair' } });
    expect(sms).toEqual({ account, secret: 'key' });
    const direct = configuration({ FAIRDESK_MAIL_SERVER: 'smtps://mail.example.com:4650' }).sending.mail;
    expect(direct?.account).toMatchObject({ host: 'mail.example.com', port: 4650, security: 'tls' });
    // The scheme's own port is 465.
    expect(configuration({ FAIRDESK_MAIL_SERVER: 'smtps://mail.example.com' }).sending.mail?.account.port).toBe(465);
  });
});

describe('a node', () => {
  it('says that its port is taken, or its address not of here', async () => {
    const database = await openPglite(null);
    const refused = async (port: string, host = '127.0.0.1') =>
      await serve(database, configuration({ FAIRDESK_SERVER_PORT: port, FAIRDESK_SERVER_HOST: host }), {
        onListening: () => undefined,
        stopped: Promise.resolve(),
      });
    expect(await refused('0')).toEqual({ ok: true, value: null });
    let stop: (value: null) => void = () => undefined;
    const stopped = new Promise<null>((resolve) => (stop = resolve));
    const port = await new Promise<string>((onListening) => {
      const there = { onListening: (address: string) => onListening(new URL(address).port), stopped };
      void serve(database, configuration({ FAIRDESK_SERVER_PORT: '0' }), there);
    });
    expect(await refused(port)).toMatchObject({ ok: false, code: 'listen/port-taken' });
    expect(await refused('0', '192.0.2.1')).toMatchObject({ ok: false, code: 'listen/impossible' });
    stop(null);
  });
});
