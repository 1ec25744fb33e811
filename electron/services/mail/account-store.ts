import { join } from 'node:path';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { MailAccount } from '../../../shared/host/contract.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import { asciiAddress } from './compose-mime.js';

const Stored = z.object({ v: z.literal(1), account: MailAccount, password: z.string() });

export interface AccountWithPassword {
  readonly account: MailAccount;
  /** Empty when none is stored. Never leaves the host but to the mail server it was typed for. */
  readonly password: string;
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

  constructor(options: AccountStoreOptions) {
    this.#options = options;
    this.#path = join(options.folder, 'account');
  }

  /** Null before the first one is saved. Throws when there is one that cannot be opened: damaged is not empty. */
  async read(): Promise<AccountWithPassword | null> {
    const sealed = await this.#options.disk.read(this.#path);
    if (sealed === null) return null;
    const { account, password } = Stored.parse(JSON.parse(Buffer.from(this.#options.open(sealed)).toString()));
    return { account, password };
  }

  async write({ account, password }: AccountWithPassword): Promise<void> {
    const plain = Buffer.from(JSON.stringify({ v: 1, account, password }));
    await writeWholeFile(this.#options.disk, this.#path, this.#options.seal(plain));
  }

  /**
   * The account as given, with the password as given or, when that is null, the stored one: but that only for the server
   * and the user it was typed for. Whoever got hold of the screen must not have it sent to a server of his own.
   */
  async withPassword(account: MailAccount, password: string | null): Promise<AccountWithPassword> {
    if (password !== null) return { account, password };
    const stored = await this.read();
    return { account, password: stored !== null && sameTrust(stored.account, account) ? stored.password : '' };
  }
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

function sameTrust(stored: MailAccount, account: MailAccount): boolean {
  return stored.host === account.host && stored.user === account.user && stored.authority === account.authority;
}
