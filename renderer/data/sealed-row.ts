import type { PackedState } from '../../shared/changes/change-set.js';
import { packState, unpackState, type RecordState } from '../../shared/changes/record-state.js';
import type { SealedRow } from './database.js';
import { SealError, type Sealer } from './sealing.js';

/** A record in the open: what commit and the screens work with. */
export interface OpenRow {
  readonly id: string;
  readonly dossier: string | null;
  readonly table: string;
  readonly rev: number;
  readonly changedSeq: number;
  readonly state: RecordState;
}

type ClearFields = Omit<SealedRow, 'box'>;

export async function sealRow(sealer: Sealer, row: OpenRow): Promise<SealedRow> {
  const { id, table, rev, changedSeq } = row;
  const clear: ClearFields = { id, owner: row.dossier ?? '', table, kid: sealer.kid, rev, changedSeq };
  return { ...clear, box: await sealer.seal(JSON.stringify(packState(row.state)), associated(clear)) };
}

/** Throws `SealError` when the row is not, bit for bit, what was sealed: damage is never shown as absence. */
export async function openRow(sealer: Sealer, row: SealedRow): Promise<OpenRow> {
  if (row.kid !== sealer.kid) throw new SealError();
  const packed = JSON.parse(await sealer.open(row.box, associated(row))) as PackedState; // authenticated: only we sealed it
  return {
    id: row.id,
    dossier: row.owner === '' ? null : row.owner,
    table: row.table,
    rev: row.rev,
    changedSeq: row.changedSeq,
    state: unpackState(packed),
  };
}

function associated(row: ClearFields): string {
  return ['fd1', row.table, row.id, row.owner, row.kid, row.rev, row.changedSeq].join('|');
}
