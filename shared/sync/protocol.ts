import { z } from 'zod';
import { JsonValue } from '../changes/json-value.js';
import { ChangeSetSchema, StampSchema } from '../changes/change-set.js';
import { MESSAGE_CHANNELS } from '../records/message.js';
import { FileIdSchema, Id, MessageIdSchema, PersonIdSchema } from '../records/primitives.js';

/** Version of this protocol; it stands in every path. */
export const PROTOCOL = 'v1';

/**
 * Shape of what records hold. A laptop says which it writes; a server takes those of its range: an older one must be
 * brought up to date first, a newer one waits for the server. What it does not know of a record, everybody keeps as it is.
 */
export const SCHEMA = 1;
export const SCHEMA_RANGE = { min: 1, max: 1 } as const;

/** Bytes of JSON in one push, unless a single change set is longer; and about those of one answer to a pull. */
export const PUSH_BYTES = 4 * 1024 * 1024;
export const PULL_BYTES = 4 * 1024 * 1024;
/** One change set may be this long, in bytes of JSON. */
export const LONGEST_CHANGE_SET = 32 * 1024 * 1024;
/** Change sets in one push. */
export const PUSH_AT_ONCE = 500;
/** Bytes of a file that travel in one request; the last part may be shorter. */
export const FILE_PART = 1024 * 1024;
/** Files that are asked about in one request. */
export const FILES_AT_ONCE = 500;
/** A signature is taken for this long before and after the moment it names, in milliseconds of the server's clock. */
export const SIGNATURE_LASTS = 5 * 60_000;
/** Beyond this difference between the clocks of laptop and server, in milliseconds, the person is warned. */
export const SKEW_TO_WARN_OF = 5 * 60_000;

/** 16 hexadecimal digits: under this name a laptop's journal numbers its change sets. */
export const DeviceId = z.string().regex(/^[0-9a-f]{16}$/);
/** Ed25519 (RFC 8032), 32 bytes, base64. */
export const PublicKey = z.base64().length(44);
/** Opaque to the laptop; it is given back as it came. */
export const Cursor = z.string().min(1).max(500);
/** Crockford's base 32, four groups of four: 80 bits. */
export const InvitationCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Organisation = z.object({ id: z.uuid(), name: z.string() });

/** Why a request, or one change set of it, is refused. Problems travel as RFC 9457 says, with this code beside them. */
export const SYNC_PROBLEMS = [
  'sync/invalid-request',
  'sync/not-found',
  /** There is no such invitation, or it was used, or it is over: always the same answer. */
  'sync/unknown-invitation',
  /** Another laptop has this name. */
  'sync/device-taken',
  'sync/bad-signature',
  /** The signature's moment is too far from the server's clock; `serverTime` says how far. */
  'sync/clock',
  /** A captured request that was sent a second time. */
  'sync/replayed',
  /** Nothing is taken from this laptop and nothing given to it any more; `wipe` asks it to destroy its keys. */
  'sync/revoked',
  'sync/not-allowed',
  /** Numbers are missing before these; `lastN` says which is the last one here. */
  'sync/gap',
  /** Under this number the server has another change set: the laptop was put back to an older state. */
  'sync/rewound',
  /** The server was restored from a backup; `epoch` and `lastN` say where it stands. */
  'sync/epoch',
  /** What this laptop may see is not what it was; it loads anew. */
  'sync/scope',
  /** The cursor is of a time that the server no longer keeps; the laptop loads anew. */
  'sync/cursor-expired',
  'sync/schema-too-old',
  'sync/schema-too-new',
  'sync/too-large',
  /** Too many requests; RFC 9110's Retry-After says when. */
  'sync/too-many',
  'sync/damaged-part',
  'sync/incomplete-file',
  /** The person was erased; nothing of theirs is taken again. */
  'sync/erased',
  'sync/server-fault',
] as const;
export type SyncProblemCode = (typeof SYNC_PROBLEMS)[number];

/** `application/problem+json`; what stands beside `code` depends on it. */
export const Problem = z.object({
  code: z.enum(SYNC_PROBLEMS),
  title: z.string(),
  status: z.int(),
  /** UTC milliseconds. */
  serverTime: z.int().optional(),
  lastN: z.int().optional(),
  epoch: z.uuid().optional(),
  wipe: z.boolean().optional(),
});
export type Problem = z.infer<typeof Problem>;

