import type { EraseChange, FoldChange, PackedState } from '../../shared/changes/change-set.js';
import { HOUSEKEEPING, LEFT_TABLE } from '../../shared/changes/housekeeping.js';
import { ERASED_STATE, isUnknown, packState } from '../../shared/changes/record-state.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import { cutByDossier } from './apply-changes.js';
import { DOSSIERS_PER_CHANGE_SET, type CommitDeps } from './commit.js';
import { stampChangeSet, type DevicePosition } from './device-position.js';
import { appendChangeSet } from './append-change-set.js';
import { newId } from './new-id.js';
import { foldOf } from './repair-journal.js';
import { replay } from './replay.js';
import { openRow } from './sealed-row.js';

const PAGE = 500;

interface Resend {
  /** Places of the journal between which stands what the server told. */
  readonly from: number;
  readonly to: number;
  readonly by: string | null;
}

/**
 * After the server's restore: erases again whom it does not know as erased any more, and writes, as folds, every record of
 * which more is known here than it told.
 */
export async function resendWhatIsMissing(
  deps: CommitDeps,
  position: DevicePosition,
  resend: Resend,
): Promise<Result<null, HostErrorCode>> {
  const told = await readTold(deps, resend);
  if (!told.ok) return told;
  const missing = await findMissing(deps, told.value);
  const actionId = newId();
  // Apart from each other: who may write a record again may not be allowed to erase.
  const pieces = [missing.erasures, missing.folds].flatMap((part) => cutByDossier(part, DOSSIERS_PER_CHANGE_SET));
  for (const changes of pieces) {
    const changeSet = stampChangeSet(position, { action: 'repair', actionId, by: resend.by, changes }, deps.now());
    const appended = await appendChangeSet(deps.host, changeSet);
    // Begun again at the next time: a fold that is written twice changes nothing.
    if (!appended.ok) return appended.code === 'commit/unknown' ? success(null) : { ...appended, code: appended.code };
    const replayed = await replay(deps.host, deps.store, deps.listener);
    if (!replayed.ok) return replayed;
  }
  return await deps.host.call('sync.resent', null);
}

/** What the server told of each record, by id, as short as it can be compared. */
async function readTold(
  { host }: CommitDeps,
  { from, to }: Resend,
): Promise<Result<ReadonlyMap<string, string>, HostErrorCode>> {
  const told = new Map<string, string>();
  for (let after = from; after < to;) {
    const page = await host.call('journal.read', { after, limit: PAGE });
    if (!page.ok) return page;
    const entries = page.value.entries.filter(({ seq }) => seq <= to);
    for (const { changeSet } of entries) {
      if (changeSet?.device !== HOUSEKEEPING) continue;
      for (const change of changeSet.changes) {
        if (change.kind === 'fold') told.set(change.id, await digestOf(change.state));
        // While everything is loaded, only a dossier that was erased is said to have left.
        const isErased = change.kind === 'erase' || (change.kind === 'create' && change.table === LEFT_TABLE);
        if (isErased) told.set(change.id, await digestOf(packState(ERASED_STATE)));
      }
    }
    after = entries.at(-1)?.seq ?? to;
  }
  return success(told);
}

async function findMissing(
  { store: { database, sealer } }: CommitDeps,
  told: ReadonlyMap<string, string>,
): Promise<{ readonly erasures: readonly EraseChange[]; readonly folds: readonly FoldChange[] }> {
  const erasures: EraseChange[] = [];
  const folds: FoldChange[] = [];
  const ids = await database.records.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += PAGE) {
    const sealed = await database.records.bulkGet(ids.slice(at, at + PAGE));
    for (const one of sealed) {
      if (one === undefined) continue;
      const row = await openRow(sealer, one);
      if (isUnknown(row.state) || told.get(row.id) === (await digestOf(packState(row.state)))) continue;
      // Nothing can be sealed for a dossier whose key is gone: its erasure is.
      const { id, table, dossier } = row;
      if (row.state.erased && id === dossier) erasures.push({ kind: 'erase', table, id, dossier, whole: true });
      else folds.push(foldOf(row));
    }
  }
  return { erasures, folds };
}

/** Sorted, so that equal states have equal digests whoever packed them. */
async function digestOf(state: PackedState): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sorted(state)));
  return String.fromCharCode(...new Uint8Array(bytes).subarray(0, 12));
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
