import type { Organisation } from '../../shared/records/organisation.js';
import type { Queries } from '../database/database.js';
import { readOrganisation } from '../store/organisation-rows.js';

/** Whose page it is: its name and colour, and the clock by which it tells the time. */
export interface PageOrganisation {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** `#rrggbb`; null: as the program looks. */
  readonly accent: string | null;
}

/** Nobody has to say on a laptop what they are called; whoever set up the server did. */
export async function pageOrganisation(
  queries: Queries,
  id: string,
  record: Pick<Organisation, 'name' | 'zone' | 'accent'> | null,
): Promise<PageOrganisation> {
  const { name = '', zone = 'UTC', accent = null } = record ?? {};
  return { id, name: name.trim() === '' ? (await readOrganisation(queries, id)).name : name.trim(), zone, accent };
}
