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
  readonly change: Change;
  readonly stamp: Stamp;
}

/** A refused change set, by its place in the journal. */
interface Refused {
  readonly seq: number;
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
  for (const refusal of refusals) notePlace(working, refusal.id, refused.get(keyOf(refusal))?.seq ?? null);
  // By their stamps: a laptop that was put back has filed them again, and the first copy stands here too.
  const stamps = new Set([...refused.values()].map((there) => there?.stamp));
  const dossiers = [...contributions.values()].flatMap((all) => all.flatMap(({ change }) => change.dossier ?? []));
  const missing = [...ids, ...dossiers].filter((id) => !working.rows.has(id));
  for (const [id, row] of (await store.read([...new Set(missing)])).rows) working.rows.set(id, row);
  for (const [id, all] of contributions) {
    const before = working.rows.get(id);
    const [first] = all;
    const owner = first?.change.dossier ?? null;
    const isGone = owner !== null && working.rows.get(owner)?.state.erased === true;
    if (first === undefined || isGone) continue;
    const kept = all.filter(({ stamp }) => !stamps.has(stamp));
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
      /** With each that can be read. */
      readonly refused: ReadonlyMap<string, Refused | null>;
      readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
    },
    HostErrorCode
  >
> {
  const refused = new Map<string, Refused | null>();
  const touching = new Map<string, Refused>();
  const contributions = new Map<string, Contribution[]>();
  for (let after = 0; ;) {
    const page = await host.call('journal.read', { after, limit: PAGE });
    if (!page.ok) return page;
    for (const { seq, changeSet } of page.value.entries) {
      if (changeSet === null) continue;
      const { stamp } = changeSet;
      if (changeSet.changes.some(({ id }) => ids.has(id))) touching.set(keyOf(changeSet), { seq, stamp });
      for (const refusal of refusalsIn(changeSet)) refused.set(keyOf(refusal), touching.get(keyOf(refusal)) ?? null);
      for (const change of changeSet.changes) {
        const tellsOfLeaving = changeSet.device === HOUSEKEEPING && change.table === LEFT_TABLE; // under the dossier's id
        if (!ids.has(change.id) || tellsOfLeaving) continue;
        const all = contributions.get(change.id) ?? [];
        all.push({ change, stamp });
        contributions.set(change.id, all);
      }
    }
    const last = page.value.entries.at(-1)?.seq;
    if (last === undefined) return success({ refused, contributions });
    after = last;
  }
}
