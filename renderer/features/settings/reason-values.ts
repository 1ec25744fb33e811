import type { RejectionReason } from '../../../shared/records/rejection-reason.js';
import { LANGUAGES, type Language } from '../../../shared/records/primitives.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** A reason while it is typed: one name for each language. */
export type ReasonValues = Record<Language, string>;

/** C21: every language has a name, so that nobody meets a reason that says nothing. */
export function checkReason(values: ReasonValues): Problems {
  return Object.fromEntries(
    LANGUAGES.filter((language) => values[language].trim() === '').map((language) => [language, 'common.required']),
  );
}

/** The list with a reason changed, or added at its end when there is none of this id. */
export function withReason(reasons: readonly RejectionReason[], id: string, values: ReasonValues): RejectionReason[] {
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, values[language].trim()])) as ReasonValues;
  const known = reasons.some((reason) => reason.id === id);
  if (!known) return [...reasons, { id, names, retired: false }];
  return reasons.map((reason) => (reason.id === id ? { ...reason, names } : reason));
}

/** Not offered any more; whoever was rejected for it keeps it. */
export function withoutReason(reasons: readonly RejectionReason[], id: string): RejectionReason[] {
  return reasons.map((reason) => (reason.id === id ? { ...reason, retired: true } : reason));
}
