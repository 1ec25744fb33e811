import { z } from 'zod';
import { hire } from '../../../shared/domain/progress-actions/hire.js';
import { EmploymentTerms } from '../../../shared/records/contract.js';
import { ApplicationIdSchema, Id } from '../../../shared/records/primitives.js';
import { beginTerms } from './begin-terms.js';
import { HireForm, type HireFormFields } from './hire-form.js';
import type { MailAction } from './mail-action.js';

/** *Hire* (R38–R40): a row for each person, and what becomes of their other applications. Nobody is written to. */
export const hireAction: MailAction<HireFormFields> = {
  action: hire,
  draft: z.object({
    rows: z.record(Id, z.object({ terms: EmploymentTerms, template: z.null() })),
    alsoWithdrawn: z.array(ApplicationIdSchema),
  }),
  begin: (selection, context) => ({ rows: beginTerms(selection, context), alsoWithdrawn: [] }),
  Form: HireForm,
  template: null,
  mergeFields: [],
  words: {
    included: 'progress.hireIncluded',
    commit: 'progress.hireCommit',
    done: 'progress.hireDone',
    written: 'progress.statusesWritten',
  },
};
