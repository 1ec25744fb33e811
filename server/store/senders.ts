import type { Queries } from '../database/database.js';

interface Name {
  readonly id: string;
  /** Null for the server's own. */
  readonly laptop: number | null;
}

/** The names under which messages of an organisation are sent: its own, and all that the laptops have which belong to it still. */
export async function senders({ query }: Queries, organisation: string): Promise<readonly Name[]> {
  return await query<Name & Record<string, unknown>>(
    `SELECT device.id, device.laptop FROM device LEFT JOIN laptop ON laptop.id = device.laptop
     WHERE device.organisation = $1 AND revoked_at IS NULL AND left_at IS NULL`,
    [organisation],
  );
}

/** Those of the laptops other than the one that has this name. */
export async function otherSenders(
  queries: Queries,
  organisation: string,
  device: string,
): Promise<ReadonlySet<string>> {
  const names = await senders(queries, organisation);
  const own = names.find(({ id }) => id === device)?.laptop;
  return new Set(names.filter(({ laptop }) => laptop !== null && laptop !== own).map(({ id }) => id));
}
