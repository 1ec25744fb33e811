import type { ConsentPurpose } from '../../../shared/domain/capture-notice.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';

/** What a person can agree to, by its name. */
export const PURPOSE_WORDS = {
  'this-fair': 'dossier.thisFair',
  'cv-database': 'shell.cvDatabase',
} as const satisfies Record<ConsentPurpose, MessageKey>;
