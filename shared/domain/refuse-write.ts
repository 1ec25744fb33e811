import type { Change } from '../changes/change-set.js';
import type { Json } from '../lib/json.js';
import type { MessageChannel } from '../records/message.js';
import type { Right } from '../records/recruiter.js';
import { progressActions } from './progress-actions/registry.js';
import type { ProgressActionId } from './progress-action.js';
import {
  administers,
  ANY_INVITE,
  hasRight,
  INVITE_RIGHTS,
  mayEditTemplates,
  mayWriteIn,
  rightsOf,
  type KnownRecruiters,
  type NeededRight,
} from './rights.js';

/** Everything besides *Further progress* that is ever written, and the right it needs (C19, G-9); null: working here is enough. */
const OTHER_WRITES = {
  'first-start': null,
  // What is done by the program itself, or takes back what was allowed.
  deliver: null,
  'hand-over': null,
  undo: null,
  repair: null,
  capture: 'add-candidates',
  // What is added to somebody on file needs more (see `neededFor`).
  import: 'add-candidates',
  'edit-person': null,
  // Ranking and reference check (G-7).
  classify: null,
  'record-consent': null,
  // C17: by the person, on the own page.
  'ask-erasure': null,
  // Of steps that two people took without seeing each other: that the one that stands is right.
  'settle-conflict': null,
  // G-13: whoever adds candidates says which of them are one.
  'merge-people': 'add-candidates',
  'separate-people': 'add-candidates',
  'dismiss-duplicate': 'add-candidates',
  'add-note': 'documents-notes',
  'add-document': 'documents-notes',
  'add-vacancy': 'vacancies',
  'edit-vacancy': 'vacancies',
  'add-fair': 'vacancies',
  'edit-fair': 'vacancies',
  // An answer is entered by whoever hears it; a new time is an invitation (see `neededFor`).
  'edit-meeting-invitation': null,
  'enter-panel-rating': null,
  'take-back-panel-rating': null,
  'move-interview': ANY_INVITE,
  'cancel-interview': ANY_INVITE,
  // An SMS needs its own right besides (see `filesSms`).
  'edit-reminder': ANY_INVITE,
  'add-appointment': null,
  'edit-appointment': null,
  'cancel-appointment': null,
  'add-to-vacancy': 'transfer',
  restore: 'deleted-applications',
  'delete-permanently': 'deleted-applications',
  // docs/adr/0058: what somebody says, and what the rule does by itself where there is no server.
  'keep-longer': 'deleted-applications',
  'place-hold': 'deleted-applications',
  'end-hold': 'deleted-applications',
  'announce-deletion': null,
  'delete-by-rule': null,
  'edit-employee': 'employees',
  'delete-employee': 'employees',
  // Each needs the right for the channel of what it is done to (see `ofChannel`).
  'message-retry': null,
  'message-send-again': null,
  'message-arrived': null,
  'message-cancel': null,
  'message-from-here': null,
  'message-from-server': null,
  // R44: whoever posts them says so, as whoever writes them needs no right of its own.
  'letters-printed': null,
  'letters-posted': null,
  'letters-discarded': null,
  'add-recruiter': 'administer',
  'edit-recruiter': 'administer',
  'edit-organisation': 'administer',
  'edit-rejection-reasons': 'administer',
  'edit-own-steps': 'administer',
  'save-search': 'cv-search',
  'edit-search': 'cv-search',
  'delete-search': 'cv-search',
  'send-test-mail': 'send-email',
  // A department administrator edits those of the own departments (see `refuseTemplates`).
  'edit-template': ['administer', 'vacancies'],
  'add-contract-template': 'administer',
  'edit-contract-template': 'administer',
  'delete-contract-template': 'administer',
  'add-contract-tag': 'administer',
  'edit-contract-tag': 'administer',
  'delete-contract-tag': 'administer',
  'read-export': 'administer',
  // What a laptop had before it joined: only what adds is taken of it (see `refuseReceived`).
  join: null,
  'install-demo-data': 'administer',
  'remove-demo-data': 'administer',
} as const satisfies Readonly<Record<string, NeededRight | null>>;

/** What a person did, as it stands in the journal. One that has no line here does not compile. */
export type WriteAction = keyof typeof OTHER_WRITES | ProgressActionId;

