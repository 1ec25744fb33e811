import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { PROGRESS_ACTIONS, type FixedActionId } from '../../../shared/domain/progress-action.js';

/** What people call each thing that is written, besides the fourteen actions: by the words of the control that does it. */
const ACTION_WORDS = {
  'own-step': 'settings.stepOne',
  'first-start': 'settings.organisation',
  join: 'sync.joinColleagues',
  deliver: 'shell.outbox',
  undo: 'common.undo',
  capture: 'home.addCandidate',
  import: 'import.title',
  'edit-person': 'dossier.editContact',
  classify: 'common.ranking',
  'record-consent': 'dossier.recordConsent',
  'settle-conflict': 'sync.conflicts',
  'merge-people': 'duplicates.merge',
  'separate-people': 'duplicates.separate',
  'dismiss-duplicate': 'duplicates.dismiss',
  'add-note': 'dossier.addNote',
  'add-document': 'dossier.addDocument',
  'add-vacancy': 'vacancies.newVacancy',
  'edit-vacancy': 'vacancies.editVacancy',
  'add-fair': 'fairs.newFair',
  'edit-fair': 'fairs.editFair',
  'edit-meeting-invitation': 'interview.edit',
  'enter-panel-rating': 'panel.enter',
  'take-back-panel-rating': 'panel.takeBack',
  'move-interview': 'templates.names.interview-moved',
  'cancel-interview': 'interview.cancel',
  'edit-reminder': 'interview.reminderChange',
  'add-appointment': 'calendar.newAppointment',
  'edit-appointment': 'calendar.appointment',
  'cancel-appointment': 'calendar.cancelAppointment',
  'add-to-vacancy': 'database.add',
  restore: 'deleted.restore',
  'delete-permanently': 'deleted.deletePermanently',
  'edit-employee': 'shell.employees',
  'delete-employee': 'employees.delete',
  'message-retry': 'outbox.retry',
  'message-send-again': 'outbox.sendAgain',
  'message-arrived': 'outbox.arrived',
  'message-cancel': 'outbox.cancel',
  'letters-printed': 'letters.statePrinted',
  'letters-posted': 'letters.markPosted',
  'letters-discarded': 'letters.discard',
  'add-recruiter': 'settings.addRecruiter',
  'edit-recruiter': 'settings.editRecruiter',
  'edit-organisation': 'settings.organisation',
  'edit-rejection-reasons': 'settings.reasons',
  'edit-own-steps': 'settings.steps',
  'save-search': 'search.saved',
  'edit-search': 'search.saved',
  'delete-search': 'search.saved',
  'send-test-mail': 'templates.test',
  'edit-template': 'shell.templates',
  'add-contract-template': 'settings.newContractTemplate',
  'edit-contract-template': 'settings.editContractTemplate',
  'delete-contract-template': 'settings.contracts',
  'add-contract-tag': 'settings.addOwnTag',
  'edit-contract-tag': 'settings.editOwnTag',
  'delete-contract-tag': 'settings.ownTags',
  'read-export': 'data.readTitle',
  'install-demo-data': 'demo.install',
  'remove-demo-data': 'demo.remove',
} as const satisfies Readonly<Record<Exclude<WriteAction, FixedActionId>, MessageKey>>;

/** What people call an action that stands in the journal; null for one that this Fairdesk does not know. */
export function actionWord(action: string): MessageKey | null {
  const others: Readonly<Record<string, MessageKey>> = ACTION_WORDS;
  const fixed = PROGRESS_ACTIONS.find((one) => one === action);
  return fixed === undefined ? (others[action] ?? null) : `progress.actions.${fixed}.name`;
}
