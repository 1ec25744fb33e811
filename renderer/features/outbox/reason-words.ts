import type { TFunction } from 'i18next';
import { DELIVERY_REASONS, type DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';

type NameOf<Reason> = Reason extends `mail/${infer Name}` ? Name : never;

/** A literal reason in plain words: what happened, what is safe, what to do. */
export function reasonWords(t: TFunction, code: string): string {
  if (isDeliveryReason(code)) return t(`outbox.reasons.${nameOf(code)}`);
  if (isErrorCode(code)) return t(ERROR_WORDS[code]);
  return t('outbox.unknownReason', { code });
}

function isDeliveryReason(code: string): code is DeliveryReason {
  return (DELIVERY_REASONS as readonly string[]).includes(code);
}

function nameOf(reason: DeliveryReason): NameOf<DeliveryReason> {
  return reason.slice('mail/'.length) as NameOf<DeliveryReason>;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_WORDS, code);
}
