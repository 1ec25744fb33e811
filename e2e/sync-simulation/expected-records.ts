import type { Change, ChangeSet, PackedRegister, PackedState, Stamp } from '../../shared/changes/change-set.js';
import type { Json } from '../../shared/lib/json.js';
import type { ServerEvidence } from './server-evidence.js';
import type { World } from './world.js';

interface Found extends Pick<ServerEvidence, 'log' | 'records'> {
  readonly world: World;
}

/** What the change sets of the ledger say about a record, worked out from their words alone, without the merge. */
export interface Expected {
  readonly table: string;
  readonly dossier: string | null;
  readonly created: Set<Stamp>;
  /** By field: each value under the stamp that wrote it, and the stamps that somebody replaced. */
  readonly fields: Map<string, Versions>;
  /** By field and element, with a space between. */
  readonly elements: Map<string, Versions>;
  readonly events: Set<string>;
  readonly retracted: Set<string>;
}

export interface Versions {
  readonly written: Map<Stamp, Json>;
  readonly replaced: Set<Stamp>;
}

/** Records as the saved change sets, and those others that came through, leave them; what was erased is not among them. */
export function expectedRecords(evidence: Found): ReadonlyMap<string, Expected> {
  const records = new Map<string, Expected>();
  const present = presentChangeSets(evidence);
  for (const changeSet of present) {
    for (const change of changeSet.changes) {
      if (change.kind === 'fold' || change.kind === 'erase') continue;
      const record = records.get(change.id) ?? empty(change);
      records.set(change.id, record);
      count(record, change, changeSet.stamp);
    }
  }
  for (const [id, { dossier }] of records) if (isErased(present, id, dossier)) records.delete(id);
  return records;
}

/** Saved and not refused; of the others what is somewhere to be seen, as a colleague may have told it. */
function presentChangeSets({ world, log, records }: Found): readonly ChangeSet[] {
  const taken = new Set(log.filter(({ refused }) => refused === null).map(({ stamp }) => stamp));
  const refused = new Set(log.filter(({ refused }) => refused !== null).map(({ stamp }) => stamp));
  return world.ledger.entries.flatMap(({ changeSet, standing }) => {
    const { stamp, changes } = changeSet;
    if (taken.has(stamp) || (standing === 'saved' && !refused.has(stamp))) return [changeSet];
    if (refused.has(stamp)) return [];
    const seen = changes.filter((change) => isIn(records.get(change.id)?.state, change, stamp));
    return seen.length === 0 ? [] : [{ ...changeSet, changes: seen }];
  });
}

/** Whether something that only this change brings stands in a record. */
export function isIn(state: PackedState | undefined, change: Change, stamp: Stamp): boolean {
  if (state === undefined) return false;
  switch (change.kind) {
    case 'create':
      return state.created === stamp;
    case 'set':
      return holds(state.fields[change.field], stamp);
    case 'add':
      return holds(state.sets[change.field]?.[change.element], stamp);
    case 'remove':
      return change.replaces.every((one) => state.sets[change.field]?.[change.element]?.past.includes(one));
    case 'event':
      return state.events[change.event.id] !== undefined;
    case 'retract':
      return state.retracted.includes(change.event);
    case 'erase':
      return state.erased;
    case 'fold':
      return false;
  }
}

/** The same of what can be seen: whoever replaces a refused value names its stamp. */
export function stands(state: PackedState | undefined, change: Change, stamp: Stamp): boolean {
  if (change.kind !== 'set') return isIn(state, change, stamp);
  return state?.fields[change.field]?.heads.some((head) => head.stamp === stamp) === true;
}

function holds(register: PackedRegister | undefined, stamp: Stamp): boolean {
  return register?.past.includes(stamp) === true || register?.heads.some((head) => head.stamp === stamp) === true;
}

function isErased(present: readonly ChangeSet[], id: string, dossier: string | null): boolean {
  return present.some(({ changes }) =>
    changes.some(
      (change) => change.kind === 'erase' && (change.id === id || (change.whole && change.dossier === dossier)),
    ),
  );
}

function empty({ table, dossier }: Change): Expected {
  const maps = { fields: new Map<string, Versions>(), elements: new Map<string, Versions>() };
  return { table, dossier, created: new Set(), events: new Set(), retracted: new Set(), ...maps };
}

function count(record: Expected, change: Change, stamp: Stamp): void {
  switch (change.kind) {
    case 'create':
      record.created.add(stamp);
      for (const [field, value] of Object.entries(change.fields))
        versions(record.fields, field).written.set(stamp, value);
      break;
    case 'set':
      versions(record.fields, change.field).written.set(stamp, change.value);
      for (const one of change.replaces) versions(record.fields, change.field).replaced.add(one);
      break;
    case 'add':
      versions(record.elements, `${change.field} ${change.element}`).written.set(stamp, true);
      break;
    case 'remove':
      for (const one of change.replaces)
        versions(record.elements, `${change.field} ${change.element}`).replaced.add(one);
      break;
    case 'event':
      record.events.add(change.event.id);
      break;
    case 'retract':
      record.retracted.add(change.event);
      break;
    case 'erase':
    case 'fold':
      break;
  }
}

function versions(all: Map<string, Versions>, key: string): Versions {
  const known = all.get(key) ?? { written: new Map<Stamp, Json>(), replaced: new Set<Stamp>() };
  all.set(key, known);
  return known;
}

/** What nothing replaced, by stamp, in their order. */
export function headsOf({ written, replaced }: Versions): readonly (readonly [Stamp, Json])[] {
  return [...written].filter(([stamp]) => !replaced.has(stamp)).sort(([a], [b]) => (a < b ? -1 : 1));
}
