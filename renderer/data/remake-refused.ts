import type { Change, ChangeSet, Stamp } from '../../shared/changes/change-set.js';
import { HOUSEKEEPING, LEFT_TABLE, refusalsIn, type NotedRefusal } from '../../shared/changes/housekeeping.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE } from '../../shared/changes/record-state.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import type { Working } from './apply-changes.js';
import type { HostClient } from './host-client.js';
import type { WorkingStore } from './working-store.js';

const PAGE = 500;

/** A change to one of the records that are made again. */
interface Contribution {
  readonly key: string;
  readonly change: Change;
  readonly stamp: Stamp;
}

interface Wanted {
  /** Takes the records as they are made. */
  readonly working: Working;
  readonly refusals: readonly NotedRefusal[];
  /** Place of the change that this is. */
  readonly seq: number;
}

/**
 * Makes the records again that refused change sets touched, from the whole journal, as if those had never been, and notes
 * at each refusal where in the journal the refused one stands. Answers every change set that was ever refused: whoever
 * replays on passes them over.
 */
export async function remakeWithout(
  host: HostClient,
  store: WorkingStore,
  { working, refusals, seq }: Wanted,
): Promise<Result<ReadonlySet<string>, HostErrorCode>> {
  const ids = new Set(refusals.flatMap((refusal) => refusal.ids));
  const read = await readJournal(host, ids);
  if (!read.ok) return read;
  const { refused, contributions } = read.value;
  for (const refusal of refusals) notePlace(working, refusal.id, refused.get(keyOf(refusal)) ?? null);
  const dossiers = [...contributions.values()].flatMap((all) => all.flatMap(({ change }) => change.dossier ?? []));
  const missing = [...ids, ...dossiers].filter((id) => !working.rows.has(id));
  for (const [id, row] of (await store.read([...new Set(missing)])).rows) working.rows.set(id, row);
  for (const [id, all] of contributions) {
    const before = working.rows.get(id);
    const [first] = all;
    const owner = first?.change.dossier ?? null;
    const isGone = owner !== null && working.rows.get(owner)?.state.erased === true;
    if (first === undefined || isGone) continue;
    const kept = all.filter(({ key }) => !refused.has(key));
    const state = kept.reduce((known, { change, stamp }) => applyChange(known, change, stamp), EMPTY_STATE);
    const { table } = first.change;
    working.rows.set(id, { id, table, dossier: owner, rev: (before?.rev ?? 0) + 1, changedSeq: seq, state });
    working.changed.add(id);
  }
  return success(new Set(refused.keys()));
}

/** It is told by the journal alone, so it is found out here and never sent. */
function notePlace({ rows }: Working, id: string, place: number | null): void {
  const row = rows.get(id);
  if (row === undefined || row.state.created === null) return;
  const { table, dossier, state } = row;
  const set = { kind: 'set', table, id, dossier, field: 'place', value: place, before: null, replaces: [] } as const;
  rows.set(id, { ...row, state: applyChange(state, set, row.state.created) });
}

/** Names a change set. */
export function keyOf({ device, n }: Pick<ChangeSet, 'device' | 'n'>): string {
  return `${device} ${n}`;
}

async function readJournal(
  host: HostClient,
  ids: ReadonlySet<string>,
): Promise<
  Result<
    {
      /** With the place of each that can be read. */
      readonly refused: ReadonlyMap<string, number | null>;
      readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
    },
    HostErrorCode
  >
> {
  const refused = new Map<string, number | null>();
  const places = new Map<string, number>();
  const contributions = new Map<string, Contribution[]>();
  for (let after = 0; ;) {
    const page = await host.call('journal.read', { after, limit: PAGE });
    if (!page.ok) return page;
    for (const { seq, changeSet } of page.value.entries) {
      if (changeSet === null) continue;
      if (changeSet.changes.some(({ id }) => ids.has(id))) places.set(keyOf(changeSet), seq);
      for (const refusal of refusalsIn(changeSet)) refused.set(keyOf(refusal), places.get(keyOf(refusal)) ?? null);
      for (const change of changeSet.changes) {
        const tellsOfLeaving = changeSet.device === HOUSEKEEPING && change.table === LEFT_TABLE; // under the dossier's id
        if (!ids.has(change.id) || tellsOfLeaving) continue;
        const all = contributions.get(change.id) ?? [];
        all.push({ key: keyOf(changeSet), change, stamp: changeSet.stamp });
        contributions.set(change.id, all);
      }
    }
    const last = page.value.entries.at(-1)?.seq;
    if (last === undefined) return success({ refused, contributions });
    after = last;
  }
}
