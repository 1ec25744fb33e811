import { z } from 'zod';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import type { Applicant } from '../../../shared/domain/progress-action.js';
import { reject, type RejectFields } from '../../../shared/domain/progress-actions/reject.js';
import { stageReached } from '../../../shared/domain/stage-reached.js';
import { REJECTION_STAGES } from '../../../shared/records/application.js';
import { Id } from '../../../shared/records/primitives.js';
import type { MailAction } from './mail-action.js';
import { RejectForm } from './reject-form.js';

/** *Rejection* (R49–R57): type and reason, the mail of the type, the plan. */
export const rejectAction: MailAction<RejectFields> = {
  action: reject,
  draft: z.object({ stage: z.enum(REJECTION_STAGES).nullable(), reasonId: Id.nullable() }),
  begin: (selection, context) => {
    const stageOf = (one: Applicant) => stageReached(one, context.interviewsOf(one.person.id), context.now);
    const stages = new Set(selection.map(stageOf));
    const [stage] = stages;
    return { stage: stages.size === 1 && stage !== undefined ? stage : null, reasonId: null };
  },
  Form: RejectForm,
  // Without a type there is no text yet; the step is there all the same, so that Next says what is missing.
  template: ({ stage }) => `reject-${stage ?? 'review'}`,
  mergeFields: GENERAL_FIELDS,
  words: {
    included: 'progress.rejectIncluded',
    commit: 'progress.rejectCommit',
    done: 'progress.rejectDone',
    written: 'progress.rejectionsWritten',
  },
};
