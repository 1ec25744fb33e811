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
  'mail/answers-missing',
  // Later, perhaps.
  'mail/try-later',
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
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];
