import type { Change } from '../../shared/changes/change-set.js';
import { PUSH_BYTES } from '../../shared/sync/protocol.js';

/** Bytes of JSON of one change set in which records are written as they stand: far below what a server takes. */
export const TOLD_AT_ONCE = PUSH_BYTES / 4;

/** Cuts a big action into change sets of at most `limit` dossiers, in the order given. */
export function cutByDossier(changes: readonly Change[], limit: number): readonly (readonly Change[])[] {
  const pieces: Change[][] = [];
  let piece: Change[] = [];
  let dossiers = new Set<string>();
  for (const change of changes) {
    if (change.dossier !== null && !dossiers.has(change.dossier) && dossiers.size === limit) {
      pieces.push(piece);
      piece = [];
      dossiers = new Set();
    }
    if (change.dossier !== null) dossiers.add(change.dossier);
    piece.push(change);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/**
 * Cuts records that are written as they stand into change sets of at most `TOLD_AT_ONCE`, or one record. Each says all of
 * itself, so that a dossier may be cut too.
 */
export function cutBySize(records: readonly Change[]): readonly (readonly Change[])[] {
  const encoder = new TextEncoder();
  const pieces: Change[][] = [];
  let left = 0;
  for (const record of records) {
    const { length } = encoder.encode(JSON.stringify(record));
    if (pieces.length === 0 || length > left) {
      pieces.push([]);
      left = TOLD_AT_ONCE;
    }
    pieces.at(-1)?.push(record);
    left -= length;
  }
  return pieces;
}
