import type { FoldChange, PackedState } from '../../shared/changes/change-set.js';
import { HOUSEKEEPING, LEFT_TABLE } from '../../shared/changes/housekeeping.js';
import { ERASED_STATE, packState, unpackState, type RecordState } from '../../shared/changes/record-state.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import type { CommitDeps } from './commit.js';
import { cutBySize } from './cut-changes.js';
import { stampChangeSet, type DevicePosition, type StampRequest } from './device-position.js';
import { appendChangeSet } from './append-change-set.js';
import { newId } from './new-id.js';
import { retold, type Retold } from './repair-journal.js';
import { replay } from './replay.js';
import { openRow, type OpenRow } from './sealed-row.js';

const PAGE = 500;

interface Resend {
  /** Places of the journal between which stands what the server told. */
  readonly from: number;
  readonly to: number;
  readonly by: string | null;
}

/** What the server told between two places of the journal. */
export interface Told {
  /** Of each record, by id, as short as it can be compared. */
  readonly digests: ReadonlyMap<string, string>;
  /** Records of no dossier, as they stand there, by id. */
  readonly ofAll: ReadonlyMap<string, { readonly table: string; readonly state: RecordState }>;
}

/** After the server's restore: writes everything that is known here beyond what the server told. */
export async function tellWhatIsMissing(
  deps: CommitDeps,
  position: DevicePosition,
  { by, ...places }: Resend,
): Promise<Result<null, HostErrorCode>> {
  const told = await readTold(deps, places);
  if (!told.ok) return told;
  return await tellServer(deps, position, { action: 'repair', by, missing: await findMissing(deps, told.value) });
}

/** Writes what the server is to be told, and notes that it is written. Begun again at the next time: a fold that is written twice changes nothing. */
export async function tellServer(
  deps: CommitDeps,
  position: DevicePosition,
  { action, by, missing }: Pick<StampRequest, 'action' | 'by'> & { readonly missing: Retold },
): Promise<Result<null, HostErrorCode>> {
  const actionId = newId();
  // Apart from each other: who may write a record again may not be allowed to erase, and who erases must be known by then.
  const pieces = [...cutBySize(missing.folds), ...cutBySize(missing.erasures)];
  for (const changes of pieces) {
    const changeSet = stampChangeSet(position, { action, actionId, by, changes }, deps.now());
    const appended = await appendChangeSet(deps.host, changeSet);
    if (!appended.ok) return appended.code === 'commit/unknown' ? success(null) : { ...appended, code: appended.code };
    const replayed = await replay(deps.host, deps.store, deps.listener);
    if (!replayed.ok) return replayed;
  }
  return await deps.host.call('sync.resent', null);
}

export async function readTold(
  { host }: Pick<CommitDeps, 'host'>,
  { from, to }: Omit<Resend, 'by'>,
): Promise<Result<Told, HostErrorCode>> {
  const digests = new Map<string, string>();
  const ofAll = new Map<string, { readonly table: string; readonly state: RecordState }>();
  for (let after = from; after < to;) {
    const page = await host.call('journal.read', { after, limit: PAGE });
    if (!page.ok) return page;
    const entries = page.value.entries.filter(({ seq }) => seq <= to);
    for (const { changeSet } of entries) {
      if (changeSet?.device !== HOUSEKEEPING) continue;
      for (const change of changeSet.changes) {
        // While everything is loaded, only a dossier that was erased is said to have left.
        const isErased = change.kind === 'erase' || (change.kind === 'create' && change.table === LEFT_TABLE);
        if (isErased) digests.set(change.id, await digestOf(packState(ERASED_STATE)));
        if (change.kind !== 'fold') continue;
        const { id, table, dossier, state } = change;
        digests.set(id, await digestOf(state));
        if (dossier === null) ofAll.set(id, { table, state: unpackState(state) });
      }
    }
    after = entries.at(-1)?.seq ?? to;
  }
  return success({ digests, ofAll });
}

/** Records of which the server told something else, or nothing, as `asTold` makes them, in the order in which they are told. */
export async function findMissing(
  { store: { database, sealer } }: CommitDeps,
  { digests }: Told,
  asTold: (row: OpenRow) => OpenRow = (row) => row,
): Promise<Retold> {
  const missing: OpenRow[] = [];
  const ids = await database.records.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += PAGE) {
    const sealed = await database.records.bulkGet(ids.slice(at, at + PAGE));
    for (const one of sealed) {
      if (one === undefined) continue;
      const row = asTold(await openRow(sealer, one));
      if (digests.get(row.id) !== (await digestOf(packState(row.state)))) missing.push(row);
    }
  }
  const { erasures, folds } = retold(missing);
  return { erasures, folds: [...folds].sort((a, b) => (turnOf(a) < turnOf(b) ? -1 : Number(turnOf(a) !== turnOf(b)))) };
}

/** Who works there goes first: what follows is judged by their rights. Then what belongs to no dossier, and dossier by dossier. */
function turnOf({ table, dossier }: FoldChange): string {
  if (table === 'recruiter') return '';
  return dossier === null ? '-' : `- ${dossier}`;
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
