import { z } from 'zod';
import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { StampSchema } from '../../../shared/changes/change-set.js';
import { associatedData, seal, unseal } from '../keyring/sealing.js';
import { encodeHeader, HEADER_BYTES, type FrameHeader } from './frame-header.js';

/** Gives the key of a dossier; null when it was destroyed, undefined when it should be there and is not. */
export type KeyOfDossier = (dossier: string) => Uint8Array | null | undefined;

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
  /** Null is the part of changes without a dossier. Bytes are those of the sealed part. */
  parts: z.array(z.object({ dossier: z.string().nullable(), bytes: z.int(), positions: z.array(z.int()) })),
});
export type Envelope = z.infer<typeof Envelope>;

export interface OpenFrame {
  readonly envelope: Envelope;
  /** The parts, still sealed, one behind the other. */
  readonly parts: Uint8Array;
}

/**
 * Header · sealed with the journal's key: length of the envelope (4) · envelope · parts. Each part is sealed once more
 * with its dossier's key, so that a destroyed key leaves the frame, and the chain, whole.
 */
export function sealFrame(
  header: FrameHeader,
  changeSet: ChangeSet,
  journalKey: Uint8Array,
  keyOf: KeyOfDossier,
): Buffer {
  const clear = encodeHeader(header);
  const parts: Envelope['parts'] = [];
  const sealedParts: Uint8Array[] = [];
  for (const [dossier, positions] of byDossier(changeSet.changes)) {
    const plain = Buffer.from(JSON.stringify(positions.map((position) => changeSet.changes[position])));
    const sealed = sealPart(header, dossier, plain, keyOf);
    if (sealed === null) continue; // erased here: what another laptop still sends of that dossier is not kept
    parts.push({ dossier, bytes: sealed.length, positions });
    sealedParts.push(sealed);
  }
  const { stamp, at, by, actionId, action, changes } = changeSet;
  const erases = erasedDossiers(changes);
  const envelope: Envelope = { v: 1, stamp, at, by, actionId, action, count: changes.length, erases, parts };
  const text = Buffer.from(JSON.stringify(envelope));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([clear, seal(journalKey, clear, Buffer.concat([length, text, ...sealedParts]))]);
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
  for (const { dossier, bytes, positions } of envelope.parts) {
    const opened = openPart(header, dossier, parts.subarray(offset, offset + bytes), keyOf);
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

export function erasedDossiers(changes: readonly Change[]): string[] {
  const erased = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'erase' && change.whole && change.dossier !== null) erased.add(change.dossier);
  }
  return [...erased];
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

function sealPart(
  header: FrameHeader,
  dossier: string | null,
  plain: Uint8Array,
  keyOf: KeyOfDossier,
): Uint8Array | null {
  if (dossier === null) return plain;
  const key = keyOf(dossier);
  return key ? seal(key, partAssociated(header, dossier), plain) : null;
}

/** Null when the dossier was erased, undefined when the part cannot be opened though it should. */
function openPart(
  header: FrameHeader,
  dossier: string | null,
  bytes: Uint8Array,
  keyOf: KeyOfDossier,
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
