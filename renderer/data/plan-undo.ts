import type { Change, ChangeSet, CreateChange, Stamp } from '../../shared/changes/change-set.js';
import { invert, type Inverse } from '../../shared/changes/invert.js';
import { EMPTY_STATE, eventsOf, stampsToReplace, type RecordState } from '../../shared/changes/record-state.js';
import { foldLetter } from '../../shared/domain/letter-state.js';
import { cancelMessage } from '../../shared/domain/message-state.js';
import { Document } from '../../shared/records/document.js';
import { Letter, LetterEvent } from '../../shared/records/letter.js';
import { Message, MessageEvent } from '../../shared/records/message.js';
import { Organisation } from '../../shared/records/organisation.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import { idsToRead } from './apply-changes.js';
import type { Saved } from './commit.js';
import { newId } from './new-id.js';
import type { WorkingStore } from './working-store.js';

export interface UndoContext {
  readonly now: number;
  readonly by: string | null;
  /** Whether others refer to it: a vacancy that people applied for, a fair that they came from, a reason of a rejection (`rejectionReason`). */
  readonly isInUse: (table: string, id: string) => boolean;
}

/**
 * Takes a whole action back, its change sets newest first, against what stands now. A dossier that the action opened goes
 * only when nothing was added to it since: a note, a rating, a mail.
 */
export async function planUndo(store: WorkingStore, saved: Saved, context: UndoContext): Promise<Inverse> {
  const inUse = await dossiersWorkedWith(store, saved);
  const changes: Change[] = [];
  const kept: Inverse['kept'][number][] = [];
  for (const changeSet of [...saved.changeSets].reverse()) {
    const stays = changeSet.changes.filter(({ dossier }) => dossier !== null && inUse.has(dossier));
    kept.push(...stays.map((change) => ({ change, reason: 'changed-since' as const })));
    const used = changeSet.changes.filter((change) => dropsUsed(change, context.isInUse));
    kept.push(...used.map((change) => ({ change, reason: 'in-use' as const })));
    const inverse = await invertAgainst(store, without(changeSet, [...stays, ...used]), context);
    changes.push(...inverse.changes);
    kept.push(...inverse.kept);
  }
  return { changes, kept };
}

/** C21: a reason that somebody was rejected for meanwhile stays in the list, and the list with it. */
function dropsUsed(change: Change, isInUse: UndoContext['isInUse']): boolean {
  if (change.kind !== 'set' || change.table !== 'organisation' || change.field !== 'rejectionReasons') return false;
  const before = new Set(reasonsIn(change.before));
  return reasonsIn(change.value).some((id) => !before.has(id) && isInUse('rejectionReason', id));
}

function reasonsIn(value: unknown): readonly string[] {
  const read = Organisation.shape.rejectionReasons.safeParse(value);
  return read.success ? read.data.map(({ id }) => id) : [];
}

function without(changeSet: ChangeSet, left: readonly Change[]): ChangeSet {
  return { ...changeSet, changes: changeSet.changes.filter((change) => !left.includes(change)) };
}

async function invertAgainst(store: WorkingStore, changeSet: ChangeSet, context: UndoContext): Promise<Inverse> {
  const { now, by, isInUse } = context;
  const { rows } = await store.read(idsToRead(changeSet.changes));
  const gone = new Set<string>();
  const undoCreate = (change: CreateChange, state: RecordState): Change | 'already-left' | 'in-use' => {
    const { table, id, dossier } = change;
    // The changes come newest first, so the mail stands before the document that it carries: what went out is kept.
    if (table === 'document' && gone.has(Document.shape.fileId.parse(change.fields['fileId']))) return 'already-left';
    if (gone.has(id)) return 'already-left'; // a request to a panel, of which somebody has the mail
    if (isInUse(table, id)) return 'in-use';
    if (table === 'mailTemplate') return emptyTemplate(change, state);
    // R44: what somebody has posted is out of the house.
    if (table === 'letter' && isPosted(change, state)) return 'already-left';
    if (table !== 'message') return { kind: 'erase', table, id, dossier, whole: table === 'person' };
    const events = eventsOf(state).map((event) => MessageEvent.parse(event));
    const stamp = { id: newId(), at: now, by: by as RecruiterId | null };
    const cancelled = cancelMessage(change, events, stamp);
    if (cancelled !== null) return cancelled;
    const { attachments, panelReviewId } = Message.parse(change.fields);
    for (const { fileId } of attachments) gone.add(fileId);
    if (panelReviewId !== null) gone.add(panelReviewId);
    return 'already-left';
  };
  return invert(changeSet, { stateOf: (_, id) => rows.get(id)?.state ?? EMPTY_STATE, undoCreate });
}

function isPosted({ fields }: CreateChange, state: RecordState): boolean {
  const events = eventsOf(state).map((event) => LetterEvent.parse(event));
  return foldLetter(Letter.shape.writtenAt.parse(fields['writtenAt']), events).state === 'posted';
}

/** Its id is the same for ever, and what is erased can never come back: it goes back to the shipped text instead. */
function emptyTemplate({ table, id, dossier, fields }: CreateChange, state: RecordState): Change {
  const replaces = stampsToReplace(state, 'text');
  return { kind: 'set', table, id, dossier, field: 'text', value: null, before: fields['text'] ?? null, replaces };
}

/** Dossiers that the action opened and that somebody has worked with since. */
async function dossiersWorkedWith(store: WorkingStore, { changeSets }: Saved): Promise<ReadonlySet<string>> {
  const ours = new Set(changeSets.map(({ stamp }) => stamp));
  const opened = changeSets
    .flatMap(({ changes }) => changes)
    .filter(({ kind, table }) => kind === 'create' && table === 'person');
  const workedWith = new Set<string>();
  for (const { id } of opened) {
    const rows = await store.readDossier(id);
    if (rows.some(({ state }) => stampsOf(state).some((stamp) => !ours.has(stamp)))) workedWith.add(id);
  }
  return workedWith;
}

/** Of everything that stands in a record; nothing for an erased one. */
function stampsOf(state: RecordState): readonly Stamp[] {
  const registers = [...state.fields.values(), ...[...state.sets.values()].flatMap((set) => [...set.values()])];
  const events = [...state.events.values()].filter(({ event }) => !state.retracted.has(event.id));
  return [...registers.flatMap(({ heads }) => [...heads.keys()]), ...events.map(({ stamp }) => stamp)];
}
