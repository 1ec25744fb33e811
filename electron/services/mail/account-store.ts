import { join } from 'node:path';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { MailAccount } from '../../../shared/host/mail-account.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import { asciiAddress } from './compose-mime.js';

/** What an authorisation server gave. None of it ever leaves the host but to the servers it is for. */
const Tokens = z.object({
  /** Who gave them: the refresh token goes back there and nowhere else. */
  issuer: z.string(),
  /** Null once the consent has ended. */
  refreshToken: z.string().nullable(),
  accessToken: z.string(),
  /** UTC milliseconds of this laptop's clock. */
  obtainedAt: z.int(),
  expiresAt: z.int(),
  /** The mailbox's address. */
  signedInAs: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;

/** Before there was another way than a password. */
const First = z.object({ v: z.literal(1), account: MailAccount.omit({ signIn: true }), password: z.string() });
const Second = z.object({
  v: z.literal(2),
  account: MailAccount,
  password: z.string(),
  clientSecret: z.string(),
  tokens: Tokens.nullable(),
});
const Stored = z.discriminatedUnion('v', [First, Second]);

/** An account with its secrets, which never leave the host but to the servers they are for. */
export interface StoredAccount {
  readonly account: MailAccount;
  /** Empty when none is stored. */
  readonly password: string;
  /** Google's desktop apps have one; empty when none is stored. */
  readonly clientSecret: string;
  /** Null where nobody has signed in. */
  readonly tokens: Tokens | null;
}

export interface AccountStoreOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  readonly open: (bytes: Uint8Array) => Uint8Array;
}

/** The mail account of this laptop in one sealed file. */
export class AccountStore {
  readonly #options: AccountStoreOptions;
  readonly #path: string;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: AccountStoreOptions) {
    this.#options = options;
    this.#path = join(options.folder, 'account');
  }

  /** Null before the first one is saved. Throws when there is one that cannot be opened: damaged is not empty. */
  async read(): Promise<StoredAccount | null> {
    const sealed = await this.#options.disk.read(this.#path);
    if (sealed === null) return null;
    const stored = Stored.parse(JSON.parse(Buffer.from(this.#options.open(sealed)).toString()));
    if (stored.v === 2) return stored;
    const { account, password } = stored;
    return { account: { ...account, signIn: { with: 'password' } }, password, clientSecret: '', tokens: null };
  }

  /**
   * Writes what `change` makes of what is stored, one change after the other: a token that is renewed while the sender's
   * name is saved must not undo it. Null leaves everything as it is.
   */
  async change(change: (stored: StoredAccount | null) => StoredAccount | null): Promise<void> {
    const mine = this.#queue.then(async () => {
      const next = change(await this.read());
      if (next !== null) await this.#write(next);
    });
    this.#queue = mine.catch(() => undefined);
    await mine;
  }

  async #write({ account, password, clientSecret, tokens }: StoredAccount): Promise<void> {
    const stored: z.infer<typeof Second> = { v: 2, account, password, clientSecret, tokens };
    await writeWholeFile(this.#options.disk, this.#path, this.#options.seal(Buffer.from(JSON.stringify(stored))));
  }
}

/** Secrets as typed; null for what is stored. */
export interface TypedSecrets {
  readonly password: string | null;
  readonly clientSecret: string | null;
}

/**
 * The account as given, with secrets as given or, where they are null, the stored ones: but a password only for the server
 * and the user it was typed for, a client secret only for its app, tokens only for the app and directory they were given
 * to. Whoever got hold of the screen must not have them sent to a server of his own.
 */
export function withStoredSecrets(
  account: MailAccount,
  typed: TypedSecrets,
  stored: StoredAccount | null,
): StoredAccount {
  const { signIn } = account;
  const sameApp = stored !== null && signIn.with !== 'password' && isSameApp(stored.account, account);
  const samePassword = stored !== null && signIn.with === 'password' && isSameServer(stored.account, account);
  const tokens = sameApp ? stored.tokens : null;
  return {
    account: signIn.with === 'password' ? account : { ...account, user: tokens?.signedInAs ?? '' },
    password: signIn.with === 'password' ? (typed.password ?? (samePassword ? stored.password : '')) : '',
    clientSecret: signIn.with === 'google' ? (typed.clientSecret ?? (sameApp ? stored.clientSecret : '')) : '',
    tokens,
  };
}

/** The account in the form in which it is kept and used: names of hosts in ASCII, nothing around them. */
export function normaliseAccount(
  account: MailAccount,
): Result<MailAccount, 'mail/invalid-address' | 'host/invalid-input'> {
  const fromAddress = asciiAddress(account.fromAddress.trim());
  if (fromAddress === null) return failure('mail/invalid-address');
  const typed = account.host.trim();
  const host = isIP(typed) === 0 ? domainToASCII(typed) : typed;
  if (host === '') return failure('host/invalid-input', 'host');
  return success({ ...account, host, fromAddress, user: account.user.trim(), authority: account.authority.trim() });
}

function isSameServer(stored: MailAccount, account: MailAccount): boolean {
  return (
    stored.signIn.with === 'password' &&
    stored.host === account.host &&
    stored.user === account.user &&
    stored.authority === account.authority
  );
}

function isSameApp({ signIn: stored }: MailAccount, { signIn }: MailAccount): boolean {
  if (stored.with === 'password' || signIn.with === 'password') return false;
  if (stored.with !== signIn.with || stored.clientId !== signIn.clientId) return false;
  return stored.with !== 'microsoft' || signIn.with !== 'microsoft' || stored.tenant === signIn.tenant;
}
