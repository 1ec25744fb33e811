import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Vacancy } from '../../shared/records/vacancy.js';

/** G-3: the states of a vacancy, as its list and *Transfer* name them. */
export const VACANCY_STATE_WORDS = {
  open: 'vacancies.stateOpen',
  expired: 'vacancies.stateExpired',
  closed: 'vacancies.stateClosed',
} as const satisfies Record<Vacancy['state'], MessageKey>;
