import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { staysHere } from '../../shared/changes/housekeeping.js';
import { eventsOf, isUnknown } from '../../shared/changes/record-state.js';
import type { Preferences } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import { commit, type CommitDeps, type CommitResult } from '../../renderer/data/commit.js';
import { observeChangeSet, startPosition, type DevicePosition } from '../../renderer/data/device-position.js';
import type { HostClient } from '../../renderer/data/host-client.js';
import { Observable } from '../../renderer/data/observable.js';
import { openStore } from '../../renderer/data/open-store.js';
import { openRow, type OpenRow } from '../../renderer/data/sealed-row.js';
import { taker } from '../../renderer/data/take-in.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';

export interface PageOptions {
  readonly host: HostClient;
  readonly databaseName: string;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly by: () => string | null;
}

/** A laptop of these worlds joins before it writes anything. */
const NOTHING_TO_BRING = {
  roster: (): never => {
    throw new Error('a laptop brings something along');
  },
  preferences: new Observable<Preferences>({
    recruiterId: null,
    language: null,
    theme: 'system',
    density: 'comfortable',
    workOffline: false,
  }),
};

type OpenedWith = PageOptions & { readonly seen: () => string };

/** The renderer's data layer over a laptop's host: what stands in the working store is what people would see. */
export class Page {
  readonly #deps: CommitDeps;
  readonly #position: DevicePosition;
  readonly #options: OpenedWith;
  /** Records as people see them, by id. */
  readonly rows = new Map<string, OpenRow>();

  private constructor(deps: CommitDeps, position: DevicePosition, options: OpenedWith) {
    this.#deps = deps;
    this.#position = position;
    this.#options = options;
  }

  static async open(options: PageOptions): Promise<Page> {
    const { host, databaseName, now } = options;
    const head = await host.call('journal.open', null);
    if (!head.ok) throw new Error(head.code);
    const position = startPosition(head.value);
    let seen = head.value.stamp ?? '';
    const listener = {
      onChangeSet: (changeSet: ChangeSet) => {
        observeChangeSet(position, changeSet);
        if (changeSet.stamp > seen) seen = changeSet.stamp;
      },
      onProgress: () => undefined,
    };
    const opened = await openStore(host, head.value, { databaseName, now, by: options.by(), position, ...listener });
    if (!opened.ok) throw new Error(opened.code);
    const { store } = opened.value;
    const onRows = (rows: readonly OpenRow[]): void => {
      page.#show(rows);
    };
    const onStoreFailed = (error: unknown): void => {
      throw error;
    };
    const deps = { host, store, now, refuse: () => null, onStoreFailed, listener: { ...listener, onRows } };
    const page = new Page(deps, position, { ...options, seen: () => seen });
    page.#show(await page.stored());
    return page;
  }

  /** The greatest stamp that it has seen. */
  get seen(): string {
    return this.#options.seen();
  }

  async commit(action: WriteAction, actionId: string, changes: readonly Change[]): Promise<CommitResult> {
    const by = this.#options.by();
    return await commit(this.#deps, this.#position, { action, actionId, ownId: true, by, changes });
  }

  /** What the journal received is shown, renewed and told again. */
  async takeIn(): Promise<Result<null, HostErrorCode>> {
    const watched = <Value>(work: Promise<Value>): Promise<Value> => work;
    const { by } = this.#options;
    return await taker(this.#deps, this.#position, { by, watched, place: () => 0, ...NOTHING_TO_BRING }).takeIn();
  }

  /** Somebody deals with everything that the server refused; answers how much that was. */
  async dismissRefused(event: string): Promise<number> {
    const { database, sealer } = this.#deps.store;
    const own = (await database.records.toArray()).filter(staysHere);
    const rows = await Promise.all(own.map((row) => openRow(sealer, row)));
    const refusals = rows.filter(({ state }) => eventsOf(state).length === 0).map(({ id }) => id);
    if (refusals.length === 0) return 0;
    const settled = await this.#deps.host.call('sync.settle', { refusals, event, settled: true });
    if (!settled.ok) throw new Error(settled.code);
    await this.takeIn();
    return refusals.length;
  }

  /** Every row of the working store that laptops share. */
  async stored(): Promise<readonly OpenRow[]> {
    const { database, sealer } = this.#deps.store;
    const shared = (await database.records.toArray()).filter((row) => !staysHere(row));
    return await Promise.all(shared.map((row) => openRow(sealer, row)));
  }

  close(): void {
    this.#deps.store.database.close();
  }

  #show(rows: readonly OpenRow[]): void {
    for (const row of rows) {
      if (staysHere(row)) continue;
      this.rows.set(row.id, row);
      const isGone = row.state.erased || isUnknown(row.state);
      if (!isGone) continue;
      const isDossier = row.id === row.dossier;
      for (const [id, { dossier }] of this.rows) {
        if (id === row.id || (isDossier && dossier === row.dossier)) this.rows.delete(id);
      }
    }
  }
}
