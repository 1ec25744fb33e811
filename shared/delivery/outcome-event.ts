import type { DeliveryReason } from '../domain/delivery-reason.js';
import { deliveryEvent } from '../domain/message-state.js';
import type { DeliveryOutcome } from '../host/contract.js';
import { assertNever } from '../lib/assert.js';
import type { Instant } from '../lib/time.js';
import type { MessageEvent } from '../records/message.js';
import { MAX_ATTEMPTS, waitForMessage } from './retry-schedule.js';

export interface Attempt {
  readonly id: string;
  readonly at: Instant;
  /** Which attempt it was, from 1. */
  readonly attempt: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** What differs from one delivery event to the other. */
export type EventParts = Pick<MessageEvent, 'state' | 'attempt'> & Partial<MessageEvent>;

const INTERRUPTED: DeliveryReason = 'mail/interrupted';
const GAVE_UP: DeliveryReason = 'mail/gave-up';

/** What a delivery says about its message. What was the account's fault leaves it due and is not counted against it. */
export function outcomeEvent(outcome: DeliveryOutcome, { id, at, attempt, random }: Attempt): MessageEvent {
  const common = { id, at, by: null, reply: outcome.reply === '' ? null : outcome.reply };
  switch (outcome.state) {
    case 'sent':
      return deliveryEvent({ ...common, state: 'sent', reason: outcome.reason ?? null, attempt });
    case 'uncertain':
      return deliveryEvent({ ...common, state: 'uncertain', attempt });
    case 'failed':
      return deliveryEvent({ ...common, state: 'failed', reason: outcome.reason, attempt });
    case 'paused':
      return deliveryEvent({ ...common, state: 'due', reason: outcome.reason, attempt: attempt - 1 });
    case 'deferred': {
      const { reason } = outcome;
      if (outcome.scope === 'account') return deliveryEvent({ ...common, state: 'due', reason, attempt: attempt - 1 });
      if (attempt >= MAX_ATTEMPTS) return deliveryEvent({ ...common, state: 'failed', reason: GAVE_UP, attempt });
      const retryAt = at + waitForMessage(attempt, random);
      return deliveryEvent({ ...common, state: 'deferred', reason, retryAt, attempt });
    }
    default:
      return assertNever(outcome);
  }
}

/** A message that was not handed over after all: it is due as before, and the attempt does not count. */
export function backToDue(attempt: number, reason: string | null = INTERRUPTED): EventParts {
  return { state: 'due', reason, attempt: attempt - 1 };
}
