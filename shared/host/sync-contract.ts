import { z } from 'zod';
import { ChangeSchema } from '../changes/change-set.js';
import { Id } from '../records/primitives.js';
import { LaptopsAnswer, RevokeRequest } from '../sync/protocol.js';
import { Exchanged, FilePlace, SyncStanding } from './sync-standing.js';

const Nothing = z.null();

/** The host calls of sync (docs/sync-protocol.md). */
export const syncContract = {
  /** Asks nobody: what is known here. */
  'sync.state': { input: Nothing, output: SyncStanding },
  /** With an invitation, as it was typed. A lost answer is asked for again with the same words. */
  'sync.join': {
    input: z.object({ server: z.string().max(300), code: z.string().max(40), laptop: z.string().min(1).max(100) }),
    output: SyncStanding,
  },
  /** Gives up a `sync.join` that is under way, which then is answered. Where the server took it already, this laptop has joined. */
  'sync.cancel-join': { input: Nothing, output: Nothing },
  /**
   * Tells the server, and forgets the organisation and this laptop's key. Everything that is known here stays. Where the server
   * cannot be told nothing is forgotten, unless it is left `anyway`.
   */
  'sync.leave': { input: z.object({ anyway: z.boolean() }).nullable(), output: Nothing },
  /** For one more laptop: whose it will be, null for one that everybody at a stand uses; and who invites. */
  'sync.invite': {
    input: z.object({ recruiterId: Id.nullable(), by: Id.nullable() }),
    output: z.object({ code: z.string(), expiresAt: z.int() }),
  },
  /** To somebody who administers: the organisation's laptops. `by` as in an invitation. */
  'sync.laptops': { input: z.object({ by: Id.nullable() }), output: LaptopsAnswer },
  /** Ends another laptop; with `wipe` it destroys what it has as soon as it next reaches the server. */
  'sync.revoke': { input: RevokeRequest, output: Nothing },
  /** One round: what was written here is sent, a page of what others wrote is taken into the journal. */
  'sync.exchange': { input: Nothing, output: Exchanged },
  /** Answers when there is something new on the server, and after 25 s in any case. */
  'sync.wait': { input: Nothing, output: z.object({ news: z.boolean() }) },
  /** Where a file of a dossier is. One that is `wanted` is the next to be fetched. */
  'sync.file': { input: z.object({ fileId: Id, wanted: z.boolean() }), output: z.object({ place: FilePlace }) },
  /**
   * Whether the server knows the same as the page, which has taken in the journal up to place `at`; `buckets` are as in
   * docs/sync-protocol.md, *Digest*. Where it `differs` the next exchanges load all records again.
   */
  'sync.compare': {
    input: z.object({ at: z.int(), buckets: z.record(z.string(), z.string()) }),
    output: z.object({ differs: z.boolean() }),
  },
  /**
   * Writes dossiers anew under new keys, as `journal.append` does it for an own permanent deletion: the erasures, and a fold
   * of every record that stays. `journal/behind` unless the rows are those of place `at`, the journal's head.
   */
  'sync.renew': {
    input: z.object({ at: z.int(), dossiers: z.array(Id).min(1), changes: z.array(ChangeSchema).max(20_000) }),
    output: Nothing,
  },
  /**
   * Where `brings`, after all records were loaded: from here on this laptop writes under a new name. What was written under the
   * others is never sent; whoever asks hands it in as it stands, and says `sync.resent`.
   */
  'sync.bring': { input: Nothing, output: Nothing },
  /**
   * Under which names messages are queued that this laptop is to send: that of now, and its older ones, unless it was put back
   * and has not yet heard what became of them.
   */
  'sync.names': { input: Nothing, output: z.object({ names: z.array(z.string()) }) },
  /** Under which names messages are still sent by somebody: this laptop's own, and with a server what it says of all others. */
  'sync.senders': { input: Nothing, output: z.object({ senders: z.array(z.string()) }) },
  /**
   * Refused change sets are dealt with: tried again, or dismissed. `event` is the wish's own id; with `settled: false` the same
   * one is taken back, and they wait for somebody again.
   */
  'sync.settle': {
    input: z.object({ refusals: z.array(Id).min(1).max(1000), event: Id, settled: z.boolean() }),
    output: Nothing,
  },
  /** What is known beyond what the server told after its restore, or before this laptop joined, was written, to be sent. */
  'sync.resent': { input: Nothing, output: Nothing },
} as const;
