import type { Queries } from '../database/database.js';

/** A laptop of an organisation, once, whatever names it has had. Instants in UTC milliseconds; null: never. */
export interface ListedLaptop {
  /** The name under which it wrote last. */
  readonly device: string;
  readonly id: number;
  readonly name: string;
  /** Whose it is; null: everybody at a stand uses it. */
  readonly recruiter: string | null;
  /** Who wrote last on it. */
  readonly by: string | null;
  readonly standing: 'joined' | 'left' | 'revoked';
  /** It is to destroy its keys. */
  readonly wipe: boolean;
  readonly seen: number | null;
  /** When its newest change set came. */
  readonly wrote: number | null;
}

/** In the order in which they joined. */
export async function listedLaptops({ query }: Queries, organisation: string): Promise<readonly ListedLaptop[]> {
  const rows = await query<ListedLaptop & Record<string, unknown>>(
    `SELECT last.device, laptop.id, laptop.name, laptop.recruiter, last.by, wipe,
       floor(extract(epoch FROM seen_at) * 1000)::bigint AS seen, last.wrote,
       CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN left_at IS NOT NULL THEN 'left' ELSE 'joined' END AS standing
     FROM laptop
     JOIN LATERAL (
       SELECT device.id AS device, floor(extract(epoch FROM received_at) * 1000)::bigint AS wrote,
         (SELECT body::json ->> 'by' FROM change_set
          WHERE device = device.id AND body::json ->> 'by' IS NOT NULL ORDER BY n DESC LIMIT 1) AS by
       FROM device LEFT JOIN change_set ON change_set.device = device.id AND n = last_n
       WHERE device.laptop = laptop.id ORDER BY place DESC NULLS LAST, device.id LIMIT 1
     ) AS last ON true
     WHERE laptop.organisation = $1 ORDER BY joined_at, laptop.id`,
    [organisation],
  );
  return rows;
}
