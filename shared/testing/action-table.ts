import type { ProgressActionId } from '../domain/progress-action.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Right } from '../records/recruiter.js';

/** C26 and T2 as a page says them, beside the rules that the program follows: the tests hold the two together. */
interface ActionRow {
  /** A cell a status: new invited offered transferred restored saved rejected withdrawn hired deleted moved. */
  readonly cells: string;
  /** The status that it leads to; null where none changes. */
  readonly to: ApplicationStatus | null;
  /** G-9: each alone enables it in the list; empty where nobody is kept from it. */
  readonly rights: readonly Right[];
}

export const ACTION_TABLE = {
  withdraw: { cells: 'yes yes yes yes yes yes yes no  no  no  no ', to: 'withdrawn', rights: [] },
  delete: { cells: 'yes yes yes yes yes yes yes yes yes no  no ', to: 'deleted', rights: ['delete'] },
  'send-email': { cells: 'yes yes yes yes yes yes yes yes yes no  no ', to: null, rights: ['send-email'] },
  'invite-to-interview': {
    cells: 'yes yes yes yes yes ask ask ask no  no  no ',
    to: 'invited',
    rights: ['invite-initial', 'invite-first-second', 'invite-third'],
  },
  reject: { cells: 'yes yes yes yes yes yes no  yes no  no  no ', to: 'rejected', rights: ['reject'] },
  save: { cells: 'yes yes yes yes yes no  yes yes no  no  no ', to: 'saved', rights: [] },
  'save-and-send-credentials': {
    cells: 'yes yes yes yes yes yes yes yes no  no  no ',
    to: 'saved',
    rights: ['send-email'],
  },
  forward: { cells: 'yes yes yes yes yes yes yes yes yes no  no ', to: null, rights: ['send-email'] },
  transfer: { cells: 'yes yes yes yes yes yes yes yes no  no  no ', to: 'moved', rights: ['transfer'] },
  'send-offer': { cells: 'yes yes yes yes yes ask ask ask no  no  no ', to: 'offered', rights: ['offer'] },
  hire: { cells: 'yes yes yes yes yes ask ask ask no  no  no ', to: 'hired', rights: ['hire'] },
  'employment-contract': { cells: 'yes yes yes yes yes ask ask ask yes no  no ', to: null, rights: ['hire'] },
  'send-letter': { cells: 'yes yes yes yes yes yes yes yes yes no  no ', to: null, rights: [] },
  'panel-review': { cells: 'yes yes yes yes yes yes yes yes no  no  no ', to: null, rights: ['send-email'] },
  'own-step': { cells: 'yes yes yes yes yes yes yes yes yes no  no ', to: null, rights: [] },
} as const satisfies Record<ProgressActionId, ActionRow>;

/** T2: which status each status may become, for whoever checks that the program says the same. */
export const LEGAL_STEPS: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  new: ['transferred', 'invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'],
  invited: ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'],
  offered: ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'],
  transferred: ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'],
  restored: ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'],
  saved: ['invited', 'offered', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'],
  rejected: ['invited', 'offered', 'saved', 'withdrawn', 'hired', 'deleted', 'moved'],
  withdrawn: ['invited', 'offered', 'saved', 'rejected', 'hired', 'deleted', 'moved'],
  hired: ['restored', 'deleted'],
  deleted: ['restored'],
  moved: [],
};

const WORDS = { yes: 'allowed', ask: 'asks', no: 'refused' } as const;

const STATUSES = Object.keys(LEGAL_STEPS) as ApplicationStatus[];

export function cellOf(action: ProgressActionId, status: ApplicationStatus): 'allowed' | 'asks' | 'refused' {
  const word = ACTION_TABLE[action].cells.trim().split(/ +/)[STATUSES.indexOf(status)];
  if (word !== 'yes' && word !== 'ask' && word !== 'no') throw new Error(`no cell for ${action} ${status}`);
  return WORDS[word];
}
