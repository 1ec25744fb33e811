import type { ChangeSet } from '../../shared/changes/change-set.js';
import { success, type Result } from '../../shared/lib/result.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { applyChangeSet, idsToRead } from './apply-changes.js';
import type { HostClient } from './host-client.js';
import { refusalsIn } from '../../shared/changes/housekeeping.js';
import { keyOf, remakeWithout } from './remake-refused.js';
import { changedRows, type WorkingStore } from './working-store.js';
import type { OpenRow } from './sealed-row.js';

const PAGE = 200;

export interface ReplayProgress {
  readonly seq: number;
  readonly head: number;
}

export interface ReplayListener {
  onChangeSet(changeSet: ChangeSet): void;
  /** Rows as they stand after the journal's places `from` (exclusive) to `to`. */
  onRows(rows: readonly OpenRow[], from: number, to: number): void;
  onProgress(progress: ReplayProgress): void;
}

/** Brings the working store from where it stands to the journal's head, a page of change sets per transaction. */
export async function replay(
  host: HostClient,
  store: WorkingStore,
  listener: ReplayListener,
): Promise<Result<{ readonly appliedSeq: number }, HostErrorCode>> {
  let applied = await store.appliedSeq();
  let refused: ReadonlySet<string> = new Set();
  for (;;) {
    const page = await host.call('journal.read', { after: applied, limit: PAGE });
    if (!page.ok) return page;
    const { entries, head } = page.value;
    if (entries.length === 0) return success({ appliedSeq: applied });
    const changes = entries.flatMap(({ changeSet }) => changeSet?.changes ?? []);
    const working = await store.read(idsToRead(changes));
    const last = entries.at(-1)?.seq ?? applied;
    const refusals = entries.flatMap(({ changeSet }) => (changeSet === null ? [] : refusalsIn(changeSet)));
    for (const { seq, changeSet } of entries) {
      if (changeSet === null) continue;
      if (!refused.has(keyOf(changeSet))) applyChangeSet(working, changeSet, seq);
      listener.onChangeSet(changeSet);
    }
    if (refusals.length > 0) {
      const remade = await remakeWithout(host, store, { working, refusals, seq: last });
      if (!remade.ok) return remade;
      refused = remade.value;
    }
    if (await store.write(working, applied, last)) listener.onRows(changedRows(working), applied, last);
    applied = await store.appliedSeq();
    listener.onProgress({ seq: applied, head });
  }
}
