import type { MessageKey } from '../../shared/i18n/translate.js';
import type { ReferenceCheck } from '../../shared/records/application.js';

/** G-7: the choices of *Reference check*, in its order. */
export const REFERENCE_WORDS = {
  'none-implemented': 'common.referenceNoneImplemented',
  positive: 'common.referencePositive',
  negative: 'common.referenceNegative',
  none: 'common.referenceNone',
} as const satisfies Record<ReferenceCheck | 'none', MessageKey>;
