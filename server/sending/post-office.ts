import { Delivery } from '../../electron/services/mail/delivery.js';
import { SMTP_TIMEOUTS } from '../../electron/services/mail/smtp-session.js';
import { GATEWAY_TIMEOUTS } from '../../electron/services/sms/send-request.js';
import { SmsDelivery } from '../../electron/services/sms/sms-delivery.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import { failure, type Result } from '../../shared/lib/result.js';
import type { Database } from '../database/database.js';
import { readWholeFile } from '../store/file-rows.js';
import type { Outgoing } from './read-outgoing.js';
import type { SendingAccounts } from './sending-account.js';
import { ServerLedger } from './server-ledger.js';

interface Lines {
  readonly ledger: ServerLedger;
  readonly mail: Delivery;
  readonly sms: SmsDelivery;
}

/** Hands messages over by the laptop's own adapters, with a ledger for each organisation. */
export class PostOffice {
  readonly #database: Database;
  readonly #accounts: SendingAccounts;
  readonly #report: (error: unknown) => void;
  readonly #lines = new Map<string, Lines>();

  constructor(database: Database, accounts: SendingAccounts, report: (error: unknown) => void) {
    this.#database = database;
    this.#accounts = accounts;
    this.#report = report;
  }

  /** A failure: nothing was handed over, and whoever has the message now decides anew. */
  async deliver(
    organisation: string,
    { id, message, delivery }: Outgoing,
    claim: string,
  ): Promise<Result<DeliveryOutcome>> {
    const { ledger, mail, sms } = this.#linesOf(organisation);
    ledger.hold({ id, claim });
    const { channel, messageId, to, text } = message;
    if (channel === 'email') return await mail.deliver(id, message, delivery.again);
    return await sms.deliver({ messageId, to: to.address, text, again: delivery.again });
  }

  /** Lets the message that is being sent come to its end. */
  async close(): Promise<void> {
    for (const { mail, sms } of this.#lines.values()) {
      await mail.close();
      await sms.close();
    }
    this.#lines.clear();
  }

  #linesOf(organisation: string): Lines {
    const there = this.#lines.get(organisation);
    if (there !== undefined) return there;
    const { mail, sms, addresses = {} } = this.#accounts;
    const ledger = new ServerLedger(this.#database, organisation);
    const common = { ledger, network: { isUp: () => true }, report: this.#report };
    const lines = {
      ledger,
      mail: new Delivery({
        ...common,
        accounts: { read: () => Promise.resolve(mail) },
        // A server has no browser in which somebody could sign in.
        tokens: { get: () => Promise.resolve(failure('mail/sign-in-again')) },
        readFile: async (file) => await readWholeFile(this.#database, organisation, file),
        timeouts: SMTP_TIMEOUTS,
      }),
      sms: new SmsDelivery({
        ...common,
        accounts: { read: () => Promise.resolve(sms) },
        timeouts: GATEWAY_TIMEOUTS,
        addresses,
      }),
    };
    this.#lines.set(organisation, lines);
    return lines;
  }
}
