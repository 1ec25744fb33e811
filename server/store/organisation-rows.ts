import { randomBytes, randomUUID } from 'node:crypto';
import type { Queries } from '../database/database.js';

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly epoch: string;
  /** Place of the newest change set. */
  readonly head: number;
  /** Signs its cursors. */
  readonly secret: Uint8Array;
}

/** Adds an organisation, and the device under which the server itself writes for it. */
export async function addOrganisation({ query }: Queries, name: string): Promise<string> {
  const id = randomUUID();
  await query('INSERT INTO organisation (id, name, epoch, secret) VALUES ($1, $2, $3, $4)', [
    id,
    name,
    randomUUID(),
    randomBytes(32),
  ]);
  await query('INSERT INTO device (id, organisation) VALUES ($1, $2)', [randomBytes(8).toString('hex'), id]);
  return id;
}

export async function findOrganisation({ query }: Queries, id: string): Promise<OrganisationRow | null> {
  const [row] = await query<OrganisationRow & Record<string, unknown>>(
    'SELECT id, name, epoch, head, secret FROM organisation WHERE id = $1',
    [id],
  );
  return row ?? null;
}

/** Where there is only one, its id. */
export async function onlyOrganisation({ query }: Queries): Promise<string | null> {
  const [only, another] = await query<{ id: string }>('SELECT id FROM organisation LIMIT 2');
  return only === undefined || another !== undefined ? null : only.id;
}

export async function readOrganisation(queries: Queries, id: string): Promise<OrganisationRow> {
  const row = await findOrganisation(queries, id);
  if (row === null) throw new Error('there is no such organisation');
  return row;
}

/** Until the transaction ends nobody else writes anything of the organisation. */
export async function holdOrganisation({ query }: Queries, id: string): Promise<void> {
  await query('SELECT 1 FROM organisation WHERE id = $1 FOR UPDATE', [id]);
}

/** After a restore from a backup: laptops notice, and send again what the backup lacks. */
export async function beginEpoch({ query }: Queries): Promise<number> {
  const rows = await query(
    `UPDATE organisation SET epoch = gen_random_uuid(), restored_at = (extract(epoch FROM now()) * 1000)::bigint RETURNING id`,
  );
  return rows.length;
}

/** Where a device stands: its last number, and the stamp under it. */
export async function readStanding(
  { query }: Queries,
  device: string,
): Promise<{ readonly lastN: number; readonly lastStamp: string | null }> {
  const [row] = await query<{ last_n: number; stamp: string | null }>(
    `SELECT last_n, stamp FROM device
     LEFT JOIN change_set ON change_set.device = device.id AND change_set.n = last_n WHERE device.id = $1`,
    [device],
  );
  return { lastN: row?.last_n ?? 0, lastStamp: row?.stamp ?? null };
}

/** The name under which the server itself writes for an organisation, and sends. */
export async function serverDevice({ query }: Queries, organisation: string): Promise<string> {
  const [own] = await query<{ id: string }>('SELECT id FROM device WHERE organisation = $1 AND laptop IS NULL', [
    organisation,
  ]);
  if (own === undefined) throw new Error('the organisation has no device of its own');
  return own.id;
}

/** Under which name a laptop writes whose clock stamps with this node: the node begins with the first half of it. Null: none. */
export async function deviceOfNode({ query }: Queries, organisation: string, node: string): Promise<string | null> {
  const [found] = await query<{ id: string }>(
    'SELECT id FROM device WHERE organisation = $1 AND laptop IS NOT NULL AND left(id, 8) = left($2, 8) LIMIT 1',
    [organisation, node],
  );
  return found?.id ?? null;
}
