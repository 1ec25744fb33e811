import { z } from 'zod';
import { transfer, type TransferFields } from '../../../shared/domain/progress-actions/transfer.js';
import { VacancyIdSchema } from '../../../shared/records/primitives.js';
import type { MailAction } from './mail-action.js';
import { TransferForm } from './transfer-form.js';

/** *Transfer* (R33–R35): where to, and whether it stays here too. Nobody is written to. */
export const transferAction: MailAction<TransferFields> = {
  action: transfer,
  draft: z.object({ target: z.union([z.literal('cv-database'), VacancyIdSchema]).nullable(), copy: z.boolean() }),
  begin: () => ({ target: null, copy: false }),
  Form: TransferForm,
  template: null,
  mergeFields: [],
  words: {
    included: 'progress.transferIncluded',
    commit: 'progress.transferCommit',
    done: 'progress.transferDone',
    written: 'progress.statusesWritten',
  },
};
