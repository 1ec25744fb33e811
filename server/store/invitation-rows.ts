import { createHash, randomBytes } from 'node:crypto';
import { DAY } from '../../shared/lib/time.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { Database, Queries } from '../database/database.js';

const LASTS = 2 * DAY;
/** Crockford's base 32. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface Joining {
  readonly code: string;
  readonly device: string;
  readonly name: string;
  readonly publicKey: Uint8Array;
}

export interface Joined {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly recruiterId: string | null;
  readonly epoch: string;
}

/** Makes a code that lets one laptop join; it is kept as its SHA-256 alone. */
export async function invite(
  { query }: Queries,
  organisation: string,
  recruiter: string | null,
): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const digits = Array.from(randomBytes(16), (byte) => DIGITS[byte % 32]).join('');
  const code = (digits.match(/.{4}/g) ?? []).join('-');
  const [row] = await query<{ expires: number }>(
    `INSERT INTO invitation (code_sha256, organisation, recruiter, expires_at)
     VALUES ($1, $2, $3, now() + $4 * interval '1 millisecond')
     RETURNING floor(extract(epoch FROM expires_at) * 1000)::bigint AS expires`,
    [hashOf(code), organisation, recruiter, LASTS],
  );
  return { code, expiresAt: row?.expires ?? 0 };
}

/** Lets a laptop join by an invitation, once; the same laptop that asks again is answered the same. */
export async function join(
  database: Database,
  joining: Joining,
): Promise<Result<Joined, 'sync/unknown-invitation' | 'sync/device-taken' | 'sync/revoked'>> {
  return await database.transaction(async (queries) => {
    const [there] = await queries.query<{ key: Uint8Array | null; revoked: boolean; laptop: number | null }>(
      `SELECT public_key AS key, coalesce(revoked_at IS NOT NULL, false) AS revoked, laptop.id AS laptop
       FROM device LEFT JOIN laptop ON laptop.id = device.laptop WHERE device.id = $1`,
      [joining.device],
    );
    if (there !== undefined) {
      const isSame = there.key !== null && Buffer.from(there.key).equals(joining.publicKey);
      if (!isSame || there.laptop === null) return failure('sync/device-taken');
      return there.revoked ? failure('sync/revoked') : success(await answer(queries, there.laptop));
    }
    const [invitation] = await queries.query<{ organisation: string; recruiter: string | null }>(
      `SELECT organisation, recruiter FROM invitation
       WHERE code_sha256 = $1 AND used_by IS NULL AND expires_at > now() FOR UPDATE`,
      [hashOf(joining.code)],
    );
    if (invitation === undefined) return failure('sync/unknown-invitation');
    const { organisation, recruiter } = invitation;
    const [laptop] = await queries.query<{ id: number }>(
      `INSERT INTO laptop (organisation, recruiter, name, public_key) VALUES ($1, $2, $3, $4)
       ON CONFLICT (public_key) DO NOTHING RETURNING id`,
      [organisation, recruiter, joining.name, joining.publicKey],
    );
    if (laptop === undefined) return failure('sync/device-taken');
    await queries.query('INSERT INTO device (id, organisation, laptop) VALUES ($1, $2, $3)', [
      joining.device,
      organisation,
      laptop.id,
    ]);
    await queries.query('UPDATE invitation SET used_by = $2 WHERE code_sha256 = $1', [hashOf(joining.code), laptop.id]);
    return success(await answer(queries, laptop.id));
  });
}

async function answer({ query }: Queries, laptop: number): Promise<Joined> {
  const [row] = await query<{ id: string; name: string; epoch: string; recruiter: string | null }>(
    `SELECT organisation.id, organisation.name, epoch, recruiter
     FROM laptop JOIN organisation ON organisation.id = laptop.organisation WHERE laptop.id = $1`,
    [laptop],
  );
  if (row === undefined) throw new Error('the laptop has no organisation');
  return { organisation: { id: row.id, name: row.name }, recruiterId: row.recruiter, epoch: row.epoch };
}

function hashOf(code: string): Uint8Array {
  return createHash('sha256').update(code).digest();
}
