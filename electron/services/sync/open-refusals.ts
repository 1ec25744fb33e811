import { HOUSEKEEPING, REFUSAL_TABLE, refusalsIn } from '../../../shared/changes/housekeeping.js';
import { SECOND } from '../../../shared/lib/time.js';
import type { ChangeSet } from '../../../shared/changes/change-set.js';
import type { SyncJournal } from './round.js';
import type { SyncState } from './sync-state.js';

/** Change sets read at a time, and in one step: the window must answer meanwhile. */
const PAGE = 500;
const PAGES_AT_ONCE = 20;
/** Undo is offered for ten seconds. */
const MAY_BE_TAKEN_BACK = 30 * SECOND;

/** Which refused change sets wait for somebody, as the journal says it: what it does not say, no list shows either. */
export class OpenRefusals {
  readonly #journal: SyncJournal;
  #readTo: number | null = null;
  readonly #noted = new Set<string>();
  /** By refusal, what says that somebody dealt with it, and when, in UTC milliseconds of this laptop. */
  readonly #settled = new Map<string, Map<string, number>>();
  readonly #takenBack = new Set<string>();

  constructor(journal: SyncJournal) {
    this.#journal = journal;
  }

  /** Dossiers in refused change sets that nobody dealt with, or only just now; null while the journal is being read. */
  async dossiers(refused: SyncState['refused'], now: number): Promise<ReadonlySet<string> | null> {
    if (refused.length === 0) return new Set();
    this.#readTo ??= Math.min(...refused.map(({ seq }) => seq));
    for (let pages = 0; this.#readTo < this.#journal.head.seq; pages++) {
      if (pages === PAGES_AT_ONCE) return null;
      const { entries } = await this.#journal.read(this.#readTo, PAGE);
      for (const { changeSet } of entries) if (changeSet?.device === HOUSEKEEPING) this.#take(changeSet);
      this.#readTo = entries.at(-1)?.seq ?? this.#journal.head.seq;
    }
    const open = refused.filter(({ id }) => this.#noted.has(id) && !this.#isSettled(id, now));
    return new Set(open.flatMap(({ dossiers }) => dossiers));
  }

  #isSettled(id: string, now: number): boolean {
    const events = [...(this.#settled.get(id) ?? [])].filter(([event]) => !this.#takenBack.has(event));
    return events.some(([, at]) => Math.abs(now - at) > MAY_BE_TAKEN_BACK);
  }

  #take(changeSet: ChangeSet): void {
    for (const { id } of refusalsIn(changeSet)) this.#noted.add(id);
    for (const change of changeSet.changes) {
      if (change.table !== REFUSAL_TABLE) continue;
      if (change.kind === 'retract') this.#takenBack.add(change.event);
      if (change.kind !== 'event') continue;
      const events = this.#settled.get(change.id) ?? new Map<string, number>();
      this.#settled.set(change.id, events.set(change.event.id, changeSet.at));
    }
  }
}
