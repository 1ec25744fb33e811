import type { ParsedInputOf } from '../../../shared/host/contract.js';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { Handlers } from '../../../shared/host/dispatch.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import type { Network } from '../ports.js';
import { normaliseAccount, withStoredSecrets, type AccountStore } from './account-store.js';
import type { Delivery } from './delivery.js';
import type { AccessTokens } from './oauth/access-tokens.js';
import type { OAuthFetch } from './oauth/authorisation-server.js';
import type { MailProviders } from './oauth/mail-providers.js';
import { revoke } from './oauth/revoke.js';
import type { SignIn } from './oauth/sign-in.js';
import { openSession, type TokenFailure } from './open-session.js';
import type { SmtpFailure } from './smtp-failure.js';
import type { SmtpTimeouts } from './smtp-session.js';

export type AccountChannel =
  'mail.account' | 'mail.save-account' | 'mail.test-account' | 'mail.sign-in' | 'mail.cancel-sign-in' | 'mail.sign-out';

export interface AccountParts {
  readonly accounts: AccountStore;
  readonly tokens: AccessTokens;
  readonly signIn: SignIn;
  readonly providers: MailProviders;
  readonly network: Network;
  readonly fetch: OAuthFetch;
  readonly timeouts: SmtpTimeouts;
  readonly delivery: Delivery;
}

/** What the screen may do with the mail account. Secrets come in and never go out. */
export function createAccountHandlers(parts: AccountParts): Pick<Handlers, AccountChannel> {
  const { accounts, delivery, providers, signIn } = parts;
  return {
    'mail.account': async () => {
      const stored = await accounts.read();
      const tokens = stored?.tokens ?? null;
      return success({
        account: stored?.account ?? null,
        hasPassword: (stored?.password ?? '') !== '',
        hasClientSecret: (stored?.clientSecret ?? '') !== '',
        signedIn: tokens === null ? null : { as: tokens.signedInAs, ended: tokens.refreshToken === null },
      });
    },
    'mail.save-account': async ({ account, ...typed }) => {
      const normal = normaliseAccount(atItsServer(account, providers));
      if (!normal.ok) return normal;
      await accounts.change((stored) => withStoredSecrets(normal.value, typed, stored));
      await delivery.disconnect();
      return success(null);
    },
    'mail.test-account': async (input) => await testAccount(parts, input),
    'mail.sign-in': async (input) => await signInAndSave(parts, input),
    'mail.cancel-sign-in': () => {
      signIn.cancel();
      return Promise.resolve(success(null));
    },
    'mail.sign-out': async () => {
      const before = await accounts.read();
      await accounts.change((stored) => stored && { ...stored, tokens: null });
      await delivery.disconnect();
      if (before !== null && parts.network.isUp()) await revoke(before, providers, parts.fetch);
      return success(null);
    },
  };
}

/** A token goes to one mail server, whatever the screen says. */
function atItsServer(account: MailAccount, providers: MailProviders): MailAccount {
  const { signIn } = account;
  return signIn.with === 'password' ? account : { ...account, ...providers[signIn.with].server };
}

/** Connects, secures, signs in and says goodbye; nothing is sent and nothing stored. */
async function testAccount(
  { accounts, tokens, providers, network, timeouts }: AccountParts,
  { account, ...typed }: ParsedInputOf<'mail.test-account'>,
): Promise<Result<{ greeting: string }, HostErrorCode>> {
  const normal = normaliseAccount(atItsServer(account, providers));
  if (!normal.ok) return normal;
  if (!network.isUp()) return failure('mail/no-connection');
  const complete = withStoredSecrets(normal.value, typed, await accounts.read());
  if (account.signIn.with !== 'password' && complete.tokens === null) return failure('mail/sign-in-again');
  const opened = await openSession(complete, tokens, timeouts);
  if (!opened.ok) return failureOfTest(opened.failure);
  opened.session.quit();
  return success({ greeting: opened.session.greeting });
}

function failureOfTest(failed: SmtpFailure | TokenFailure): Failure<HostErrorCode> {
  const { kind, reply } = failed;
  if (kind === 'token') return failure(failed.code, reply);
  if (kind === 'tls') return failure('mail/not-secure', reply);
  if (kind === 'line' || failed.code < 500) return failure('mail/no-connection', reply);
  return failure(failed.stage === 'login' ? 'mail/login-refused' : 'mail/no-connection', reply);
}

/** Whoever has signed in has the account saved: an account of that kind is nothing without it. */
async function signInAndSave(
  { accounts, signIn, providers, network, delivery }: AccountParts,
  { account: asked, clientSecret, language }: ParsedInputOf<'mail.sign-in'>,
): Promise<Result<{ account: MailAccount; as: string }, HostErrorCode>> {
  const before = await accounts.read();
  const account = asked ?? before?.account;
  if (account === undefined) return failure('mail/no-account');
  const chosen = account.signIn;
  if (chosen.with === 'password' || chosen.clientId.trim() === '') return failure('host/invalid-input', 'signIn');
  if (!network.isUp()) return failure('mail/sign-in-unreachable');
  const typed = { password: null, clientSecret };
  const secret = withStoredSecrets(account, typed, before).clientSecret;
  const mailbox = account.fromAddress.trim();
  const expected = asked === null ? (before?.tokens?.signedInAs ?? null) : null;
  const tokens = await signIn.start({ signIn: chosen, clientSecret: secret, language, mailbox, expected });
  if (!tokens.ok) return tokens;
  const as = tokens.value.signedInAs;
  const normal = normaliseAccount({
    ...atItsServer(account, providers),
    user: as,
    fromAddress: mailbox === '' ? as : mailbox,
  });
  if (!normal.ok) return normal;
  await accounts.change(() => ({
    account: normal.value,
    password: '',
    clientSecret: secret,
    tokens: tokens.value,
  }));
  await delivery.disconnect();
  return success({ account: normal.value, as });
}
