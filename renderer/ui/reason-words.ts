import type { TFunction } from 'i18next';
import { DELIVERY_REASONS, SMS_REASONS } from '../../shared/domain/delivery-reason.js';
import { ERROR_WORDS, type ErrorCode } from '../../shared/i18n/error-words.js';

type MailReason = (typeof DELIVERY_REASONS)[number];
type SmsReason = (typeof SMS_REASONS)[number];
type NameOf<Reason> = Reason extends `${'mail' | 'sms'}/${infer Name}` ? Name : never;

/** A literal reason in plain words: what happened, what is safe, what to do. */
export function reasonWords(t: TFunction, code: string): string {
  if (isOneOf(DELIVERY_REASONS, code)) return t(`outbox.reasons.${nameOf(code)}`);
  if (isOneOf(SMS_REASONS, code)) return t(`outbox.smsReasons.${nameOf(code)}`);
  if (isErrorCode(code)) return t(ERROR_WORDS[code]);
  return t('outbox.unknownReason', { code });
}

function isOneOf<Reason extends string>(reasons: readonly Reason[], code: string): code is Reason {
  return (reasons as readonly string[]).includes(code);
}

function nameOf<Reason extends MailReason | SmsReason>(reason: Reason): NameOf<Reason> {
  return reason.slice(reason.indexOf('/') + 1) as NameOf<Reason>;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_WORDS, code);
}
