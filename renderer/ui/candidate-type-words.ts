import type { CandidateType } from '../../shared/domain/candidate-type.js';
import type { MessageKey } from '../../shared/i18n/translate.js';

/** G-12. */
export const CANDIDATE_TYPE_WORDS = {
  candidate: 'common.typeCandidate',
  'cv-candidate': 'common.typeCvCandidate',
  employee: 'common.typeEmployee',
  prospect: 'shell.prospect',
  saved: 'common.statusSaved',
} as const satisfies Record<CandidateType, MessageKey>;
