import type { DeliveryOutcome } from '../../../shared/host/contract.js';
import type { DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import type { TokenFailure } from './open-session.js';
import type { SmtpFailure } from './smtp-failure.js';

type Outcome = Exclude<DeliveryOutcome, { state: 'sent' }>;

/**
 * What a failure means for the message and for the account (security.md 5). What concerns the account is never counted
 * against the message: a wrong password must not fail three hundred mails.
 */
export function outcomeOfFailure(failure: SmtpFailure | TokenFailure): Outcome {
  if (failure.kind === 'token') return outcomeOfToken(failure);
  const { stage, kind, code, reply } = failure;
  if (kind !== 'reply') {
    if (stage === 'message') return { state: 'uncertain', reply };
    return deferAccount(kind === 'tls' ? 'mail/not-secure' : 'mail/no-connection', reply);
  }
  // RFC 5321 3.8: the server is going away, whatever it was asked.
  if (code === 421) return deferAccount('mail/server-busy', reply);
  if (stage === 'connect') return deferAccount(code < 500 ? 'mail/server-busy' : 'mail/server-refused', reply);
  if (stage === 'login')
    return code < 500 ? deferAccount('mail/server-busy', reply) : pause('mail/login-refused', reply);
  if (code === 530 || code === 535) return pause('mail/login-refused', reply);
  if (code < 500) return deferMessage(code === 454 ? 'account' : 'message', reply);
  if (stage === 'mail-from' && code !== 552) return pause('mail/sender-refused', reply);
  return { state: 'failed', reason: finalReason(failure), reply };
}

/** Nobody there is waited for; what only a person can put right is said. */
function outcomeOfToken({ code, reply }: TokenFailure): Outcome {
  if (code === 'mail/sign-in-unreachable') return deferAccount(code, reply);
  return pause(code === 'mail/sign-in-denied' ? 'mail/sign-in-again' : code, reply);
}

/** Why a message can never arrive as it is. Enhanced codes (RFC 3463) say it more exactly than the three digits. */
function finalReason({ stage, code, enhanced }: SmtpFailure): DeliveryReason {
  if (enhanced.startsWith('5.7.')) return 'mail/refused-by-policy';
  if (enhanced === '5.2.2') return 'mail/mailbox-full';
  if (enhanced === '5.3.4' || enhanced === '5.2.3') return 'mail/too-large';
  if (enhanced.startsWith('5.1.')) return 'mail/mailbox-unknown';
  if (stage === 'recipient') {
    if (code === 550 || code === 551 || code === 553) return 'mail/mailbox-unknown';
    return code === 552 ? 'mail/mailbox-full' : 'mail/recipient-refused';
  }
  return code === 552 ? 'mail/too-large' : 'mail/message-refused';
}

function deferAccount(reason: DeliveryReason, reply: string): Outcome {
  return { state: 'deferred', scope: 'account', reason, reply };
}

function deferMessage(scope: 'account' | 'message', reply: string): Outcome {
  return { state: 'deferred', scope, reason: scope === 'account' ? 'mail/server-busy' : 'mail/try-later', reply };
}

function pause(reason: DeliveryReason, reply: string): Outcome {
  return { state: 'paused', reason, reply };
}
