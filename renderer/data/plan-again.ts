import type { Change, ChangeSet, CreateChange, EventChange, SetChange } from '../../shared/changes/change-set.js';
import { stampsToReplace, winner, type RecordState } from '../../shared/changes/record-state.js';
import { foldStanding, mayBecome } from '../../shared/domain/application-status.js';
import { sameJson } from '../../shared/lib/json.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../../shared/records/application.js';
import { readRecord } from './read-record.js';
import type { OpenRow } from './sealed-row.js';

interface AgainContext {
  /** Records and dossiers as they stand now, without what was refused. */
  readonly rows: ReadonlyMap<string, OpenRow>;
  /** Who writes it now, on which laptop. */
  readonly by: string | null;
  readonly device: string;
  /** Until when messages are held, so that they can still be taken back. */
  readonly holdUntil: number;
  readonly newId: () => string;
}

/** Whether it is something that is written once more: what was deleted permanently or put back as it stood is not. */
export function isWrittenAgain({ changes }: Pick<ChangeSet, 'changes'>): boolean {
  return changes.every(({ kind }) => kind !== 'erase' && kind !== 'fold');
}

/**
 * The same wish once more, as changes against what stands now; null where that is not possible, because somebody wrote
 * something else meanwhile, or what it was about is not here. Records keep their ids: a message can leave only once.
 */
export function planAgain(changeSets: readonly ChangeSet[], context: AgainContext): readonly Change[] | null {
  const created = new Set(
    changeSets.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'create')).map(idOf),
  );
  const again: Change[] = [];
  for (const changeSet of changeSets) {
    for (const change of changeSet.changes) {
      const planned = isHere(change, created, context) ? changeAgain(change, changeSet, created, context) : null;
      if (planned === null) return null;
      again.push(planned);
    }
  }
  return again.length === 0 ? null : again;
}

function idOf({ id }: Change): string {
  return id;
}

/** Of everything but a creation, the record; of what lies in a dossier, the person: living, and known. */
function isHere({ id, kind, dossier }: Change, created: ReadonlySet<string>, { rows }: AgainContext): boolean {
  const isLiving = (one: string): boolean => {
    const state = rows.get(one)?.state;
    return created.has(one) || (state !== undefined && state.created !== null && !state.erased);
  };
  return (kind === 'create' || isLiving(id)) && (dossier === null || isLiving(dossier));
}

function changeAgain(
  change: Change,
  from: ChangeSet,
  created: ReadonlySet<string>,
  context: AgainContext,
): Change | null {
  const state = context.rows.get(change.id)?.state;
  switch (change.kind) {
    case 'create':
      return state === undefined || (state.created === null && !state.erased)
        ? createAgain(change, from, context)
        : null;
    case 'set':
      return state === undefined || created.has(change.id) ? null : setAgain(change, state);
    case 'add':
      return change;
    case 'remove': {
      const heads = state?.sets.get(change.field)?.get(change.element)?.heads;
      return heads === undefined ? null : { ...change, replaces: [...heads.keys()] };
    }
    case 'event':
      return eventAgain(change, from, created, context);
    case 'retract':
      return state?.events.has(change.event) === true && !state.retracted.has(change.event) ? change : null;
    case 'erase':
    case 'fold':
      return null;
  }
}

function createAgain(change: CreateChange, { device }: ChangeSet, context: AgainContext): CreateChange {
  if (change.table !== 'message') return change;
  const { holdUntil, deliverBy } = change.fields;
  const held = typeof holdUntil === 'number' ? Math.max(holdUntil, context.holdUntil) : context.holdUntil;
  const by = deliverBy === device ? context.device : (deliverBy ?? context.device);
  return { ...change, fields: { ...change.fields, holdUntil: held, deliverBy: by } };
}

/** Only over the value that was seen: what somebody else wrote meanwhile stays. */
function setAgain(change: SetChange, state: RecordState): SetChange | null {
  const { field, before } = change;
  const register = state.fields.get(field);
  const standing = (register === undefined ? null : winner(register))?.value ?? null;
  return sameJson(standing, before) ? { ...change, replaces: stampsToReplace(state, field) } : null;
}

function eventAgain(
  change: EventChange,
  from: ChangeSet,
  created: ReadonlySet<string>,
  { rows, by, newId }: AgainContext,
): EventChange | null {
  const { event } = change;
  const row = rows.get(change.id);
  const id = row?.state.retracted.has(event.id) === true ? newId() : event.id;
  const again = { ...event, id, ...(event['by'] === from.by && 'by' in event ? { by } : {}) };
  const to = APPLICATION_STATUSES.find((one) => one === event['to']);
  if (change.table !== 'application' || event.type !== 'status' || to === undefined || created.has(change.id)) {
    return { ...change, event: again };
  }
  const status = row === undefined ? null : statusOf(row);
  return status === null || !mayBecome(status, to) ? null : { ...change, event: { ...again, from: status } };
}

function statusOf(row: OpenRow): ApplicationStatus | null {
  const record = readRecord('application', row);
  return record === null ? null : foldStanding(record.events).status;
}
