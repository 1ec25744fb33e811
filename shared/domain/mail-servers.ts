/** Who gives tokens instead of a password. */
export type TokenIssuer = 'microsoft' | 'google';

/** Where their mail leaves: not a thing to be typed, because a token goes to no other server. */
export const MAIL_SERVERS = {
  microsoft: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  google: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
} as const satisfies Record<TokenIssuer, { host: string; port: number; security: 'tls' | 'starttls' }>;

/** What an app registration must name as the address to come back to; any port counts as the same (RFC 8252 7.3). */
export const SIGN_IN_PATH = '/mail-sign-in';
export const REGISTERED_REDIRECT = `http://127.0.0.1${SIGN_IN_PATH}`;
