import { MAIL_SERVERS, type TokenIssuer } from '../../../../shared/domain/mail-servers.js';
import type { MailAccount, MailSignIn } from '../../../../shared/host/mail-account.js';

export type TokenSignIn = Exclude<MailSignIn, { with: 'password' }>;

/** An authorisation server, and the mail server that its tokens are for. */
export interface MailProvider {
  /** What its metadata are found by (OpenID Connect Discovery 4). */
  readonly authority: (signIn: TokenSignIn) => URL;
  readonly scope: string;
  /** What it wants to be asked beyond the standard. */
  readonly further: Readonly<Record<string, string>>;
  /** The only server that is ever given one of its tokens. */
  readonly server: Pick<MailAccount, 'host' | 'port' | 'security' | 'authority'>;
}

export type MailProviders = Readonly<Record<TokenIssuer, MailProvider>>;

/** For which directory when none is named: whoever signs in says. */
const ANY_DIRECTORY = 'common';

export const MAIL_PROVIDERS: MailProviders = {
  microsoft: {
    authority: (signIn) => new URL(`https://login.microsoftonline.com/${directoryOf(signIn)}/v2.0`),
    scope: 'https://outlook.office.com/SMTP.Send offline_access openid email',
    further: { prompt: 'select_account' },
    server: { ...MAIL_SERVERS.microsoft, authority: '' },
  },
  google: {
    authority: () => new URL('https://accounts.google.com'),
    scope: 'https://mail.google.com/ openid email',
    // Without these a second sign-in gives no refresh token, and everything would end after an hour.
    further: { access_type: 'offline', prompt: 'consent' },
    server: { ...MAIL_SERVERS.google, authority: '' },
  },
};

/** The directory whose people may sign in: an id, a domain, or `common`. */
export function directoryOf(signIn: TokenSignIn): string {
  return signIn.with === 'microsoft' && signIn.tenant !== '' ? signIn.tenant : ANY_DIRECTORY;
}
