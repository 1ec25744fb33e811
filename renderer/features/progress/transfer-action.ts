import { z } from 'zod';
import { GENERAL_FIELDS, LOGIN_FIELDS } from '../../../shared/domain/merge-fields.js';
import { transfer, type TransferFields } from '../../../shared/domain/progress-actions/transfer.js';
import { VacancyIdSchema } from '../../../shared/records/primitives.js';
import type { MailAction } from './mail-action.js';
import { TransferForm } from './transfer-form.js';

/** *Transfer* (R33–R35): where to, and whether it stays here too. A mail goes only with user name and password (G-3). */
export const transferAction: MailAction<TransferFields> = {
  action: transfer,
  draft: z.object({
    target: z.union([z.literal('cv-database'), VacancyIdSchema]).nullable(),
    copy: z.boolean(),
    sends: z.boolean(),
  }),
  begin: () => ({ target: null, copy: false, sends: false }),
  Form: TransferForm,
  template: ({ target, sends }) => (target === 'cv-database' && sends ? 'credentials' : null),
  mergeFields: [...GENERAL_FIELDS, ...LOGIN_FIELDS],
  instead: { of: 'credentials-place-missing', action: 'save' },
  words: {
    included: 'progress.transferIncluded',
    commit: 'progress.transferCommit',
    done: 'progress.transferDone',
    written: 'progress.statusesWritten',
  },
};
