import { z } from 'zod';
import { Id } from '../records/primitives.js';
import { Sends } from '../sync/protocol.js';
import { HOST_ERRORS } from './errors.js';

/** Where this laptop stands with its server; null while it belongs to no organisation. */
export const SyncStanding = z
  .object({
    /** An origin. */
    server: z.string(),
    /** Origin of the pages that people open; absent where it is not known. */
    pages: z.string().optional(),
    /** What the server sends itself, and under which name; null where it never sent anything. */
    sends: Sends.nullable().optional(),
    /** Place of the newest entry of the journal: what the server answered up to now stands before it. */
    place: z.int().optional(),
    organisation: z.object({ id: z.string(), name: z.string() }),
    /** Whose laptop it is; null for one that everybody at a stand uses. */
    recruiterId: Id.nullable(),
    /** What people call the laptop. */
    laptop: z.string(),
    /** Change sets that the server has not got yet. */
    unsent: z.int(),
    /** Files that the server has not got yet, or this laptop; absent where only change sets travel. */
    filesWaiting: z.int().optional(),
    /** Once a day, when nothing else is to be done: see `sync.compare`. */
    compareDue: z.boolean().optional(),
    /** UTC milliseconds of this laptop when the server last answered, give or take a minute; null before. */
    contactAt: z.int().nullable(),
    /** Milliseconds that the server's clock is ahead. */
    skew: z.int(),
    /** What last went wrong; null when everything went right. `at` is in UTC milliseconds. */
    problem: z.object({ code: z.enum(HOST_ERRORS), at: z.int() }).nullable(),
    /** All records are being loaded: how many came, of how many. */
    loading: z.object({ done: z.int(), total: z.int().nullable() }).nullable(),
    /** Dossiers to be written anew, since somebody else deleted something of them permanently: see `sync.renew`. */
    toRenew: z.array(Id),
    /** Dossiers out of this laptop's sight that stay until somebody dealt with what was refused of them. */
    leaving: z.array(Id).optional(),
    /** What was written here before it joined is not handed in yet: nothing else is sent until then. */
    brings: z.boolean(),
    /**
     * The server was restored, or this laptop brings something along: what the server told stands in the journal behind `from`
     * up to `to`. See `sync.resent`.
     */
    resend: z.object({ from: z.int(), to: z.int() }).nullable(),
  })
  .nullable();
export type SyncStanding = z.infer<typeof SyncStanding>;

/** Where a file is: `not-there` is still on the laptop that it was filed on; `damaged` came with other bytes than it should. */
export const FilePlace = z.enum(['here', 'coming', 'not-there', 'damaged', 'gone']);
export type FilePlace = z.infer<typeof FilePlace>;

/** What one round moved, in change sets. */
export const Exchanged = z.object({
  sent: z.int(),
  /** Of them, refused: they are told of in this laptop's housekeeping. */
  refused: z.int(),
  /** Written to the journal, to be replayed. */
  received: z.int(),
  /** Whether the next round has something to do at once. */
  more: z.boolean(),
});