/**
 * `POST /v1/devices`: joins an organisation. Signed with the new key itself. The same request again, with the same key and
 * name, is answered again: its answer may have been lost.
 */
export const JoinRequest = z.object({
  code: InvitationCode,
  device: DeviceId,
  /** What people call the laptop. */
  name: z.string().min(1).max(100),
  publicKey: PublicKey,
});
export const JoinAnswer = z.object({
  organisation: Organisation,
  /** Whose laptop it is; null for one that everybody at a stand uses. */
  recruiterId: Id.nullable(),
  epoch: z.uuid(),
});

/** `POST /v1/devices/names`: a laptop's journal goes on under another name. Signed under the old one. */
export const NameRequest = z.object({ device: DeviceId });

/** `POST /v1/devices/leave`, without a body: the laptop goes. From here on its key is answered `sync/revoked`, this request included. */
export const LeaveAnswer = z.object({ left: z.literal(true) });

/** `POST /v1/invitations`: by a laptop at which somebody works who administers. The code is answered once and stored nowhere. */
export const InviteRequest = z.object({
  /** Whose laptop will it be; null for one that everybody at a stand uses. */
  recruiterId: Id.nullable(),
  /** Who works at a laptop that everybody uses; its word is taken, as for what it writes. Of one's own laptop it says nothing. */
  by: Id.nullable(),
});
export const InviteAnswer = z.object({
  code: InvitationCode,
  /** UTC milliseconds. */
  expiresAt: z.int(),
});

/** `GET /v1/laptops`: to a laptop at which somebody works who administers; `by` as in an invitation. */
export const LaptopsQuery = z.object({ by: Id.optional() });
/** Instants in UTC milliseconds of the server; null: never. */
export const ListedLaptop = z.object({
  /** The name under which it wrote last. */
  device: DeviceId,
  /** What people call it. */
  name: z.string(),
  /** Whose it is; null for one that everybody at a stand uses. */
  recruiterId: Id.nullable(),
  /** Who wrote last on it. */
  lastBy: Id.nullable(),
  standing: z.enum(['joined', 'left', 'revoked']),
  /** It is to destroy its keys as soon as it asks for anything. */
  wipe: z.boolean(),
  seenAt: z.int().nullable(),
  /** When its newest change set came. */
  wroteAt: z.int().nullable(),
  /** It is the one that asks. */
  isOwn: z.boolean(),
});
export type ListedLaptop = z.infer<typeof ListedLaptop>;
export const LaptopsAnswer = z.object({ laptops: z.array(ListedLaptop) });

/** `POST /v1/laptops/revoke`, under the same condition; never the laptop that asks: that one leaves. */
export const RevokeRequest = z.object({ device: DeviceId, wipe: z.boolean(), by: Id.nullable() });
export const RevokeAnswer = z.object({ revoked: z.literal(true) });

/** `GET /v1/senders`: the names that `deliverBy` may say of somebody who still sends: the server's, and those of the laptops that belong to it. */
export const SendersAnswer = z.object({ senders: z.array(DeviceId) });

/** What a server sends of what is handed over to it, and the name that `deliverBy` then says. */
export const Sends = z.object({ device: DeviceId, channels: z.array(z.enum(MESSAGE_CHANNELS)) });
export type Sends = z.infer<typeof Sends>;

/**
 * `POST /v1/logins`: by the laptop that is about to hand over a mail with user name and password (C17). Makes a password for
 * the user that the message is to, voids the one before, and keeps a hash of it alone: it is said here once. `sync/not-found`
 * where there is no such message of this laptop.
 */
export const LoginRequest = z.object({ message: MessageIdSchema });
export const LoginAnswer = z.object({
  password: z.string().min(16).max(100),
  /** Of the page that it opens, below the origin of the pages. */
  path: z.string().startsWith('/'),
});

/** `GET /v1/hello`: where server and laptop stand. */
export const Hello = z.object({
  serverTime: z.int(),
  organisation: Organisation,
  recruiterId: Id.nullable(),
  epoch: z.uuid(),
  /** Place of the newest change set. */
  head: z.int().nonnegative(),
  schema: z.object({ min: z.int(), max: z.int() }),
  /** Null from a server that sends nothing. */
  sends: Sends.nullable().default(null),
  /** Of the asking laptop, under the name that it signs with: its last number here, and the stamp under it. */
  lastN: z.int().nonnegative(),
  lastStamp: StampSchema.nullable(),
  /** Origin of the pages that people open, where it is another one than the laptop's own way here. */
  pages: z.url().exactOptional(),
});
export type Hello = z.infer<typeof Hello>;

