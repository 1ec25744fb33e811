import type { StoredAccount } from './account-store.js';
import type { AccessTokens } from './oauth/access-tokens.js';
import type { OAuthTrouble } from './oauth/oauth-trouble.js';
import type { SmtpFailure } from './smtp-failure.js';
import { SmtpSession, type SmtpTimeouts } from './smtp-session.js';

/** There is no token, or the mail server takes none: nothing was said of a mail. */
export interface TokenFailure {
  readonly kind: 'token';
  readonly code: OAuthTrouble;
  /** What the mail server or, in one word, the authorisation server said. */
  readonly reply: string;
}

export type OpenedSession =
  | { readonly ok: true; readonly session: SmtpSession }
  | { readonly ok: false; readonly failure: SmtpFailure | TokenFailure };

/**
 * Connects and signs in, with the password or with an access token. A token that the mail server refuses before its time
 * is exchanged once; one that was just given and is refused means that a person must sign in again.
 */
export async function openSession(
  { account, password }: StoredAccount,
  tokens: Pick<AccessTokens, 'get'>,
  timeouts: SmtpTimeouts,
): Promise<OpenedSession> {
  if (account.signIn.with === 'password') return await SmtpSession.open(account, { password }, timeouts);
  let refused: string | null = null;
  for (;;) {
    const token = await tokens.get(refused);
    if (!token.ok) return { ok: false, failure: { kind: 'token', code: token.code, reply: token.detail ?? '' } };
    const opened = await SmtpSession.open(account, { accessToken: token.value }, timeouts);
    if (opened.ok || !isRefusedLogin(opened.failure)) return opened;
    if (refused !== null) {
      return { ok: false, failure: { kind: 'token', code: 'mail/sign-in-again', reply: opened.failure.reply } };
    }
    refused = token.value;
  }
}

/** RFC 4954 6: the server said no for good. */
export function isRefusedLogin({ stage, kind, code }: SmtpFailure): boolean {
  return kind === 'reply' && code >= 500 && (stage === 'login' || code === 530 || code === 535);
}
