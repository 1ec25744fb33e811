import { valuesOf } from '../../shared/changes/record-state.js';
import type { JournalHead } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Json } from '../../shared/lib/json.js';
import { success, type Result } from '../../shared/lib/result.js';
import { Id } from '../../shared/records/primitives.js';
import type { Drafts } from './drafts.js';
import type { HostClient } from './host-client.js';
import { openRow } from './sealed-row.js';
import type { WorkingStore } from './working-store.js';

/** Rows read at a time: a large store never stands whole in memory. */
const PAGE = 500;

export interface SweepDeps {
  readonly host: HostClient;
  readonly drafts: Drafts;
  readonly store: WorkingStore;
  readonly journal: Pick<JournalHead, 'damaged' | 'rolledBack'>;
}

/**
 * Has the host put aside every file that neither a document nor a draft names; answers how many. Never with half the
 * knowledge: an unreadable draft fails it, an unreadable row throws, and with a journal that misses steps it answers
 * null, since the missing step may be the one that names a file.
 */
export async function sweepFiles(deps: SweepDeps): Promise<Result<number | null, HostErrorCode>> {
  const { host, store, journal } = deps;
  if (journal.rolledBack || journal.damaged.length > 0) return success(null);
  const inDrafts = await idsInDrafts(deps); // first: what leaves a draft meanwhile goes into a record, read later
  if (!inDrafts.ok) return inDrafts;
  const keep = new Set([...inDrafts.value, ...(await idsInDocuments(store))]);
  const swept = await host.call('file.sweep', { keep: [...keep] });
  return swept.ok ? success(swept.value.removed) : swept;
}

async function idsInDrafts({ drafts }: SweepDeps): Promise<Result<readonly string[], HostErrorCode>> {
  await drafts.flush();
  const listed = await drafts.list();
  if (!listed.ok) return listed;
  const ids: string[] = [];
  for (const { key } of listed.value) {
    const draft = await drafts.read(key);
    if (!draft.ok) return draft;
    ids.push(...idsIn(draft.value));
  }
  return success(ids);
}

async function idsInDocuments({ database, sealer }: WorkingStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const sealed = await database.records.where(':id').above(after).limit(PAGE).toArray();
    const rows = await Promise.all(
      sealed.filter(({ table }) => table === 'document').map((row) => openRow(sealer, row)),
    );
    for (const { state } of rows) if (!state.erased) ids.push(...idsIn(valuesOf(state)));
    const last = sealed.at(-1);
    if (last === undefined) return ids;
    after = last.id;
  }
}

/** Everything that looks like an id, wherever it stands: to keep too much costs nothing. */
function idsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return Id.safeParse(value).success ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
