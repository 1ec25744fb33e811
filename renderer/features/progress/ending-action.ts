import { z } from 'zod';
import type { ProgressAction } from '../../../shared/domain/progress-action.js';
import type { Ticks } from '../../../shared/domain/plan-ending.js';
import { deleteApplication } from '../../../shared/domain/progress-actions/delete.js';
import { withdraw } from '../../../shared/domain/progress-actions/withdraw.js';
import type { ActionWords, MailAction } from './mail-action.js';

/** *Withdrawn* (R9–R12): nothing is asked, and nobody is written to. */
export const withdrawAction = endingAction(withdraw, {
  included: 'progress.withdrawIncluded',
  commit: 'progress.withdrawCommit',
  done: 'progress.withdrawDone',
});

/** *Delete* (R13, R14): the page that lists all who are ticked, each with a tick to spare them (G-2). */
export const deleteAction = endingAction(deleteApplication, {
  included: 'progress.deleteIncluded',
  commit: 'progress.deleteCommit',
  done: 'progress.deleteDone',
});

function endingAction(action: ProgressAction<Ticks>, words: ActionWords): MailAction<object> {
  return { action, draft: z.looseObject({}), begin: () => ({}), Form: null, template: null, mergeFields: [], words };
}
