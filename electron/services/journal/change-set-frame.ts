import { z } from 'zod';
import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { StampSchema } from '../../../shared/changes/change-set.js';
import { associatedData, seal, unseal } from '../keyring/sealing.js';
import { erasedDossiers } from './erasures.js';
import { encodeHeader, HEADER_BYTES, type FrameHeader } from './frame-header.js';

/** Gives a key of a dossier; null when it was destroyed, undefined when it should be there and is not. */
export type KeyOfDossier = (dossier: string, generation: number) => Uint8Array | null | undefined;

/** What is known of a frame without the key of any dossier. */
const Envelope = z.object({
  v: z.literal(1),
  stamp: StampSchema,
  at: z.int(),
  by: z.string().nullable(),
  actionId: z.string(),
  action: z.string(),
  /** How many changes there were. */
  count: z.int(),
  /** Dossiers that this change set erases as a whole: their keys go. */
  erases: z.array(z.string()),
  /** Dossiers that begin anew with it: their keys older than the generation go. */
  renews: z.array(z.object({ dossier: z.string(), generation: z.int() })).default([]),
  /** Whether it was a *Delete permanently*: the working store's key goes too. */
  forgets: z.boolean().default(false),
  /** Null is the part of changes without a dossier. Bytes are those of the sealed part. */
  parts: z.array(
    z.object({
      dossier: z.string().nullable(),
      /** Of the key that sealed it. */
      generation: z.int().default(1),
      bytes: z.int(),
      positions: z.array(z.int()),
    }),
  ),
});
export type Envelope = z.infer<typeof Envelope>;

export interface OpenFrame {
  readonly envelope: Envelope;
  /** The parts, still sealed, one behind the other. */
  readonly parts: Uint8Array;
}

/** What a frame is sealed with. */
export interface SealingKeys {
  readonly journalKey: Uint8Array;
  readonly keyOf: KeyOfDossier;
  readonly generationOf: (dossier: string) => number;
  /** Dossiers that begin anew with this frame. */
  readonly renewed: readonly string[];
}

export interface SealedFrame {
  readonly body: Buffer;
  readonly envelope: Envelope;
}

/**
 * Header · sealed with the journal's key: length of the envelope (4) · envelope · parts. Each part is sealed once more
 * with its dossier's key, so that a destroyed key leaves the frame, and the chain, whole.
 */
export function sealFrame(
  header: FrameHeader,
  changeSet: ChangeSet,
  { journalKey, keyOf, generationOf, renewed }: SealingKeys,
): SealedFrame {
  const clear = encodeHeader(header);
  const parts: Envelope['parts'] = [];
  const sealedParts: Uint8Array[] = [];
  for (const [dossier, positions] of byDossier(changeSet.changes)) {
    const plain = Buffer.from(JSON.stringify(positions.map((position) => changeSet.changes[position])));
    const generation = dossier === null ? 1 : generationOf(dossier);
    const sealed = sealPart(header, dossier, plain, (one) => keyOf(one, generation));
    if (sealed === null) continue; // erased here: what another laptop still sends of that dossier is not kept
    parts.push({ dossier, generation, bytes: sealed.length, positions });
    sealedParts.push(sealed);
  }
  const { stamp, at, by, actionId, action, changes } = changeSet;
  const erasures = {
    erases: erasedDossiers(changes),
    renews: renewed.map((dossier) => ({ dossier, generation: generationOf(dossier) })),
    forgets: changes.some((change) => change.kind === 'erase' && change.forgets === true),
  };
  const envelope: Envelope = { v: 1, stamp, at, by, actionId, action, count: changes.length, ...erasures, parts };
  const text = Buffer.from(JSON.stringify(envelope));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const body = Buffer.concat([clear, seal(journalKey, clear, Buffer.concat([length, text, ...sealedParts]))]);
  return { body, envelope };
}

/** Null when a single bit is not what it was. */
export function openFrame(body: Uint8Array, journalKey: Uint8Array): OpenFrame | null {
  const plain = unseal(journalKey, body.subarray(0, HEADER_BYTES), body.subarray(HEADER_BYTES));
  if (plain === null) return null;
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
  const end = 4 + bytes.readUInt32BE(0);
  const envelope = Envelope.safeParse(JSON.parse(bytes.toString('utf8', 4, end)));
  return envelope.success ? { envelope: envelope.data, parts: bytes.subarray(end) } : null;
}

export interface RestoredChangeSet {
  /** Null when nothing is left of it. */
  readonly changeSet: ChangeSet | null;
  /** A key that was not destroyed is missing, or a part does not open. */
  readonly damaged: boolean;
}

/** The change set with its changes in their order; those whose dossier was erased are left out. */
export function restoreChangeSet(
  header: FrameHeader,
  { envelope, parts }: OpenFrame,
  keyOf: KeyOfDossier,
): RestoredChangeSet {
  const changes: (Change | undefined)[] = new Array<Change | undefined>(envelope.count).fill(undefined);
  let damaged = false;
  let offset = 0;
  for (const { dossier, generation, bytes, positions } of envelope.parts) {
    const opened = openPart(header, dossier, parts.subarray(offset, offset + bytes), (one) => keyOf(one, generation));
    offset += bytes;
    if (opened === undefined) damaged = true;
    else opened?.forEach((change, i) => (changes[positions[i] ?? -1] = change));
  }
  const left = changes.filter((change) => change !== undefined);
  if (left.length === 0) return { changeSet: null, damaged };
  const { stamp, at, by, actionId, action } = envelope;
  const { device, n } = header;
  return { changeSet: { v: 1, device, n, stamp, at, by, actionId, action, changes: left }, damaged };
}

/** Dossiers that need a key before the change set can be sealed. */
export function dossiersToSeal(changes: readonly Change[]): ReadonlySet<string> {
  return new Set([...byDossier(changes).keys()].filter((dossier) => dossier !== null));
}

/** Positions of the changes of each dossier. An erasure belongs to none: it must outlive the key that it destroys. */
function byDossier(changes: readonly Change[]): ReadonlyMap<string | null, number[]> {
  const groups = new Map<string | null, number[]>();
  changes.forEach((change, position) => {
    const dossier = change.kind === 'erase' ? null : change.dossier;
    const group = groups.get(dossier);
    if (group === undefined) groups.set(dossier, [position]);
    else group.push(position);
  });
  return groups;
}

type OneKeyOf = (dossier: string) => ReturnType<KeyOfDossier>;

function sealPart(header: FrameHeader, dossier: string | null, plain: Uint8Array, keyOf: OneKeyOf): Uint8Array | null {
  if (dossier === null) return plain;
  const key = keyOf(dossier);
  return key ? seal(key, partAssociated(header, dossier), plain) : null;
}

/** Null when the dossier was erased, undefined when the part cannot be opened though it should. */
function openPart(
  header: FrameHeader,
  dossier: string | null,
  bytes: Uint8Array,
  keyOf: OneKeyOf,
): readonly Change[] | null | undefined {
  if (dossier === null) return parseChanges(bytes);
  const key = keyOf(dossier);
  if (!key) return key;
  const plain = unseal(key, partAssociated(header, dossier), bytes);
  return plain === null ? undefined : parseChanges(plain);
}

/** Written by `sealFrame` from a validated change set and authenticated since; validated again at the border. */
function parseChanges(bytes: Uint8Array): readonly Change[] {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as Change[];
}

function partAssociated({ device, n }: FrameHeader, dossier: string): Uint8Array {
  return associatedData('fairdesk/part/1', device, n, dossier);
}
