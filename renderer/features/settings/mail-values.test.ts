import { describe, expect, it } from 'vitest';
import { checkMailAccount, mailAccountOf, NEW_MAIL_ACCOUNT, portFor } from './mail-values.js';

const account = { ...NEW_MAIL_ACCOUNT, host: ' smtp.example.com ', fromAddress: 'jobs@example.com' };

describe('the mail account form', () => {
  it('asks for a server, a port and a valid sender (R18)', () => {
    expect(checkMailAccount(account)).toEqual({});
    expect(Object.keys(checkMailAccount({ ...NEW_MAIL_ACCOUNT, port: '' })).sort()).toEqual([
      'fromAddress',
      'host',
      'port',
    ]);
    for (const port of [0, 65_536, 1.5, 'x']) expect(checkMailAccount({ ...account, port })).toHaveProperty('port');
  });

  it('keeps the stored password when none is typed', () => {
    expect(mailAccountOf(account)).toMatchObject({ account: { host: 'smtp.example.com', port: 587 }, password: null });
    expect(mailAccountOf(account).account).not.toHaveProperty('password');
    expect(mailAccountOf({ ...account, password: 'secret' }).password).toBe('secret');
  });

  it('changes the usual port with the encryption, and leaves a port of one’s own', () => {
    expect(portFor('tls', 587)).toBe(465);
    expect(portFor('starttls', '465')).toBe(587);
    expect(portFor('tls', '')).toBe(465);
    expect(portFor('tls', 2525)).toBe(2525);
  });
});
