import { join } from 'node:path';
import { z } from 'zod';
import { SmsAccount, SmsSecret } from '../../../shared/host/sms-account.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';

const Stored = z.object({ v: z.literal(1), account: SmsAccount.nullable(), secret: SmsSecret });

export interface AccountWithSecret {
  readonly account: SmsAccount;
  /** Empty when none is stored. Never leaves the host but to the gateway it was typed for. */
  readonly secret: string;
}

export interface SmsAccountStoreOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Throws when the bytes are not what was sealed. */
  readonly open: (bytes: Uint8Array) => Uint8Array;
}

/** The SMS account of this laptop in one sealed file. */
export class SmsAccountStore {
  readonly #options: SmsAccountStoreOptions;
  readonly #path: string;

  constructor(options: SmsAccountStoreOptions) {
    this.#options = options;
    this.#path = join(options.folder, 'account');
  }

  /** Null where none is saved. Throws when there is one that cannot be opened: damaged is not empty. */
  async read(): Promise<AccountWithSecret | null> {
    const sealed = await this.#options.disk.read(this.#path);
    if (sealed === null) return null;
    const { account, secret } = Stored.parse(JSON.parse(Buffer.from(this.#options.open(sealed)).toString()));
    return account === null ? null : { account, secret };
  }

  /** Null takes account and secret away. */
  async write(wanted: AccountWithSecret | null): Promise<void> {
    const plain = Buffer.from(JSON.stringify({ v: 1, account: wanted?.account ?? null, secret: wanted?.secret ?? '' }));
    await writeWholeFile(this.#options.disk, this.#path, this.#options.seal(plain));
  }

  /**
   * The account as given, with the secret as given or, when that is null, the stored one: but that only for the gateway and
   * the user it was typed for. Whoever got hold of the screen must not have it sent elsewhere.
   */
  async withSecret(account: SmsAccount, secret: string | null): Promise<AccountWithSecret> {
    if (secret !== null) return { account, secret };
    const stored = await this.read();
    return { account, secret: stored !== null && trustOf(stored.account) === trustOf(account) ? stored.secret : '' };
  }
}

/** What decides who gets to see the secret. */
function trustOf(account: SmsAccount): string {
  switch (account.provider) {
    case '46elks':
      return JSON.stringify([account.provider, account.user, account.authority]);
    case 'gatewayapi':
      return JSON.stringify([account.provider, account.authority]);
    case 'http':
      return JSON.stringify([account.provider, account.url, account.header, account.authority]);
    case 'dry-run':
      return '';
  }
}
