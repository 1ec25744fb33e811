import type { Queries } from '../database/database.js';
import { NEWS } from './news.js';

/** A laptop that joined, as a request of it is answered. */
export interface Laptop {
  readonly id: number;
  readonly organisation: string;
  /** Null: everybody at a stand uses it. */
  readonly recruiter: string | null;
  readonly publicKey: Uint8Array;
  /** Its key signs for nothing any more: somebody revoked it, or it left. */
  readonly revoked: boolean;
  readonly wipe: boolean;
}

/** The laptop that goes, or went, under a device's name. */
export async function findLaptop({ query }: Queries, device: string): Promise<Laptop | null> {
  const [row] = await query<{
    id: number;
    organisation: string;
    recruiter: string | null;
    public_key: Uint8Array;
    revoked: boolean;
    wipe: boolean;
  }>(
    `SELECT laptop.id, laptop.organisation, recruiter, public_key, revoked_at IS NOT NULL OR left_at IS NOT NULL AS revoked, wipe
     FROM laptop JOIN device ON device.laptop = laptop.id WHERE device.id = $1`,
    [device],
  );
  if (row === undefined) return null;
  const { public_key: publicKey, ...laptop } = row;
  return { ...laptop, publicKey };
}

/** Whether the nonce is seen for the first time. */
export async function takeNonce(
  { query }: Queries,
  { device, nonce, lasts }: { readonly device: string; readonly nonce: string; readonly lasts: number },
): Promise<boolean> {
  const taken = await query(
    `INSERT INTO nonce (device, nonce, expires_at) VALUES ($1, $2, now() + $3 * interval '1 millisecond')
     ON CONFLICT DO NOTHING RETURNING 1 AS taken`,
    [device, nonce, lasts],
  );
  return taken.length === 1;
}

export async function forgetOldNonces({ query }: Queries): Promise<void> {
  await query('DELETE FROM nonce WHERE expires_at < now()');
}

/** The laptop is there now. Written once a minute at most, and once more after it was revoked: then it knows. */
export async function noteSeen({ query }: Queries, laptop: number): Promise<void> {
  await query(
    `UPDATE laptop SET seen_at = now()
     WHERE id = $1 AND (seen_at IS NULL OR seen_at < greatest(now() - interval '1 minute', revoked_at))`,
    [laptop],
  );
}

/** The laptop loads everything, which it begins only once it has sent all that it wrote itself. */
export async function noteLoading({ query }: Queries, laptop: number): Promise<void> {
  await query('UPDATE laptop SET loaded_at = now() WHERE id = $1', [laptop]);
}

/** The laptop works with the others now: what it had before it joined has all come. */
export async function noteSettledIn({ query }: Queries, device: string): Promise<void> {
  await query('UPDATE laptop SET settled_in = true WHERE id = (SELECT laptop FROM device WHERE id = $1)', [device]);
}

/** The laptop goes, at its own wish. Its streams end. */
export async function noteLeft({ query }: Queries, { id, organisation }: Laptop): Promise<void> {
  await query('UPDATE laptop SET left_at = coalesce(left_at, now()) WHERE id = $1', [id]);
  await query('SELECT pg_notify($1, $2)', [NEWS, `${organisation} 0`]);
}

/** Gives a laptop's journal a further name; false when another laptop has it. */
export async function addName({ query }: Queries, { id, organisation }: Laptop, device: string): Promise<boolean> {
  await query('INSERT INTO device (id, organisation, laptop) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    device,
    organisation,
    id,
  ]);
  return (await query('SELECT 1 AS one FROM device WHERE id = $1 AND laptop = $2', [device, id])).length === 1;
}

/** Revokes the laptop that has this name, under all its names. False: there is none. Its stream ends. */
export async function revoke({ query }: Queries, device: string, wipe: boolean): Promise<boolean> {
  const rows = await query<{ organisation: string }>(
    `UPDATE laptop SET revoked_at = coalesce(revoked_at, now()), wipe = wipe OR $2
     FROM device WHERE device.laptop = laptop.id AND device.id = $1 RETURNING laptop.organisation`,
    [device, wipe],
  );
  for (const { organisation } of rows) await query('SELECT pg_notify($1, $2)', [NEWS, `${organisation} 0`]);
  return rows.length > 0;
}
