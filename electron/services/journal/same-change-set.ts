import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { sameJson, type Json } from '../../../shared/lib/json.js';

/**
 * Whether what stands in the journal is the given change set. What was erased meanwhile cannot be compared any more: the
 * stamp, one of a kind, decides then.
 */
export function isSameChangeSet(there: ChangeSet, given: ChangeSet): boolean {
  if (there.stamp !== given.stamp || there.actionId !== given.actionId || there.action !== given.action) return false;
  return there.changes.length < given.changes.length || sameJson(asJson(there.changes), asJson(given.changes));
}

function asJson(changes: ChangeSet['changes']): Json {
  return changes as unknown as Json; // a change is JSON by its schema, which the type of a record of JSON cannot say
}
