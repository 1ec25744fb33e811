import type { ChangeSet, PackedState } from '../../shared/changes/change-set.js';
import type { World } from './world.js';

interface Logged extends Record<string, unknown> {
  readonly place: number;
  readonly device: string;
  readonly n: number;
  readonly stamp: string | null;
  readonly refused: string | null;
  /** JSON of a change set; null: nothing is sent on. */
  readonly body: string | null;
}

interface Kept {
  readonly table: string;
  readonly dossier: string | null;
  readonly state: PackedState;
}

/** What the server has. */
export interface ServerEvidence {
  readonly head: number;
  readonly log: readonly Logged[];
  /** By id. */
  readonly records: ReadonlyMap<string, Kept>;
  readonly erasedDossiers: ReadonlySet<string>;
}

export async function readServer({ server: { database, organisation } }: World): Promise<ServerEvidence> {
  const { query } = database;
  const [standing] = await query<{ head: number }>('SELECT head FROM organisation WHERE id = $1', [organisation]);
  const log = await query<Logged>(
    'SELECT place, device, n, stamp, refused, body FROM change_set WHERE organisation = $1 ORDER BY place',
    [organisation],
  );
  const records = await query<{ tbl: string; id: string; dossier: string; state: string }>(
    'SELECT tbl, id, dossier, state FROM record WHERE organisation = $1',
    [organisation],
  );
  const erased = await query<{ dossier: string }>('SELECT dossier FROM erased_dossier WHERE organisation = $1', [
    organisation,
  ]);
  return {
    head: standing?.head ?? 0,
    log,
    records: new Map(
      records.map(({ tbl, id, dossier, state }) => [
        id,
        { table: tbl, dossier: dossier === '' ? null : dossier, state: JSON.parse(state) as PackedState },
      ]),
    ),
    erasedDossiers: new Set(erased.map(({ dossier }) => dossier)),
  };
}

export function bodyOf({ body }: Logged): ChangeSet | null {
  return body === null ? null : (JSON.parse(body) as ChangeSet);
}
