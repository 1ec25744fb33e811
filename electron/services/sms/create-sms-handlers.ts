import { join } from 'node:path';
import type { SmsArrival } from '../../../shared/domain/delivery-reason.js';
import type { Handlers, ReportFault } from '../../../shared/host/dispatch.js';
import { success } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { nodeDisk } from '../disk/node-disk.js';
import { Ledger } from '../ledger/ledger.js';
import type { Network, WallClock } from '../ports.js';
import type { GatewayAddresses } from './gateway-of.js';
import { normaliseSmsAccount } from './normalise-account.js';
import { GATEWAY_TIMEOUTS, type GatewayTimeouts } from './send-request.js';
import { SmsAccountStore } from './sms-account-store.js';
import { SmsDelivery } from './sms-delivery.js';

export interface SmsDeps {
  readonly dataFolder: string;
  /** Seals with a key that only this host has. */
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Throws when the bytes are not what was sealed. */
  readonly open: (bytes: Uint8Array) => Uint8Array;
  readonly clock: WallClock;
  readonly report: ReportFault;
  readonly network: Network;
  readonly disk?: Disk;
  readonly timeouts?: GatewayTimeouts;
  readonly addresses?: GatewayAddresses;
}

type SmsChannel = 'sms.account' | 'sms.save-account' | 'sms.test' | 'sms.deliver' | 'sms.ledger' | 'sms.arrivals';

export interface SmsServices {
  readonly handlers: Pick<Handlers, SmsChannel>;
  /** Waits for the SMS that is being sent, then releases the ledger. */
  close(): Promise<void>;
}

/** Everything about SMS that needs the network, the account or the disk. Reads the ledger, hence asynchronous. */
export async function createSmsHandlers(deps: SmsDeps): Promise<SmsServices> {
  const { seal, open, clock, network, timeouts = GATEWAY_TIMEOUTS, addresses = {} } = deps;
  const disk = deps.disk ?? nodeDisk;
  const folder = join(deps.dataFolder, 'sms');
  await disk.makeFolder(folder);
  const report = (error: unknown): void => {
    deps.report('sms.deliver', error);
  };
  const accounts = new SmsAccountStore({ disk, folder, seal, open });
  const ledger = await Ledger.open(join(folder, 'ledger'), { seal, open, clock, report, disk });
  const delivery = new SmsDelivery({ accounts, ledger, network, report, timeouts, addresses });
  return {
    handlers: {
      'sms.account': async () => {
        const stored = await accounts.read();
        return success({ account: stored?.account ?? null, hasSecret: (stored?.secret ?? '') !== '' });
      },
      'sms.save-account': async ({ account, secret }) => {
        if (account === null) {
          await accounts.write(null);
          return success(null);
        }
        const normal = normaliseSmsAccount(account);
        if (!normal.ok) return normal;
        await accounts.write(await accounts.withSecret(normal.value, secret));
        return success(null);
      },
      'sms.test': async ({ account, secret, to, text }) => {
        const normal = normaliseSmsAccount(account);
        if (!normal.ok) return normal;
        return success(await delivery.test(await accounts.withSecret(normal.value, secret), { to, text }));
      },
      'sms.deliver': async (sms) => await delivery.deliver(sms),
      'sms.ledger': ({ messageIds }) => Promise.resolve(success({ outcomes: ledger.lookUpAll(messageIds) })),
      'sms.arrivals': async ({ messageIds }) => success({ arrivals: await arrivalsOf(delivery, messageIds) }),
    },
    close: async () => {
      await delivery.close();
      await ledger.close();
    },
  };
}

async function arrivalsOf(delivery: SmsDelivery, messageIds: readonly string[]): Promise<Record<string, SmsArrival>> {
  const arrivals: Record<string, SmsArrival> = {};
  const ask = async (messageId: string): Promise<void> => {
    const arrival = await delivery.arrival(messageId);
    if (arrival !== null) arrivals[messageId] = arrival;
  };
  await Promise.all(messageIds.map(ask));
  return arrivals;
}
