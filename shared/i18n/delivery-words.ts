import type { DeliveryReason } from '../domain/delivery-reason.js';
import type { MessageKey } from './translate.js';

/** What each reason says on the screen: what happened, what is safe, what to do. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryReason | 'mail/uncertain', MessageKey>> = {
  'mail/no-network': 'outbox.reasons.no-network',
  'mail/no-connection': 'outbox.reasons.no-connection',
  'mail/not-secure': 'outbox.reasons.not-secure',
  'mail/server-busy': 'outbox.reasons.server-busy',
  'mail/server-refused': 'outbox.reasons.server-refused',
  'mail/no-account': 'outbox.reasons.no-account',
  'mail/login-refused': 'outbox.reasons.login-refused',
  'mail/sender-refused': 'outbox.reasons.sender-refused',
  'mail/try-later': 'outbox.reasons.try-later',
  'mail/mailbox-unknown': 'outbox.reasons.mailbox-unknown',
  'mail/mailbox-full': 'outbox.reasons.mailbox-full',
  'mail/recipient-refused': 'outbox.reasons.recipient-refused',
  'mail/refused-by-policy': 'outbox.reasons.refused-by-policy',
  'mail/too-large': 'outbox.reasons.too-large',
  'mail/message-refused': 'outbox.reasons.message-refused',
  'mail/address-invalid': 'outbox.reasons.address-invalid',
  'mail/cannot-be-built': 'outbox.reasons.cannot-be-built',
  'mail/gave-up': 'outbox.reasons.gave-up',
  'mail/interrupted': 'outbox.reasons.interrupted',
  'mail/application-ended': 'outbox.reasons.application-ended',
  'mail/uncertain': 'outbox.reasons.uncertain',
};

/** The words for a reason as it is stored; null for one that a later version wrote. */
export function deliveryWords(reason: string): MessageKey | null {
  return Object.hasOwn(DELIVERY_WORDS, reason) ? DELIVERY_WORDS[reason as DeliveryReason] : null;
}
