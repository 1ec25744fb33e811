import type { ApplicationStatus } from '../records/application.js';
import type { DeliveryReason } from './delivery-reason.js';

/** Statuses that end what waits for an application (C34). */
export const ENDING_STATUSES = {
  rejected: 'mail/application-rejected',
  withdrawn: 'mail/application-withdrawn',
  hired: 'mail/application-hired',
  deleted: 'mail/application-deleted',
  moved: 'mail/application-moved',
} as const satisfies Readonly<Record<string, DeliveryReason>>;
export type EndingStatus = keyof typeof ENDING_STATUSES;

export function isEnding(status: ApplicationStatus): status is EndingStatus {
  return Object.hasOwn(ENDING_STATUSES, status);
}
