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
  readonly #isAttended: boolean;
  #trouble: AccountTrouble | null = null;
  #failures = 0;
  #refusedByPolicy = 0;
  #unanswered = 0;

  /**
   * @param unanswered why it is paused when it takes message after message and answers none
   * @param attended whether somebody can say: try; without anybody there is no pause, and it tries again by itself
   */
  constructor(unanswered: DeliveryReason, { attended = true } = {}) {
    this.#unansweredReason = unanswered;
    this.#isAttended = attended;
  }

  /** What stands in the way at a moment. */
  troubleAt(now: Instant): AccountTrouble | null {
    const trouble = this.#trouble;
    return trouble?.kind === 'backing-off' && now >= trouble.until ? null : trouble;
  }

  pause(reason: string, reply = ''): void {
    this.#trouble = { kind: 'paused', reason, reply };
  }

  #backOff({ reason, reply }: Pick<AccountTrouble, 'reason' | 'reply'>, now: Instant, random: number): void {
    this.#failures += 1;
    this.#trouble = { kind: 'backing-off', reason, reply, until: now + waitForAccount(this.#failures, random) };
  }

  /** @param random from 0 to 1 */
  learn(outcome: DeliveryOutcome, now: Instant, random: number): void {
    const stop = (reason: string): void => {
      if (this.#isAttended) this.pause(reason, outcome.reply);
      else this.#backOff({ reason, reply: outcome.reply }, now, random);
    };
    switch (outcome.state) {
      case 'paused':
        stop(outcome.reason);
        return;
      case 'failed':
        this.#refusedByPolicy = outcome.reason === BY_POLICY ? this.#refusedByPolicy + 1 : 0;
        if (this.#refusedByPolicy >= POLICY_LIMIT) stop(outcome.reason);
        return;
      case 'deferred':
        if (outcome.scope === 'message') return;
        this.#backOff(outcome, now, random);
        return;
      case 'sent':
        this.recover();
        return;
      case 'uncertain':
        this.#unanswered += 1;
        if (this.#unanswered >= UNANSWERED_LIMIT) stop(this.#unansweredReason);
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
