import { afterEach, describe, expect, it } from 'vitest';
import { keepCertificateChecks } from './keep-certificate-checks.js';
import { createMailFixture, testAccount } from './mail/testing/mail-fixture.js';
import { startSmtpServer } from './mail/testing/smtp-server.js';

const NAME = 'NODE_TLS_REJECT_UNAUTHORIZED';

afterEach(() => {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
});

describe('an environment that tells Node to accept any certificate', () => {
  it('is not heard: the mail server of an unknown authority gets no password', async () => {
    const server = await startSmtpServer();
    const mail = await createMailFixture();
    const test = async () =>
      await mail.handlers['mail.test-account']({
        account: testAccount(server, { authority: '' }),
        password: server.password,
        clientSecret: null,
      });
    process.env[NAME] = '0';
    expect(await test()).toMatchObject({ ok: true }); // what would be
    keepCertificateChecks(process.env);
    expect(await test()).toMatchObject({ ok: false, code: 'mail/not-secure' });
    await mail.close();
    await server.stop();
  });

  it('keeps everything else', () => {
    const environment = { [NAME]: '0', PATH: '/bin' };
    keepCertificateChecks(environment);
    expect(environment).toEqual({ PATH: '/bin' });
  });
});