/** A number of which nothing can be read any more: everything in it was erased, or its frame was damaged. */
const Gone = z.object({ n: z.int().positive(), gone: z.literal(true) });
/**
 * `POST /v1/push`: change sets of one device in the order of their numbers, without a gap. Each is taken whole or refused
 * whole, and what is refused does not hold up what follows.
 */
export const PushRequest = z.object({
  device: DeviceId,
  epoch: z.uuid(),
  schema: z.int(),
  /** UTC milliseconds of the laptop, for display beside what it wrote. It decides nothing. */
  sentAt: z.int(),
  changeSets: z
    .array(z.union([Gone, ChangeSetSchema]))
    .min(1)
    .max(PUSH_AT_ONCE),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** Why one change set was refused; the refusals of rights are the laptop's own (`shared/domain/refuse-write.ts`). */
export const REFUSALS = [
  'right/missing',
  'right/not-working-here',
  'right/other-department',
  'right/last-administrator',
  /** It was made in the name of somebody whose laptop this is not. */
  'sync/not-allowed',
  /** It was brought along (`join`) by a laptop that has sent other work since it joined. */
  'sync/joined-already',
  /** It hands over what the server cannot send, or takes from it what is on its way (docs/adr/0054). */
  'sync/not-handed-over',
  'sync/invalid-request',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export const PushAnswer = z.object({
  /** The device's last number here; whatever is not in `refused` up to there is taken. */
  lastN: z.int().nonnegative(),
  head: z.int().nonnegative(),
  serverTime: z.int(),
  refused: z.array(z.object({ n: z.int(), code: z.enum(REFUSALS) })),
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/**
 * A line of `GET /v1/pull?cursor=` and `GET /v1/records?after=` (application/x-ndjson). An answer without its last line,
 * `end`, is not whole and counts for nothing.
 */
export const FeedLine = z.union([
  /** What others wrote, without what is outside of what this laptop may see. */
  z.object({ changeSet: ChangeSetSchema }),
  /** A record as it stands: at the first load, or because its dossier came into sight. */
  z.object({ record: z.object({ table: z.string(), id: Id, dossier: Id.nullable(), state: JsonValue }) }),
  /** A dossier that this laptop may no longer see: it is forgotten here, and nowhere else. */
  z.object({ left: PersonIdSchema }),
  z.object({
    end: z.object({
      /** Where to go on. */
      cursor: Cursor,
      head: z.int().nonnegative(),
      /** Whether there is more at once. */
      more: z.boolean(),
      /** Of a first load: how many records there are. */
      total: z.int().nonnegative().optional(),
    }),
  }),
]);
export type FeedLine = z.infer<typeof FeedLine>;

/**
 * `GET /v1/digest`: by the first two hexadecimal digits of their ids, the records that this laptop may see: the sum, modulo
 * 2^64, of the first 8 bytes of the SHA-256 of `table`, a space, `id`, a space and the canonical JSON of the packed state. Each
 * sum is 16 hexadecimal digits; erased records are no part of it.
 */
export const Digest = z.object({ head: z.int(), buckets: z.record(z.string().regex(/^[0-9a-f]{2}$/), z.string()) });

/** `POST /v1/files/<id>`: what a file consists of; answers the parts that are missing. Complete when none is. */
export const FileOffer = z.object({
  dossier: PersonIdSchema.nullable(),
  /** Bytes. */
  size: z.int().positive(),
  sha256: Sha256,
  parts: z.array(Sha256).min(1).max(64),
});
export const FileAnswer = z.object({ missing: z.array(z.int().nonnegative()) });

/** `POST /v1/files`: which of these files the server has whole, and what they consist of. Of the others it says nothing. */
export const FilesRequest = z.object({ ids: z.array(FileIdSchema).min(1).max(FILES_AT_ONCE) });
export const FilesAnswer = z.object({ files: z.array(FileOffer.extend({ id: FileIdSchema })) });
export type KnownFile = z.infer<typeof FilesAnswer>['files'][number];
