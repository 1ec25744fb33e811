import { staysHere } from '../../shared/changes/housekeeping.js';
import { isUnknown, packState } from '../../shared/changes/record-state.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import { canonicalState, DigestSums, digestedText } from '../../shared/sync/digest.js';
import type { HostClient } from './host-client.js';
import { openRow } from './sealed-row.js';
import type { WorkingStore } from './working-store.js';

/** Rows read at a time: between two of them the page answers. */
const PAGE = 200;

/**
 * Once a day: whether this laptop knows the same as the server. Where it does not, the host loads all records again, and
 * `differs`. Nobody waits for it: what is written meanwhile makes it vain, and it is done at another time.
 */
export async function compareWithServer(
  host: HostClient,
  store: WorkingStore,
): Promise<Result<{ readonly differs: boolean }, HostErrorCode>> {
  const at = await store.appliedSeq();
  const buckets = await sumUp(store);
  if ((await store.appliedSeq()) !== at) return success({ differs: false });
  return await host.call('sync.compare', { at, buckets });
}

async function sumUp({ database, sealer }: WorkingStore): Promise<Record<string, string>> {
  const sums = new DigestSums();
  const ids = await database.records.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += PAGE) {
    for (const sealed of await database.records.bulkGet(ids.slice(at, at + PAGE))) {
      if (sealed === undefined || staysHere(sealed)) continue;
      const { table, id, state } = await openRow(sealer, sealed);
      if (state.erased || isUnknown(state)) continue;
      const text = new TextEncoder().encode(digestedText(table, id, canonicalState(packState(state))));
      sums.add(id, new DataView(await crypto.subtle.digest('SHA-256', text)).getBigUint64(0));
    }
  }
  return sums.buckets;
}
