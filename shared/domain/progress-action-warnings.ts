import { STATUS_RULES } from './application-status.js';
import type { EndingWarning } from './end-application.js';
import type { Applicant, PlanWarning, PlanWarningCode, Selection } from './progress-action.js';

/** Warnings that an applicant's own records decide; the others are an action's own. */
export type ApplicantWarningCode = Exclude<
  PlanWarningCode,
  | EndingWarning
  | 'cannot-answer'
  | 'already-invited'
  | 'reminder-no-mobile'
  | 'reminder-no-email'
  | 'reminder-at-once'
  | 'recruiter-busy'
  | 'candidate-busy'
  | 'room-busy'
  | 'start-date-past'
  | 'braces-typed'
  | 'needs-server'
  | 'no-postal-address'
  | 'nothing-to-read'
>;

/** Whom each warning is about. A new code without its rule does not compile. */
const CONCERNS = {
  'demo-recipients': ({ person }) => person.demo,
  // C26: allowed, without a change of status, but not by accident.
  'application-processed': ({ status }) => STATUS_RULES[status].group === 'processed',
  'no-consent': ({ person }) => !person.consented,
} as const satisfies Record<ApplicantWarningCode, (applicant: Applicant) => boolean>;

/** Those of an action's warnings that concern anybody of the included, in the order in which the action names them. */
export function planWarnings(included: Selection, codes: readonly ApplicantWarningCode[]): readonly PlanWarning[] {
  return codes
    .map((code) => ({
      code,
      applicationIds: included.filter((one) => CONCERNS[code](one)).map(({ applicationId }) => applicationId),
    }))
    .filter(({ applicationIds }) => applicationIds.length > 0);
}
