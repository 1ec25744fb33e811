import type { Queries } from '../database/database.js';
import { recruiterOf, tableOf } from './admin-rows.js';

interface LaptopRow extends Record<string, unknown> {
  /** The name under which it wrote last; it may have others. */
  readonly device: string;
  readonly name: string;
  readonly standing: 'joined' | 'left' | 'revoked';
  readonly seen: string;
  /** Whose laptop it is, and the packed state of that record; null: everybody at a stand uses it. */
  readonly recruiter: string | null;
  readonly owner: string | null;
  /** Packed state of the recruiter who wrote last on it. */
  readonly writer: string | null;
}

/** One line for each laptop, whatever names it has had. */
export async function listLaptops({ query }: Queries, organisation: string): Promise<readonly string[]> {
  const rows = await query<LaptopRow>(
    `SELECT last.device, laptop.name, laptop.recruiter, owner.state AS owner, writer.state AS writer,
       coalesce(to_char(seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'), '-') AS seen,
       CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN left_at IS NOT NULL THEN 'left' ELSE 'joined' END AS standing
     FROM laptop
     JOIN LATERAL (
       SELECT device.id AS device,
         (SELECT body::json ->> 'by' FROM change_set
          WHERE device = device.id AND body IS NOT NULL ORDER BY n DESC LIMIT 1) AS by
       FROM device LEFT JOIN change_set ON change_set.device = device.id AND n = last_n
       WHERE device.laptop = laptop.id ORDER BY place DESC NULLS LAST, device.id LIMIT 1
     ) AS last ON true
     LEFT JOIN record AS owner
       ON owner.organisation = laptop.organisation AND owner.tbl = 'recruiter' AND owner.id = laptop.recruiter
     LEFT JOIN record AS writer
       ON writer.organisation = laptop.organisation AND writer.tbl = 'recruiter' AND writer.id = last.by
     WHERE laptop.organisation = $1 ORDER BY joined_at, laptop.id`,
    [organisation],
  );
  return tableOf(
    ['id', 'name', 'user', 'standing', 'last seen'],
    rows.map((row) => [row.device, row.name, userOf(row), row.standing, row.seen]),
  );
}

function userOf({ recruiter, owner, writer }: LaptopRow): string {
  const wrote = nameIn(writer);
  if (recruiter !== null) return nameIn(owner) ?? recruiter;
  return wrote === null ? 'everybody' : `everybody, last ${wrote}`;
}

function nameIn(state: string | null): string | null {
  return state === null ? null : (recruiterOf(state)?.name ?? null);
}
