import { AccountHealth, type AccountTrouble } from '../../shared/delivery/account-health.js';
import type { EventParts } from '../../shared/delivery/outcome-event.js';
import type { DeliveryReason } from '../../shared/domain/delivery-reason.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import type { Instant } from '../../shared/lib/time.js';
import type { MessageChannel } from '../../shared/records/message.js';

/** A channel on which nothing can leave for now, and why. */
export interface ChannelTrouble {
  readonly channel: MessageChannel;
  /** A code; nothing of anybody. */
  readonly reason: string;
}

/** Of mails the message says who it is from, so that concerns no other sender; of an SMS the account does. */
const NOT_THIS_SENDER: DeliveryReason = 'mail/sender-refused';

/** What a delivery means to a server of many senders: one whom the mail server does not let write fails alone. */
export function ofThisSender(outcome: DeliveryOutcome): DeliveryOutcome {
  if (outcome.state !== 'paused' || outcome.reason !== NOT_THIS_SENDER) return outcome;
  return { ...outcome, state: 'failed' };
}

/** Whether the account of each channel may be tried. Nobody sits before a server: it tries again by itself, after growing waits. */
export class ChannelHealth {
  readonly #tell: (trouble: ChannelTrouble) => void;
  readonly #accounts: Readonly<Record<MessageChannel, AccountHealth>> = {
    email: new AccountHealth('mail/answers-missing', { attended: false }),
    sms: new AccountHealth('sms/answers-missing', { attended: false }),
  };
  /** Why it last stopped, until something leaves again. */
  readonly #told = new Map<MessageChannel, string>();

  /** @param tell told once of each trouble, however often it is tried meanwhile */
  constructor(tell: (trouble: ChannelTrouble) => void) {
    this.#tell = tell;
  }

  troubleAt(channel: MessageChannel, now: Instant): AccountTrouble | null {
    return this.#accounts[channel].troubleAt(now);
  }

  learn(channel: MessageChannel, outcome: DeliveryOutcome, now: Instant): void {
    this.#accounts[channel].learn(outcome, now, Math.random());
    if (outcome.state === 'sent') this.#told.delete(channel);
    const reason = this.troubleAt(channel, now)?.reason;
    if (reason === undefined || this.#told.get(channel) === reason) return;
    this.#told.set(channel, reason);
    this.#tell({ channel, reason });
  }

  /**
   * A message that found the account in trouble waits as long as the account, and says why: whatever else waits is tried before it.
   *
   * @returns null where the message itself is what the outcome is about
   */
  waiting(channel: MessageChannel, outcome: DeliveryOutcome, attempt: number, now: Instant): EventParts | null {
    const isAccounts = outcome.state === 'paused' || (outcome.state === 'deferred' && outcome.scope === 'account');
    const trouble = isAccounts ? this.troubleAt(channel, now) : null;
    if (trouble?.kind !== 'backing-off') return null;
    const { reason, reply, until } = trouble;
    return { state: 'deferred', reason, reply: reply === '' ? null : reply, retryAt: until, attempt: attempt - 1 };
  }
}
