import { z } from 'zod';
import { GENERAL_FIELDS, LOGIN_FIELDS } from '../../../shared/domain/merge-fields.js';
import type { ProgressAction } from '../../../shared/domain/progress-action.js';
import type { Ticks } from '../../../shared/domain/plan-status.js';
import { deleteApplication } from '../../../shared/domain/progress-actions/delete.js';
import { saveAndSendCredentials } from '../../../shared/domain/progress-actions/save-and-send-credentials.js';
import { save } from '../../../shared/domain/progress-actions/save.js';
import { withdraw } from '../../../shared/domain/progress-actions/withdraw.js';
import type { ActionWords, MailAction } from './mail-action.js';

/** *Withdrawn* (R9–R12): nothing is asked, and nobody is written to. */
export const withdrawAction = statusAction(withdraw, {
  included: 'progress.withdrawIncluded',
  commit: 'progress.withdrawCommit',
  done: 'progress.withdrawDone',
});

/** *Delete* (R13, R14): the page that lists all who are ticked, each with a tick to spare them (G-2). */
export const deleteAction = statusAction(deleteApplication, {
  included: 'progress.deleteIncluded',
  commit: 'progress.deleteCommit',
  done: 'progress.deleteDone',
});

/** *Save application* (R23–R25). */
export const saveAction = statusAction(save, {
  included: 'progress.saveIncluded',
  commit: 'progress.saveCommit',
  done: 'progress.saveDone',
});

/** *Save and send User Name & Password* (R26–R28): the mail, then the plan. */
export const saveAndSendAction: MailAction<object> = {
  action: saveAndSendCredentials,
  draft: z.looseObject({}),
  begin: () => ({}),
  Form: null,
  template: () => 'credentials',
  mergeFields: [...GENERAL_FIELDS, ...LOGIN_FIELDS],
  instead: { of: 'credentials-place-missing', action: 'save' },
  words: {
    included: 'progress.saveIncluded',
    commit: 'progress.saveAndSendCommit',
    done: 'progress.saveAndSendDone',
    written: 'progress.emailsWritten',
  },
};

/** C17: without a server there is nothing that a password opens. It begins with its plan, which says so; saving alone is the way. */
export const saveWithoutPageAction: MailAction<object> = { ...saveAndSendAction, template: null };

function statusAction(action: ProgressAction<Ticks>, words: Omit<ActionWords, 'written'>): MailAction<object> {
  return {
    action,
    draft: z.looseObject({}),
    begin: () => ({}),
    Form: null,
    template: null,
    mergeFields: [],
    words: { ...words, written: 'progress.statusesWritten' },
  };
}