/** Why a write is refused. Never asked of what was written on another laptop: a merge takes in whatever was done. */
export type WriteRefusal =
  | 'right/missing'
  | 'right/not-working-here'
  | 'right/other-department'
  // G-9: there is always at least one.
  | 'right/last-administrator';

export interface Write {
  readonly action: WriteAction;
  /** Who is working; null before anybody is chosen, and for what the program does by itself. */
  readonly by: string | null;
  readonly changes: readonly Change[];
}

/** As they stand at the moment of writing. */
export interface WriteFacts {
  readonly recruiters: KnownRecruiters;
  /** Of a vacancy; null where there is none, or it has no department. */
  readonly departmentOf: (vacancy: string) => string | null;
  /** Of a message; null where it is gone. */
  readonly channelOf: (message: string) => MessageChannel | null;
  /** Of a mail's template; empty for the ones of all departments. */
  readonly departmentOfTemplate: (template: string) => string;
}

/** The one place that lets a write through or refuses it, whatever the screens offered. Null: it may be written. */
export function refuseWrite(write: Write, facts: WriteFacts): WriteRefusal | null {
  const { recruiters } = facts;
  if (recruiters.size === 0) return null; // the first start: there is nobody yet to ask
  if (takesLastAdministrator(write.changes, recruiters)) return 'right/last-administrator';
  const needed = [...neededFor(write), ...ofChannel(write, facts)];
  if (needed.length === 0 && isAlwaysFree(write.action)) return null;
  const recruiter = write.by === null ? undefined : recruiters.get(write.by);
  if (recruiter?.active !== true) return 'right/not-working-here';
  const rights = rightsOf(write.by, recruiters);
  if (!needed.every((one) => hasRight(rights, one))) return 'right/missing';
  if (isElsewhere(write, recruiter.departments, facts)) return 'right/other-department';
  return refuseTemplates(write, { rights, departments: recruiter.departments }, facts);
}

/** Each of them is needed. */
export function neededFor({ action, changes }: Pick<Write, 'action' | 'changes'>): readonly NeededRight[] {
  const base = rightFor(action);
  // An own step goes with a mail or without one (G-8), and so does a transfer to the CV database (G-3).
  const writes = changes.some((change) => change.table === 'message' && (action === 'own-step' || isLogin(change)));
  return [
    ...(base === null ? [] : [base]),
    ...(writes ? ['send-email' as const] : []),
    ...changes.flatMap(ofInterview),
    ...(!FILES_ANYTHING.includes(action) && changes.some((change) => filesSms(change, changes))
      ? ['send-sms' as const]
      : []),
    ...(action === 'import' ? forPeopleOnFile(changes) : []),
  ];
}

function isLogin(change: Change): boolean {
  return change.kind === 'create' && change.fields['purpose'] === 'credentials';
}

/** R77, R103: who may send by a channel decides what becomes of what waits in it. */
export const CHANNEL_RIGHTS = { email: 'send-email', sms: 'send-sms' } as const satisfies Record<MessageChannel, Right>;

function ofChannel({ action, changes }: Write, { channelOf }: WriteFacts): readonly Right[] {
  if (!DECIDES_ABOUT_MESSAGES.includes(action)) return [];
  return changes.flatMap(({ table, id }) => (table === 'message' ? [CHANNEL_RIGHTS[channelOf(id) ?? 'email']] : []));
}

const DECIDES_ABOUT_MESSAGES: readonly WriteAction[] = [
  'message-retry',
  'message-send-again',
  'message-arrived',
  'message-cancel',
  'message-from-here',
  'message-from-server',
];

/** What is brought in as it stood elsewhere. */
const FILES_ANYTHING: readonly WriteAction[] = ['read-export', 'install-demo-data'];

/**
 * R77, R103: an SMS is filed by whoever may send them. A reminder that follows its interview to another time, or the organisation
 * to another zone, is still that of whoever booked it (C3, C5).
 */
function filesSms(change: Change, all: readonly Change[]): boolean {
  if (change.kind !== 'create' || change.table !== 'message' || change.fields['channel'] !== 'sms') return false;
  const { interviewId, purpose } = change.fields;
  const isMoved = (other: Change): boolean =>
    other.kind === 'set' &&
    ((other.table === 'interview' && other.id === interviewId && other.field === 'sequence') ||
      (other.table === 'organisation' && other.field === 'zone' && purpose === 'reminder'));
  return !all.some(isMoved);
}

