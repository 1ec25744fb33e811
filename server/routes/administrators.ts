import { hasRight, rightsOf } from '../../shared/domain/rights.js';
import type { Database } from '../database/database.js';
import { factsOf } from '../fold/judge.js';
import { recordKey } from '../fold/known-record.js';
import { RequestProblem } from '../http/problem.js';
import type { Laptop } from '../store/laptop-rows.js';
import { readRecords } from '../store/record-rows.js';

/**
 * G-9: lets through a laptop at which somebody works who administers, else `sync/not-allowed`. At one that everybody uses, who
 * works there (`by`) is taken at its word; at somebody's own it is the owner, whoever is named.
 */
export async function demandAdministrator(
  database: Database,
  { organisation, recruiter }: Laptop,
  by: string | null,
): Promise<void> {
  const who = recruiter ?? by;
  const known = await readRecords(database, organisation, []);
  const { recruiters } = factsOf(new Map(known.map((record) => [recordKey(record), record])));
  const administers = who !== null && hasRight(rightsOf(who, recruiters), 'administer');
  if (!administers || recruiters.size === 0) throw new RequestProblem('sync/not-allowed');
}
