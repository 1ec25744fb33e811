import { describe, expect, it } from 'vitest';
import { checkMailAccount, mailAccountOf, mailValuesOf, NEW_MAIL_ACCOUNT, portFor, signedInTo } from './mail-values.js';

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

  it('asks for an app registration instead of a server where somebody signs in, and for a sender only if it is another', () => {
    const microsoft = { ...NEW_MAIL_ACCOUNT, way: 'microsoft', microsoftId: ' app ', tenant: 'example.com' } as const;
    expect(checkMailAccount(microsoft)).toEqual({});
    expect(checkMailAccount({ ...microsoft, microsoftId: ' ', tenant: 'a/b', fromAddress: 'eva' })).toEqual({
      microsoftId: 'common.required',
      tenant: 'settings.mailTenantWrong',
      fromAddress: 'common.invalidEmail',
    });
    expect(Object.keys(checkMailAccount({ ...NEW_MAIL_ACCOUNT, way: 'google' }))).toEqual(['googleId']);
    expect(mailAccountOf(microsoft, 'eva@example.com')).toMatchObject({
      account: {
        host: 'smtp.office365.com',
        fromAddress: 'eva@example.com',
        signIn: { with: 'microsoft', clientId: 'app', tenant: 'example.com' },
      },
      password: null,
    });
  });

  it('shows an account as it was saved, and counts a sign-in only for exactly its app', () => {
    const google = { ...NEW_MAIL_ACCOUNT, way: 'google', googleId: 'app', clientSecret: 'hush' } as const;
    const { account: saved, clientSecret } = mailAccountOf(google, 'eva@example.com');
    expect(clientSecret).toBe('hush');
    const values = mailValuesOf(saved);
    expect(values).toEqual({ ...google, clientSecret: '', fromAddress: 'eva@example.com' });
    const signedIn = { as: 'eva@example.com', ended: false };
    const known = { account: saved, hasPassword: false, hasClientSecret: true, signedIn };
    expect(signedInTo(values, known)).toBe(signedIn);
    expect(signedInTo({ ...values, googleId: 'other' }, known)).toBeNull();
    expect(signedInTo({ ...values, way: 'microsoft', microsoftId: 'app' }, known)).toBeNull();
    expect(signedInTo({ ...values, way: 'password' }, known)).toBeNull();
  });
});
