import type { ApplicationStatus } from '../records/application.js';
import type { ProgressActionId } from './progress-action.js';
import { isListed, STATUS_RULES } from './application-status.js';

/**
 * C26: `asks` is done after a question, and in a bulk run only for those who were ticked in; `refused` is left out with
 * the reason.
 */
export type Permission = 'allowed' | 'asks' | 'refused';

/** Of somebody who was rejected, has withdrawn or is saved: these begin something again. */
const ASK_WHEN_PROCESSED: readonly ProgressActionId[] = [
  'invite-to-interview',
  'send-offer',
  'hire',
  'employment-contract',
];
/** What would only repeat the status that is there. */
const REPEATS: Partial<Record<ProgressActionId, ApplicationStatus>> = {
  reject: 'rejected',
  withdraw: 'withdrawn',
  save: 'saved',
};
const OF_THE_HIRED: readonly ProgressActionId[] = [
  'send-email',
  'own-step',
  'forward',
  'employment-contract',
  'send-letter',
  'delete',
];

/** Which action is allowed in which status (C26). */
export function permissionOf(action: ProgressActionId, status: ApplicationStatus): Permission {
  if (!isListed(status)) return 'refused'; // its own page restores it, or deletes it for good
  if (status === 'hired') return OF_THE_HIRED.includes(action) ? 'allowed' : 'refused';
  if (REPEATS[action] === status) return 'refused';
  if (STATUS_RULES[status].group !== 'processed') return 'allowed';
  return ASK_WHEN_PROCESSED.includes(action) ? 'asks' : 'allowed';
}
