import { z } from 'zod';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import { ownStep, type OwnStepFields } from '../../../shared/domain/progress-actions/own-step.js';
import { ownStepTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import type { MailAction } from './mail-action.js';
import { OwnStepForm } from './own-step-form.js';

interface StepToTake {
  readonly id: string;
  readonly name: string;
  /** Whether a mail is what one begins with: the step has a text of its own, and it may be sent. */
  readonly writes: boolean;
}

/** An own step of the organisation (G-8): one kind of action, whose parameter is the step. */
export function ownStepAction({ id, name, writes }: StepToTake): MailAction<OwnStepFields> {
  return {
    action: ownStep,
    step: { id, name },
    draft: z.object({ stepId: z.literal(id), sendsEmail: z.boolean() }),
    begin: () => ({ stepId: id, sendsEmail: writes }),
    Form: OwnStepForm,
    template: ({ sendsEmail }) => (sendsEmail ? ownStepTemplate(id) : null),
    mergeFields: GENERAL_FIELDS,
    words: {
      included: 'progress.ownStepIncluded',
      commit: 'progress.ownStepCommit',
      done: 'progress.ownStepDone',
      written: 'progress.ownStepWritten',
    },
  };
}
