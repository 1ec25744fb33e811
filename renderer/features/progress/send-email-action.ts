import { z } from 'zod';
import { GENERAL_FIELDS } from '../../../shared/domain/merge-fields.js';
import { sendEmail } from '../../../shared/domain/progress-actions/send-email.js';
import type { MailAction } from './mail-action.js';

/** *Send email* (R17, R18): the mail is all there is. */
export const sendEmailAction: MailAction<object> = {
  action: sendEmail,
  draft: z.looseObject({}),
  begin: () => ({}),
  Form: null,
  template: () => 'send-email',
  mergeFields: GENERAL_FIELDS,
  words: {
    included: 'progress.willGet',
    commit: 'progress.send',
    done: 'progress.inOutbox',
    written: 'progress.emailsWritten',
  },
};
