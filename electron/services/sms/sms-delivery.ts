import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { DeliveryLedger, LedgerErrorCode } from '../ledger/ledger.js';
import { gatewayName } from './gateway-of.js';
import { askArrival, handOver, type WayToGateway } from './hand-over.js';
import type { AccountWithSecret, SmsAccountStore } from './sms-account-store.js';
import type { Arrival, Sms } from './sms-gateway.js';

export interface SmsDeliveryOptions extends WayToGateway {
  readonly accounts: Pick<SmsAccountStore, 'read'>;
  readonly ledger: DeliveryLedger;
  readonly report: (error: unknown) => void;
}

export interface SmsToDeliver extends Sms {
  readonly messageId: string;
  /** A person decided that one which may have arrived is sent once more. */
  readonly again: boolean;
}

type DeliverResult = Result<DeliveryOutcome, 'sms/no-account' | LedgerErrorCode>;

/**
 * Hands SMS over to the gateway, one after the other. The ledger is asked before, and told between the secure line and the
 * first byte and after the answer, so that an SMS goes out once, or stands there as uncertain.
 */
export class SmsDelivery {
  readonly #options: SmsDeliveryOptions;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: SmsDeliveryOptions) {
    this.#options = options;
  }

  async deliver(sms: SmsToDeliver): Promise<DeliverResult> {
    return await this.#inTurn(() => this.#deliver(sms));
  }

  /** Sends one that stands in no ledger, with an account that need not be saved. */
  async test(stored: AccountWithSecret, sms: Sms): Promise<DeliveryOutcome> {
    const handed = await this.#inTurn(() => handOver(stored, sms, this.#options, () => Promise.resolve(true)));
    return handed.kind === 'stopped' ? { state: 'uncertain', reply: '' } : handed.outcome;
  }

  /**
   * What became of an SMS that was sent from here; null while nobody knows, or nobody can be asked. Another gateway than the one
   * that took it knows nothing of it and is told nothing: its own name for an SMS may be the same.
   */
  async arrival(messageId: string): Promise<Arrival> {
    const known = await this.#options.ledger.lookUp(messageId);
    if (known === 'none' || known.state !== 'sent' || known.reference === undefined) return null;
    const stored = await this.#options.accounts.read();
    if (stored === null || known.gateway !== gatewayName(stored.account)) return null;
    return await askArrival(stored, known.reference, this.#options);
  }

  async close(): Promise<void> {
    await this.#queue;
  }

  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#queue.then(work);
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }

  async #deliver({ messageId, again, to, text }: SmsToDeliver): Promise<DeliverResult> {
    const { ledger, accounts } = this.#options;
    const known = await ledger.lookUp(messageId);
    if (known !== 'none' && known.state === 'sent') return success(known);
    if (known !== 'none' && known.state === 'uncertain' && !again) return success(known);
    const stored = await accounts.read();
    if (stored === null) return failure('sms/no-account');
    const written: { begin: Result<null, LedgerErrorCode> } = { begin: failure('journal/write-failed') };
    const handed = await handOver(stored, { to, text }, this.#options, async () => {
      written.begin = await ledger.begin(messageId);
      return written.begin.ok;
    });
    if (handed.kind === 'stopped') return written.begin.ok ? failure('journal/write-failed') : written.begin;
    const { outcome, begun } = handed;
    if (begun && outcome.state !== 'uncertain') await this.#settle(messageId, takenBy(stored, outcome));
    return success(outcome);
  }

  /** What the gateway answered is true whether or not the disk takes it; after a crash it would read as uncertain. */
  async #settle(messageId: string, outcome: DeliveryOutcome): Promise<void> {
    const settled = await this.#options.ledger.settle(messageId, outcome);
    if (!settled.ok) this.#options.report(new Error(settled.code));
  }
}

/** With whose name the reference is, where there is one. */
function takenBy({ account }: AccountWithSecret, outcome: DeliveryOutcome): DeliveryOutcome {
  if (outcome.state !== 'sent' || outcome.reference === undefined) return outcome;
  return { ...outcome, gateway: gatewayName(account) };
}
