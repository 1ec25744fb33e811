import type { AccountTrouble } from '../../shared/delivery/account-health.js';
import type { Result } from '../../shared/lib/result.js';
import type { Instant } from '../../shared/lib/time.js';
import type { MessageId } from '../../shared/records/primitives.js';
import type { PlannedChanges } from '../data/commit.js';
import type { EditableRecord } from '../data/edit-record.js';
import type { HostClient } from '../data/host-client.js';
import type { StoredMessage } from '../data/message-repository.js';
import type { RefusedWork } from '../data/refused-work.js';
import type { Roster } from '../data/roster/rows.js';
import type { Taker } from '../data/take-in.js';

/** What the outbox needs of a session, and nothing more. */
export interface OutboxDeps {
  /** Under which names messages are queued that are to leave from here. */
  names(): Promise<Result<readonly string[]>>;
  readonly host: Pick<HostClient, 'call'>;
  /** The name that the journal writes under. */
  readonly device: string;
  readonly roster: { current(): Pick<Roster, 'messages' | 'applications' | 'interviews' | 'refusals'> };
  readonly standing: Taker['standing'];
  readonly readRefused: RefusedWork['readRefused'];
  readonly settleRefusals: RefusedWork['settleRefusals'];
  edit(table: 'message', id: MessageId): Promise<EditableRecord<'message'> | null>;
  readonly preferences: { current(): { readonly workOffline: boolean } };
  /** A message with its words and events; null when it was erased. */
  message(id: MessageId): Promise<StoredMessage | null>;
  commit(request: {
    readonly action: 'deliver' | 'hand-over';
    readonly changes: PlannedChanges;
    readonly by: null;
  }): Promise<Result<unknown>>;
  newId(): string;
  now(): Instant;
  /** From 0 to 1. */
  random(): number;
  /** Told of faults in the program; nothing personal. */
  report(error: unknown): void;
}

/** What the outbox is doing, or why it does nothing. */
export type OutboxStatus =
  | { readonly kind: 'idle' | 'sending' | 'working-offline' | 'no-network' }
  | AccountTrouble
  /** The host or the disk did not take it; it is tried again at the next tick. */
  | { readonly kind: 'stuck'; readonly code: string };
