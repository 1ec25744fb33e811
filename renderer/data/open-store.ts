import type { ChangeSet } from '../../shared/changes/change-set.js';
import { observe } from '../../shared/changes/clock.js';
import { greatestStamp } from '../../shared/changes/greatest-stamp.js';
import type { JournalHead } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import { catchUp } from './commit.js';
import { cutBySize } from './cut-changes.js';
import { Database } from './database.js';
import { stampChangeSet, type DevicePosition } from './device-position.js';
import type { HostClient } from './host-client.js';
import { newId } from './new-id.js';
import { findDamage, placesRepairedBy, repairChanges, repairNote, type Damage } from './repair-journal.js';
import { replay, type ReplayListener, type ReplayProgress } from './replay.js';
import { RosterSegments } from './roster/segments.js';
import { RosterTable } from './roster/roster-table.js';
import { createSealer } from './sealing.js';
import { WorkingStore } from './working-store.js';
import { asWriter } from './writer-queue.js';

export interface OpenStore {
  /** Place in the journal up to which the roster is current. */
  readonly seq: number;
  readonly store: WorkingStore;
  readonly table: RosterTable;
  readonly segments: RosterSegments;
  /** The store was lost or damaged and was made again from the journal. */
  readonly rebuilt: boolean;
  readonly damage: Damage;
}

export interface OpenStoreOptions {
  readonly databaseName: string;
  readonly onChangeSet: (changeSet: ChangeSet) => void;
  readonly onProgress: (progress: ReplayProgress) => void;
  readonly now: () => number;
  /** Who works here, by whose rights a server judges what is put back. */
  readonly by: string | null;
  readonly position: DevicePosition;
}

/**
 * The working store as the journal says it must be: behind, it replays; lost, damaged or of another journal, it is made
 * again from the first frame. Whatever it holds is never more than a copy.
 */
export async function openStore(
  host: HostClient,
  head: JournalHead,
  options: OpenStoreOptions,
): Promise<Result<OpenStore, HostErrorCode>> {
  const kept = await tryExisting(host, head, options);
  if (kept !== null) return kept;
  return await rebuild(host, head, options);
}

/** Null when the store cannot be trusted and must be rebuilt. */
async function tryExisting(
  host: HostClient,
  head: JournalHead,
  options: OpenStoreOptions,
): Promise<Result<OpenStore, HostErrorCode> | null> {
  const database = new Database(options.databaseName);
  try {
    const meta = await database.storeMeta();
    if (meta === null || meta.journalId !== head.journalId) return abandon(database);
    const key = await host.call('store.key', { renew: false });
    if (!key.ok) return key;
    if (key.value.kid !== meta.kid) return abandon(database);
    const sealer = await createSealer(key.value.kid, key.value.key);
    const store = new WorkingStore(database, sealer, head.journalId);
    const segments = new RosterSegments(database, sealer);
    const table = await segments.load();
    const damage = findDamage(head, meta.appliedSeq, await database.damageMeta());
    const listener = rosterListener(table, segments, options);
    const replayed = await replay(host, store, listener);
    if (!replayed.ok) return replayed;
    const repaired = await asWriter(() => repair({ host, store, listener }, damage, options));
    if (!repaired.ok) return repaired;
    return success({ store, table, segments, rebuilt: false, seq: await store.appliedSeq(), damage });
  } catch {
    return abandon(database); // a damaged store shows itself as any kind of error; the journal has everything
  }
}

/**
 * Frames that the journal lost but the store had applied are written again, as the records they left. Waits for its turn
 * like every writing: a window that has not gone yet may be in the middle of one.
 */
async function repair(
  { host, store, listener }: Parameters<typeof catchUp>[0],
  { restored, lost }: Damage,
  { now, by, position }: OpenStoreOptions,
): Promise<Result<null, HostErrorCode>> {
  if (restored.length > 0) {
    const caughtUp = await catchUp({ host, store, listener }, position);
    if (!caughtUp.ok) return caughtUp;
  }
  const from = restored.length === 0 ? Infinity : Math.min(...restored);
  const { erasures, folds } = await repairChanges(store.database, store.sealer, from);
  const newest = greatestStamp(folds);
  if (newest !== null) position.clock = observe(position.clock, newest);
  const actionId = newId();
  const note = folds.length + erasures.length === 0 ? [] : [repairNote(newId(), store.journalId, restored)];
  for (const piece of [...cutBySize([...note, ...folds]), ...cutBySize(erasures)]) {
    const changeSet = stampChangeSet(position, { action: 'repair', actionId, by, changes: piece }, now());
    const appended = await host.call('journal.append', { changeSet });
    if (!appended.ok) return appended;
    position.n = changeSet.n;
    await store.moveTo(appended.value.seq - 1);
    const replayed = await replay(host, store, listener);
    if (!replayed.ok) return replayed;
  }
  if (restored.length + lost.length > 0) await store.noteDamage(restored, lost);
  return success(null);
}

async function rebuild(
  host: HostClient,
  head: JournalHead,
  options: OpenStoreOptions,
): Promise<Result<OpenStore, HostErrorCode>> {
  const key = await host.call('store.key', { renew: true });
  if (!key.ok) return key;
  await Database.delete(options.databaseName);
  const database = new Database(options.databaseName);
  const sealer = await createSealer(key.value.kid, key.value.key);
  const store = new WorkingStore(database, sealer, head.journalId);
  const segments = new RosterSegments(database, sealer);
  const table = new RosterTable();
  const repaired: number[] = [];
  const onChangeSet = (changeSet: ChangeSet): void => {
    repaired.push(...placesRepairedBy(changeSet, head));
    options.onChangeSet(changeSet);
  };
  const replayed = await replay(host, store, rosterListener(table, segments, { ...options, onChangeSet }));
  const damage = findDamage(head, 0, { settled: repaired, lost: [] });
  if (head.damaged.length > 0) await store.noteDamage(repaired, damage.lost);
  return replayed.ok
    ? success({
        store,
        table,
        segments,
        rebuilt: head.seq > 0,
        seq: replayed.value.appliedSeq,
        damage,
      })
    : replayed;
}

function rosterListener(table: RosterTable, segments: RosterSegments, options: OpenStoreOptions): ReplayListener {
  return {
    onChangeSet: options.onChangeSet,
    onProgress: options.onProgress,
    onRows: (rows) => {
      segments.touch(table.apply(rows));
    },
  };
}

function abandon(database: Database): null {
  database.close();
  return null;
}
