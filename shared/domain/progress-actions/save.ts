import { planStatus, type Ticks } from '../plan-status.js';
import type { Applicant, ExclusionReason, ProgressAction } from '../progress-action.js';

/**
 * R23–R25: for other vacancies, in the CV database. A rejection before it stays visible (C25); without the consent to be
 * kept there nobody is saved (beyond.md no. 10).
 */
export const save: ProgressAction<Ticks> = {
  id: 'save',
  plan: (...parts) => planStatus({ id: 'save', to: 'saved', refuse: agreedToBeKept }, ...parts),
};

export function agreedToBeKept({ person }: Applicant): ExclusionReason | null {
  return person.databaseConsented ? null : 'no-database-consent';
}
