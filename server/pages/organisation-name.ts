import type { Organisation } from '../../shared/records/organisation.js';
import type { Queries } from '../database/database.js';
import { readOrganisation } from '../store/organisation-rows.js';

/** What visitors are told whose page it is. Nobody has to say on a laptop what they are called; whoever set up the server did. */
export async function organisationName(
  queries: Queries,
  id: string,
  { name }: Pick<Organisation, 'name'>,
): Promise<string> {
  return name.trim() === '' ? (await readOrganisation(queries, id)).name : name;
}
