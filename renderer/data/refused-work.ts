import type { Change, ChangeSet, CreateChange } from '../../shared/changes/change-set.js';
import { EMPTY_STATE, eventsOf, isUnknown } from '../../shared/changes/record-state.js';
import { foldDeliveries } from '../../shared/domain/message-state.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, type Result } from '../../shared/lib/result.js';
import { SECOND } from '../../shared/lib/time.js';
import { MessageEvent, type MessageChannel } from '../../shared/records/message.js';
import { idsToRead } from './apply-changes.js';
import type { CommitResult } from './commit.js';
import type { DevicePosition } from './device-position.js';
import type { HostClient } from './host-client.js';
import { newId } from './new-id.js';
import { planAgain } from './plan-again.js';
import type { RefusalRow } from './roster/refusals.js';
import type { RosterView } from './roster/roster-keeper.js';
import type { SessionCommit } from './session-commit.js';
import type { WorkingStore } from './working-store.js';

/** Somebody deleted permanently whom it was about, or they left this laptop; it is not known where they are here. */
export type WhyUnreadable = 'erased' | 'out-of-sight' | 'unknown';

/** A message that a refused change set wrote, and that cannot be called back. */
export interface LeftMessage {
  readonly channel: MessageChannel;
  /** False where nobody knows whether it left. */
  readonly sent: boolean;
}

/** What can be done about change sets that the server refused (docs/adr/0051). */
export interface RefusedWork {
  /** What they said, by the refusal's id, or why nothing of it can be read any more. */
  readRefused(refusals: readonly RefusalRow[]): Promise<ReadonlyMap<string, ChangeSet | WhyUnreadable>>;
  /** Of the messages that they wrote, those that left, or may have left, before the server refused them. */
  readLeft(changeSets: readonly ChangeSet[]): Promise<readonly LeftMessage[]>;
  /** Writes the same wish once more; `commit/stale` where what it rests on has changed since. */
  tryAgain(changeSets: readonly ChangeSet[]): Promise<CommitResult>;
  /** Notes that somebody has dealt with them, under an id of the caller's own; with `false` that note is taken back. */
  settleRefusals(ids: readonly string[], event: string, settled: boolean): Promise<Result<null, HostErrorCode>>;
}

interface RefusedDeps {
  readonly host: HostClient;
  readonly store: WorkingStore;
  readonly position: DevicePosition;
  readonly by: () => string | null;
  readonly options: { readonly now: () => number };
  readonly keeper: { readonly roster: RosterView };
  readonly commit: (request: SessionCommit) => Promise<CommitResult>;
  readonly takeIn: () => Promise<Result<null, HostErrorCode>>;
}

export function refusedWork({ host, store, position, commit, takeIn, ...deps }: RefusedDeps): RefusedWork {
  const { options, keeper } = deps;
  const held = (): number => options.now() + (keeper.roster.current().organisation?.undoSeconds ?? 0) * SECOND;
  return {
    async readRefused(refusals) {
      const read = new Map<string, ChangeSet | WhyUnreadable>();
      for (const { id, place, dossiers } of refusals) {
        const page = place === null ? null : await host.call('journal.read', { after: place - 1, limit: 1 });
        const entry = page?.ok === true ? page.value.entries.find(({ seq }) => seq === place) : undefined;
        read.set(id, entry?.changeSet ?? (await whyUnreadable(store, dossiers)));
      }
      return read;
    },
    async readLeft(changeSets) {
      const written = changeSets.flatMap(({ changes }) => changes.filter(isMessage));
      const { rows } = await store.read(written.map(({ id }) => id));
      return written.flatMap(({ id, fields }): readonly LeftMessage[] => {
        const row = rows.get(id);
        const events = row === undefined ? [] : eventsOf(row.state).map((event) => MessageEvent.parse(event));
        const { state } = foldDeliveries(0, events);
        const mayHaveLeft = state === 'sent' || state === 'sending' || state === 'uncertain';
        return mayHaveLeft ? [{ channel: fields['channel'] === 'sms' ? 'sms' : 'email', sent: state === 'sent' }] : [];
      });
    },
    async tryAgain(changeSets) {
      const changes = async (): Promise<readonly Change[]> => {
        const { rows } = await store.read(idsToRead(changeSets.flatMap((one) => one.changes)));
        const { device } = position;
        const context = { rows, device, by: deps.by(), holdUntil: held(), newId };
        return planAgain(changeSets, context) ?? [];
      };
      // One that is not known here needs no right of its own; what it writes does.
      const action = (changeSets[0]?.action ?? 'undo') as WriteAction;
      const written = await commit({ action, changes });
      return !written.ok && written.code === 'commit/empty' ? failure('commit/stale') : written;
    },
    async settleRefusals(ids, event, settled) {
      const noted = await host.call('sync.settle', { refusals: [...ids], event, settled });
      return noted.ok ? await takeIn() : noted;
    },
  };
}

async function whyUnreadable(store: WorkingStore, dossiers: readonly string[]): Promise<WhyUnreadable> {
  const { rows } = await store.read(dossiers);
  const states = dossiers.map((dossier) => rows.get(dossier)?.state ?? EMPTY_STATE);
  if (states.some(({ erased }) => erased)) return 'erased';
  return states.some(isUnknown) ? 'out-of-sight' : 'unknown';
}

function isMessage(change: Change): change is CreateChange {
  return change.kind === 'create' && change.table === 'message';
}
