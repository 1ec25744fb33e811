import type { MessageState } from '../records/message.js';

/**
 * Why a message waits, failed or was held back. The screen says each in words that tell what happened, what is safe and
 * what to do: `outbox.reasons.<reason without mail/>`.
 */
export const DELIVERY_REASONS = [
  // The account's trouble: everything waits, nothing is counted against a message.
  'mail/no-network',
  'mail/no-connection',
  'mail/not-secure',
  'mail/server-busy',
  'mail/server-refused',
  'mail/no-account',
  'mail/login-refused',
  'mail/sender-refused',
  'mail/sign-in-again',
  'mail/sign-in-unreachable',
  'mail/sign-in-refused',
  'mail/answers-missing',
  // Later, perhaps.
  'mail/try-later',
  'mail/attachment-coming',
  // Never, as it is.
  'mail/mailbox-unknown',
  'mail/mailbox-full',
  'mail/recipient-refused',
  'mail/refused-by-policy',
  'mail/too-large',
  'mail/message-refused',
  'mail/address-invalid',
  'mail/cannot-be-built',
  'mail/attachment-missing',
  'mail/gave-up',
  // Decided on this laptop.
  'mail/interrupted',
  'mail/application-ended',
  'mail/interview-moved',
  // C34: what invites no longer holds; what was written by hand waits for whoever wrote it.
  'mail/application-rejected',
  'mail/application-withdrawn',
  'mail/application-hired',
  'mail/application-deleted',
  'mail/application-moved',
  'mail/interview-cancelled',
  'mail/status-changed',
  // C18: its link leads to a page of the server, and there is none.
  'mail/needs-server',
  // C5: the interview was moved to a day for which its reminder is no longer possible.
  'mail/reminder-dropped',
  // Another one took its place, or another wording.
  'mail/reminder-changed',
  // C3: the organisation's clock shows another zone, and another one with its time took its place.
  'mail/zone-changed',
  // C27: nobody was there to send it while it was of use.
  'mail/reminder-too-late',
  'mail/interview-past',
  // Whoever has said no is reminded of nothing.
  'mail/interview-declined',
  // Nobody here can say whether somebody else has sent it (docs/adr/0061).
  'mail/sender-gone',
  'mail/sender-untold',
] as const;

/** What became of an SMS that the gateway took, as it says when it is asked: beside *sent*. */
export const SMS_ARRIVALS = [
  'sms/delivered',
  // It says no more than that.
  'sms/not-delivered',
  'sms/expired',
  'sms/undeliverable',
  'sms/rejected',
] as const;
export type SmsArrival = (typeof SMS_ARRIVALS)[number];

/** The same for SMS, where an email's reason would not do: `outbox.smsReasons.<reason without sms/>`. */
export const SMS_REASONS = [
  // The account's trouble: everything waits, nothing is counted against a message.
  'sms/no-connection',
  'sms/not-secure',
  'sms/gateway-busy',
  'sms/no-account',
  'sms/login-refused',
  'sms/no-credit',
  'sms/sender-refused',
  'sms/account-refused',
  'sms/answers-missing',
  // Never, as it is.
  'sms/number-invalid',
  'sms/number-blocked',
  'sms/message-refused',
  // Beside *sent*.
  'sms/dry-run',
  ...SMS_ARRIVALS,
] as const;

export function isSmsArrival(reason: string | null): reason is SmsArrival {
  return SMS_ARRIVALS.some((one) => one === reason);
}

const ARRIVED: SmsArrival = 'sms/delivered';

/** Whether it left, and never came to anybody: nothing of it can be sent again, and whoever it was for knows nothing. */
export function isNotDelivered({
  state,
  reason,
}: {
  readonly state: MessageState;
  readonly reason: string | null;
}): boolean {
  return state === 'sent' && isSmsArrival(reason) && reason !== ARRIVED;
}

export type DeliveryReason = (typeof DELIVERY_REASONS)[number] | (typeof SMS_REASONS)[number];
