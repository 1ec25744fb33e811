import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import type { Json } from '../../../shared/lib/json.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { RefusalRow } from '../../data/roster/refusals.js';
import type { WhyUnreadable } from '../../data/refused-work.js';
import type { Roster } from '../../data/roster/rows.js';
import { fieldLook, type FieldLook } from './field-looks.js';
import { nameOf } from './open-conflicts.js';

/** What a person did and the server refused, whole or in part: a big action is refused in several change sets. */
export interface RefusalGroup {
  readonly id: string;
  readonly code: string;
  /** When it was refused, in UTC milliseconds. */
  readonly at: number;
  readonly refusals: readonly RefusalRow[];
  /** Those that can still be read. */
  readonly changeSets: readonly ChangeSet[];
  /** Where none can be read: why. */
  readonly why: WhyUnreadable;
}

/** The newest first. `read` holds what was read so far; what was not yet is not among them. */
export function refusalGroups(
  refusals: Iterable<RefusalRow>,
  read: ReadonlyMap<string, ChangeSet | WhyUnreadable>,
): readonly RefusalGroup[] {
  const groups = new Map<string, RefusalGroup>();
  for (const refusal of [...refusals].sort((a, b) => a.n - b.n)) {
    const found = read.get(refusal.id);
    if (found === undefined) continue;
    const [changeSet, why] = typeof found === 'string' ? [null, found] : [found, 'unknown' as const];
    const id = changeSet === null ? refusal.id : `${changeSet.actionId} ${refusal.code}`;
    const there = groups.get(id) ?? { id, code: refusal.code, at: refusal.at, refusals: [], changeSets: [], why };
    groups.set(id, {
      ...there,
      at: Math.max(there.at, refusal.at),
      refusals: [...there.refusals, refusal],
      changeSets: changeSet === null ? there.changeSets : [...there.changeSets, changeSet],
    });
  }
  return [...groups.values()].sort((a, b) => b.at - a.at);
}

/** Somebody or something that a change set was about. */
export interface Concerned {
  readonly id: string;
  /** Null for what is nobody's, and for whoever is not in the lists. */
  readonly person: PersonId | null;
  /** Empty where it has none that is known. */
  readonly name: string;
  readonly isPerson: boolean;
}

/** Whom it was about, each once; what is nobody's only where it was about nobody. */
export function concernedBy({ changeSets }: RefusalGroup, roster: Roster): readonly Concerned[] {
  const changes = changeSets.flatMap((changeSet) => changeSet.changes);
  const dossiers = new Set(changes.flatMap(({ dossier }) => dossier ?? []));
  if (dossiers.size > 0) {
    return [...dossiers].map((id) => {
      const known = roster.people.get(id as PersonId);
      const { givenName, familyName } = known ?? createdIn(changes, id);
      return { id, person: known?.id ?? null, name: [givenName, familyName].filter(isText).join(' '), isPerson: true };
    });
  }
  return [...new Map(changes.map(({ id, table }) => [id, table]))].map(([id, table]) => {
    const { title, label, name } = createdIn(changes, id);
    const known = nameOf(roster, table, id) || ([title, label, name].find(isText) ?? '');
    return { id, person: null, name: known, isPerson: false };
  });
}

/** What was to stand in a field, or was noted: it stands nowhere else any more. */
type RefusedDetail =
  | { readonly kind: 'field'; readonly id: string; readonly look: FieldLook; readonly value: Json }
  | { readonly kind: 'text'; readonly id: string; readonly text: string };

export function detailsOf({ changeSets }: RefusalGroup): readonly RefusedDetail[] {
  return changeSets.flatMap(({ changes }) =>
    changes.flatMap((change): readonly RefusedDetail[] => {
      if (change.kind === 'set') {
        const look = fieldLook(change.table, change.field);
        return look === null ? [] : [{ kind: 'field', id: `${change.id} ${change.field}`, look, value: change.value }];
      }
      const text = change.kind === 'event' && change.event.type === 'note' ? change.event['text'] : null;
      return isText(text) && change.kind === 'event' ? [{ kind: 'text', id: change.event.id, text }] : [];
    }),
  );
}

function createdIn(changes: readonly Change[], id: string): Readonly<Record<string, Json | undefined>> {
  const created = changes.find((change) => change.kind === 'create' && change.id === id);
  return created?.kind === 'create' ? created.fields : {};
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
