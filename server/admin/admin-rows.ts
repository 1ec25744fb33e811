import type { PackedState } from '../../shared/changes/change-set.js';
import { unpackState, valuesOf } from '../../shared/changes/record-state.js';
import { Recruiter } from '../../shared/records/recruiter.js';
import type { Queries } from '../database/database.js';
import { NEWS } from '../store/news.js';

/** By id or name; without either the only one there is. */
export async function findOrganisation({ query }: Queries, named: string | null): Promise<string | null> {
  const rows = await query<{ id: string }>(
    'SELECT id FROM organisation WHERE $1::text IS NULL OR id::text = $1 OR name = $1 LIMIT 2',
    [named],
  );
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

export async function listOrganisations({ query }: Queries): Promise<readonly string[]> {
  const rows = await query<{ id: string; name: string; head: number; laptops: number }>(
    `SELECT id, name, head, (SELECT count(*) FROM laptop WHERE organisation = organisation.id) AS laptops
     FROM organisation ORDER BY name, id`,
  );
  return rows.map(({ id, name, head, laptops }) => [id, name, head, laptops].join('\t'));
}

export async function listRecruiters({ query }: Queries, organisation: string): Promise<readonly string[]> {
  const rows = await query<{ id: string; state: string }>(
    `SELECT id, state FROM record WHERE organisation = $1 AND tbl = 'recruiter' AND NOT erased ORDER BY id`,
    [organisation],
  );
  return rows.map(({ id, state }) => {
    const read = Recruiter.safeParse(valuesOf(unpackState(JSON.parse(state) as PackedState)));
    return [id, read.success ? read.data.name : '', read.success && read.data.active ? 'active' : 'inactive'].join(
      '\t',
    );
  });
}

export async function listLaptops({ query }: Queries, organisation: string): Promise<readonly string[]> {
  const rows = await query<{
    id: string;
    name: string;
    recruiter: string;
    last_n: number;
    seen: string;
    state: string;
  }>(
    `SELECT device.id, name, coalesce(recruiter, '-') AS recruiter, last_n, coalesce(seen_at::text, '-') AS seen,
       CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN left_at IS NOT NULL THEN 'left' ELSE 'joined' END AS state
     FROM device JOIN laptop ON laptop.id = device.laptop WHERE laptop.organisation = $1 ORDER BY joined_at, device.id`,
    [organisation],
  );
  return rows.map(({ id, name, recruiter, last_n: lastN, seen, state }) =>
    [id, name, recruiter, lastN, seen, state].join('\t'),
  );
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