/** A file adds to somebody on file what needs a right of its own in the dossier and in the CV database. */
function forPeopleOnFile(changes: readonly Change[]): readonly Right[] {
  const isNew = new Set(
    changes.flatMap(({ kind, table, id }) => (kind === 'create' && table === 'person' ? [id] : [])),
  );
  const onFile = changes.filter(({ dossier }) => dossier !== null && !isNew.has(dossier));
  return [
    ...(onFile.some(({ kind, table }) => kind === 'create' && table === 'application') ? (['transfer'] as const) : []),
    ...(onFile.some((change) => change.kind === 'event' && change.event.type === 'note')
      ? (['documents-notes'] as const)
      : []),
  ];
}

function rightFor(action: WriteAction): NeededRight | null {
  const others: Partial<Record<WriteAction, NeededRight | null>> = OTHER_WRITES;
  return isProgress(action) ? progressActions[action].right : (others[action] ?? null);
}

function isProgress(action: WriteAction): action is ProgressActionId {
  return Object.hasOwn(progressActions, action);
}

const FREE: readonly WriteAction[] = [
  'deliver',
  'hand-over',
  'undo',
  'repair',
  'join',
  'announce-deletion',
  'delete-by-rule',
];

/** What is done without anybody, and the way back from what was allowed when it was done. */
function isAlwaysFree(action: WriteAction): boolean {
  return FREE.includes(action);
}

/** To make one needs the right of its stage; to move one, that of any. */
function ofInterview(change: Change): readonly NeededRight[] {
  if (change.table !== 'interview') return [];
  if (change.kind === 'set') return [ANY_INVITE];
  if (change.kind !== 'create') return [];
  const rights: Readonly<Record<string, Right>> = INVITE_RIGHTS;
  const { type } = change.fields;
  const right = typeof type === 'string' ? rights[type] : undefined;
  return right === undefined ? [ANY_INVITE] : [right];
}

/** G-9: a department administrator writes in the vacancies of the own departments. */
function isElsewhere({ changes }: Write, departments: readonly string[], { departmentOf }: WriteFacts): boolean {
  const touched = changes.flatMap((change): readonly Json[] => {
    if (change.table !== 'vacancy') return [];
    if (change.kind === 'create') return [change.fields['department'] ?? null];
    const there = departmentOf(change.id);
    return change.kind === 'set' && change.field === 'department' ? [there, change.value] : [there];
  });
  return touched.some((department) => !mayWriteIn(departments, typeof department === 'string' ? department : null));
}

/** G-8, G-9: whoever administers writes every template, a department administrator those of the own departments alone. */
function refuseTemplates(
  { changes }: Write,
  { rights, departments }: { readonly rights: readonly Right[]; readonly departments: readonly string[] },
  { departmentOfTemplate }: WriteFacts,
): WriteRefusal | null {
  const touched = changes.flatMap((change): readonly Json[] => {
    if (change.table !== 'mailTemplate') return [];
    return [change.kind === 'create' ? (change.fields['department'] ?? '') : departmentOfTemplate(change.id)];
  });
  if (touched.every((one) => typeof one === 'string' && mayEditTemplates(rights, departments, one))) return null;
  return departments.length === 0 ? 'right/missing' : 'right/other-department';
}

function takesLastAdministrator(changes: readonly Change[], before: KnownRecruiters): boolean {
  if (!changes.some(({ table }) => table === 'recruiter')) return false;
  const after = new Map([...before].map(([id, { active, rights }]) => [id, { active, may: isAdministrator(rights) }]));
  for (const change of changes) {
    if (change.table !== 'recruiter') continue;
    const { active, may } = after.get(change.id) ?? { active: false, may: false };
    if (change.kind === 'erase') after.delete(change.id);
    else if (change.kind === 'create') {
      after.set(change.id, { active: change.fields['active'] === true, may: isAdministrator(change.fields['rights']) });
    } else if (change.kind === 'set' && change.field === 'active') {
      after.set(change.id, { active: change.value === true, may });
    } else if (change.kind === 'set' && change.field === 'rights') {
      after.set(change.id, { active, may: isAdministrator(change.value) });
    }
  }
  const left = [...after.values()].some(({ active, may }) => active && may);
  return !left && [...before.values()].some(administers);
}

function isAdministrator(rights: Json | undefined): boolean {
  return Array.isArray(rights) && rights.includes('administer');
}
