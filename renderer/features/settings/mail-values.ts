import { isEmailAddress } from '../../../shared/domain/email-address.js';
import { MAIL_SERVERS, type TokenIssuer } from '../../../shared/domain/mail-servers.js';
import type { InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { Problems } from '../../ui/use-checked-form.js';

export type MailWay = 'password' | TokenIssuer;

/** As they call themselves, in every language. */
export const ISSUER_NAMES = { microsoft: 'Microsoft 365', google: 'Google' } as const satisfies Record<
  TokenIssuer,
  string
>;

/** The account as it is typed: the port may be text, password and client secret empty to keep the stored ones. */
export type MailValues = Omit<MailAccount, 'port' | 'signIn'> & {
  readonly port: number | string;
  readonly password: string;
  readonly way: MailWay;
  readonly microsoftId: string;
  readonly tenant: string;
  readonly googleId: string;
  readonly clientSecret: string;
};

export const DEFAULT_PORTS = { starttls: 587, tls: 465 } as const satisfies Record<MailAccount['security'], number>;

export const NEW_MAIL_ACCOUNT: MailValues = {
  host: '',
  port: DEFAULT_PORTS.starttls,
  security: 'starttls',
  user: '',
  password: '',
  fromName: '',
  fromAddress: '',
  authority: '',
  way: 'password',
  microsoftId: '',
  tenant: '',
  googleId: '',
  clientSecret: '',
};

/** The form of an account: where it signs in with tokens, the server is nothing to be typed. */
export function mailValuesOf(account: MailAccount | null): MailValues {
  if (account === null) return NEW_MAIL_ACCOUNT;
  const { signIn, ...rest } = account;
  const { fromName, fromAddress } = rest;
  switch (signIn.with) {
    case 'password':
      return { ...NEW_MAIL_ACCOUNT, ...rest };
    case 'microsoft': {
      const { clientId, tenant } = signIn;
      return { ...NEW_MAIL_ACCOUNT, fromName, fromAddress, way: 'microsoft', microsoftId: clientId, tenant };
    }
    case 'google':
      return { ...NEW_MAIL_ACCOUNT, fromName, fromAddress, way: 'google', googleId: signIn.clientId };
  }
}

/** What keeps the account from being tested or saved, by field. */
export function checkMailAccount(values: MailValues): Problems {
  const { host, port, fromAddress, way, microsoftId, googleId, tenant } = values;
  const sender = fromAddress.trim();
  if (way !== 'password') {
    const fitsTenant = /^[A-Za-z0-9.-]{0,100}$/.test(tenant.trim());
    return {
      ...(way === 'microsoft' && microsoftId.trim() === '' ? { microsoftId: 'common.required' } : {}),
      ...(way === 'microsoft' && !fitsTenant ? { tenant: 'settings.mailTenantWrong' } : {}),
      ...(way === 'google' && googleId.trim() === '' ? { googleId: 'common.required' } : {}),
      // Empty is the address that the person signs in with.
      ...(sender === '' || isEmailAddress(sender) ? {} : { fromAddress: 'common.invalidEmail' }),
    };
  }
  const number = port === '' ? Number.NaN : Number(port);
  const portFits = Number.isInteger(number) && number >= 1 && number <= 65_535;
  return {
    ...(host.trim() === '' ? { host: 'common.required' } : {}),
    ...(portFits ? {} : { port: 'settings.mailPortRange' }),
    ...(isEmailAddress(sender) ? {} : { fromAddress: 'common.invalidEmail' }),
  };
}

/**
 * For the host: the account, and its secrets or null to keep the stored ones.
 *
 * @param signedInAs the sender where none is typed; empty before anybody signed in
 */
export function mailAccountOf(values: MailValues, signedInAs = ''): InputOf<'mail.save-account'> {
  const { way, fromName, fromAddress, clientSecret } = values;
  const sender = { fromName: fromName.trim(), fromAddress: fromAddress.trim() };
  if (way !== 'password') {
    const from = { ...sender, fromAddress: sender.fromAddress || signedInAs };
    return {
      account: { ...MAIL_SERVERS[way], ...from, user: '', authority: '', signIn: appOf(way, values) },
      password: null,
      clientSecret: clientSecret.trim() === '' ? null : clientSecret.trim(),
    };
  }
  const { host, port, security, user, authority, password } = values;
  return {
    account: {
      ...sender,
      host: host.trim(),
      port: Number(port),
      security,
      user: user.trim(),
      authority,
      signIn: { with: 'password' },
    },
    password: password === '' ? null : password,
    clientSecret: null,
  };
}

/** Whose tokens count for what is typed: null where nobody signed in to exactly this app. */
export function signedInTo(
  values: MailValues,
  { account, signedIn }: OutputOf<'mail.account'>,
): OutputOf<'mail.account'>['signedIn'] {
  if (account === null || values.way === 'password') return null;
  return JSON.stringify(account.signIn) === JSON.stringify(appOf(values.way, values)) ? signedIn : null;
}

function appOf(way: TokenIssuer, { microsoftId, googleId, tenant }: MailValues): MailAccount['signIn'] {
  return way === 'microsoft'
    ? { with: way, clientId: microsoftId.trim(), tenant: tenant.trim() }
    : { with: way, clientId: googleId.trim() };
}

/** The port that goes with another encryption, unless the person typed one of their own. */
export function portFor(security: MailAccount['security'], port: number | string): number | string {
  const usual: readonly (number | string)[] = Object.values(DEFAULT_PORTS);
  return port === '' || usual.includes(Number(port)) ? DEFAULT_PORTS[security] : port;
}
