import type { DeliveryReason } from '../domain/delivery-reason.js';
import type { DeliveryOutcome } from '../host/contract.js';
import { assertNever } from '../lib/assert.js';
import type { Instant } from '../lib/time.js';
import { waitForAccount } from './retry-schedule.js';

export type AccountTrouble =
  /** Until somebody puts the account right. */
  | { readonly kind: 'paused'; readonly reason: string; readonly reply: string }
  | { readonly kind: 'backing-off'; readonly reason: string; readonly reply: string; readonly until: Instant };

/** Refusals by policy in a row after which it is the sender who is not wanted, and not each recipient. */
const POLICY_LIMIT = 3;
const BY_POLICY: DeliveryReason = 'mail/refused-by-policy';
/** Messages handed over in a row without an answer after which it is the server that gives none. */
const UNANSWERED_LIMIT = 3;

/** Whether the account of one channel may be tried: one wrong password must not fail three hundred messages, nor be tried so often. */
export class AccountHealth {
  readonly #unansweredReason: DeliveryReason;
  #trouble: AccountTrouble | null = null;
  #failures = 0;
  #refusedByPolicy = 0;
  #unanswered = 0;

  /** @param unanswered why it is paused when it takes message after message and answers none */
  constructor(unanswered: DeliveryReason) {
    this.#unansweredReason = unanswered;
  }

  /** What stands in the way at a moment. */
  troubleAt(now: Instant): AccountTrouble | null {
    const trouble = this.#trouble;
    return trouble?.kind === 'backing-off' && now >= trouble.until ? null : trouble;
  }

  pause(reason: string, reply = ''): void {
    this.#trouble = { kind: 'paused', reason, reply };
  }

  /** @param random from 0 to 1 */
  learn(outcome: DeliveryOutcome, now: Instant, random: number): void {
    switch (outcome.state) {
      case 'paused':
        this.pause(outcome.reason, outcome.reply);
        return;
      case 'failed':
        this.#refusedByPolicy = outcome.reason === BY_POLICY ? this.#refusedByPolicy + 1 : 0;
        if (this.#refusedByPolicy >= POLICY_LIMIT) this.pause(outcome.reason, outcome.reply);
        return;
      case 'deferred':
        if (outcome.scope === 'message') return;
        this.#failures += 1;
        this.#trouble = {
          kind: 'backing-off',
          reason: outcome.reason,
          reply: outcome.reply,
          until: now + waitForAccount(this.#failures, random),
        };
        return;
      case 'sent':
        this.recover();
        return;
      case 'uncertain':
        this.#unanswered += 1;
        if (this.#unanswered >= UNANSWERED_LIMIT) this.pause(this.#unansweredReason, outcome.reply);
        return;
      default:
        assertNever(outcome);
    }
  }

  /** The account was changed, a message went through, or a person says: try. */
  recover(): void {
    this.#trouble = null;
    this.#failures = 0;
    this.#refusedByPolicy = 0;
    this.#unanswered = 0;
  }
}
