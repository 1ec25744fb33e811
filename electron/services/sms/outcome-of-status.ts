import type { DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import type { DeliveryOutcome } from '../../../shared/host/contract.js';

type Refusal = Exclude<DeliveryOutcome, { state: 'sent' }>;

/**
 * What a status that is no success means, where a gateway documents nothing closer. What concerns the account pauses it and
 * is counted against no message.
 *
 * @param reply status and the gateway's own words
 */
export function outcomeOfStatus(status: number, reply: string): Refusal {
  // A gateway's gateway that heard nothing from behind it (RFC 9110 15.6): the SMS may be on its way.
  if (status === 502 || status === 504) return { state: 'uncertain', reply };
  if (status >= 500 || status === 429 || status === 408 || status === 425) {
    return { state: 'deferred', scope: 'account', reason: 'sms/gateway-busy' satisfies DeliveryReason, reply };
  }
  if (status === 401) return pause('sms/login-refused', reply);
  if (status === 402) return pause('sms/no-credit', reply);
  if (status === 400 || status === 422) return fail('sms/message-refused', reply);
  // Moved, not there, not allowed: nothing of the message, and no redirection is followed with a secret.
  return pause('sms/account-refused', reply);
}

/** Nothing is sent until somebody puts the account right. */
export function pause(reason: DeliveryReason, reply: string): Refusal {
  return { state: 'paused', reason, reply };
}

/** Final for this SMS. */
export function fail(reason: DeliveryReason, reply: string): Refusal {
  return { state: 'failed', reason, reply };
}
