import type { Change, CreateChange } from '../../shared/changes/change-set.js';
import { invert, type Inverse } from '../../shared/changes/invert.js';
import { EMPTY_STATE, eventsOf, type RecordState } from '../../shared/changes/record-state.js';
import { cancelMessage } from '../../shared/domain/message-state.js';
import { MessageEvent } from '../../shared/records/message.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import { idsToRead } from './apply-changes.js';
import type { Saved } from './commit.js';
import { newId } from './new-id.js';
import type { WorkingStore } from './working-store.js';

/** Takes a whole action back, its change sets newest first, against what stands now. */
export async function planUndo(
  store: WorkingStore,
  saved: Saved,
  { now, by }: { readonly now: number; readonly by: string | null },
): Promise<Inverse> {
  const undoCreate = (change: CreateChange, state: RecordState): Change | null => {
    const { table, id, dossier } = change;
    if (table === 'message') {
      const events = eventsOf(state).map((event) => MessageEvent.parse(event));
      return cancelMessage(change, events, { id: newId(), at: now, by: by as RecruiterId | null });
    }
    return { kind: 'erase', table, id, dossier, whole: table === 'person' };
  };
  const changes: Change[] = [];
  const kept: Inverse['kept'][number][] = [];
  for (const changeSet of [...saved.changeSets].reverse()) {
    const { rows } = await store.read(idsToRead(changeSet.changes));
    const inverse = invert(changeSet, { stateOf: (_, id) => rows.get(id)?.state ?? EMPTY_STATE, undoCreate });
    changes.push(...inverse.changes);
    kept.push(...inverse.kept);
  }
  return { changes, kept };
}
