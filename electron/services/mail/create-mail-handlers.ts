import { join } from 'node:path';
import type { DeliveryOutcome, MailAccount } from '../../../shared/host/contract.js';
import type { Handlers, ReportFault } from '../../../shared/host/dispatch.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Failure } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { nodeDisk } from '../disk/node-disk.js';
import type { Network, WallClock } from '../ports.js';
import { AccountStore, normaliseAccount } from './account-store.js';
import { Delivery, type DeliveryOptions } from './delivery.js';
import { createLayouts } from './layout.js';
import { Ledger } from './ledger.js';
import type { SmtpFailure } from './smtp-failure.js';
import { SmtpSession, type SmtpTimeouts } from './smtp-session.js';

export interface MailDeps {
  readonly dataFolder: string;
  /** Seals with a key that only this host has. */
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Throws when the bytes are not what was sealed. */
  readonly open: (bytes: Uint8Array) => Uint8Array;
  readonly clock: WallClock;
  readonly report: ReportFault;
  readonly network: Network;
  readonly readFile: DeliveryOptions['readFile'];
  readonly disk?: Disk;
  readonly timeouts?: SmtpTimeouts;
}

type MailChannel =
  'mail.account' | 'mail.save-account' | 'mail.test-account' | 'mail.layout' | 'mail.deliver' | 'mail.ledger';

export interface MailServices {
  readonly handlers: Pick<Handlers, MailChannel>;
  /** Waits for the message that is being sent, then releases line and ledger. */
  close(): Promise<void>;
}

/** Everything about mail that needs the network, the account or the disk. Reads the ledger, hence asynchronous. */
export async function createMailHandlers(deps: MailDeps): Promise<MailServices> {
  const { seal, open, clock, network, readFile } = deps;
  const disk = deps.disk ?? nodeDisk;
  const folder = join(deps.dataFolder, 'mail');
  await disk.makeFolder(folder);
  const report = (error: unknown): void => {
    deps.report('mail.deliver', error);
  };
  const accounts = new AccountStore({ disk, folder, seal, open });
  const ledger = await Ledger.open(join(folder, 'ledger'), { seal, open, clock, report, disk });
  const timeouts = deps.timeouts === undefined ? {} : { timeouts: deps.timeouts };
  const delivery = new Delivery({ accounts, ledger, network, readFile, report, ...timeouts });
  const layout = createLayouts();
  return {
    handlers: {
      'mail.account': async () => {
        const stored = await accounts.read();
        return success({ account: stored?.account ?? null, hasPassword: (stored?.password ?? '') !== '' });
      },
      'mail.save-account': async ({ account, password }) => {
        const normal = normaliseAccount(account);
        if (!normal.ok) return normal;
        await accounts.write(await accounts.withPassword(normal.value, password));
        await delivery.disconnect();
        return success(null);
      },
      'mail.test-account': async ({ account, password }) => await testAccount(deps, accounts, account, password),
      'mail.layout': async ({ language }) => {
        const compiled = await layout(language);
        if (!compiled.ok) return compiled;
        const { words, button } = compiled.value;
        return success({ ...compiled.value, words: [...words], button: [...button] });
      },
      'mail.deliver': async ({ id, message, again }) => await delivery.deliver(id, message, again),
      'mail.ledger': ({ messageIds }) => Promise.resolve(success({ outcomes: ledgerOf(ledger, messageIds) })),
    },
    close: async () => {
      await delivery.close();
      await ledger.close();
    },
  };
}

/** Connects, secures, signs in and says goodbye; nothing is sent and nothing stored. */
async function testAccount(deps: MailDeps, accounts: AccountStore, account: MailAccount, password: string | null) {
  const normal = normaliseAccount(account);
  if (!normal.ok) return normal;
  if (!deps.network.isUp()) return failure('mail/no-connection');
  const opened = await SmtpSession.open(await accounts.withPassword(normal.value, password), deps.timeouts);
  if (!opened.ok) return failureOfTest(opened.failure);
  opened.session.quit();
  return success({ greeting: opened.session.greeting });
}

function failureOfTest({ stage, kind, code, reply }: SmtpFailure): Failure<HostErrorCode> {
  if (kind === 'tls') return failure('mail/not-secure', reply);
  if (kind === 'line' || code < 500) return failure('mail/no-connection', reply);
  return failure(stage === 'login' ? 'mail/login-refused' : 'mail/no-connection', reply);
}

function ledgerOf(ledger: Ledger, messageIds: readonly string[]): Record<string, DeliveryOutcome> {
  const outcomes: Record<string, DeliveryOutcome> = {};
  for (const messageId of messageIds) {
    const outcome = ledger.lookUpInterrupted(messageId);
    if (outcome !== 'none') outcomes[messageId] = outcome;
  }
  return outcomes;
}
