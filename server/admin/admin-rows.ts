import type { PackedState } from '../../shared/changes/change-set.js';
import { unpackState, valuesOf } from '../../shared/changes/record-state.js';
import { Recruiter } from '../../shared/records/recruiter.js';
import type { Queries } from '../database/database.js';

/** By id or name, two at most; without either any there are. */
export async function findOrganisations({ query }: Queries, named: string | null): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    'SELECT id FROM organisation WHERE $1::text IS NULL OR id::text = $1 OR name = $1 LIMIT 2',
    [named],
  );
  return rows.map(({ id }) => id);
}

/** Whose dossier an id means: that of the person, of any record that belongs to it, or of somebody who was erased. */
export async function findPerson({ query }: Queries, organisation: string, id: string): Promise<string | null> {
  const [row] = await query<{ dossier: string }>(
    `SELECT dossier FROM record WHERE organisation = $1 AND (id = $2 OR dossier = $2) AND dossier <> ''
     UNION SELECT dossier FROM erased_dossier WHERE organisation = $1 AND dossier = $2
     ORDER BY dossier LIMIT 1`,
    [organisation, id],
  );
  return row?.dossier ?? null;
}

export async function isRecruiter({ query }: Queries, organisation: string, id: string): Promise<boolean> {
  const rows = await query(
    `SELECT 1 AS one FROM record WHERE organisation = $1 AND tbl = 'recruiter' AND id = $2 AND NOT erased`,
    [organisation, id],
  );
  return rows.length === 1;
}

export async function listOrganisations({ query }: Queries): Promise<readonly string[]> {
  const rows = await query<{ id: string; name: string; head: number; laptops: number }>(
    `SELECT id, name, head, (SELECT count(*) FROM laptop WHERE organisation = organisation.id) AS laptops
     FROM organisation ORDER BY name, id`,
  );
  return tableOf(
    ['id', 'name', 'change sets', 'laptops'],
    rows.map(({ id, name, head, laptops }) => [id, name, head, laptops]),
  );
}

export async function listRecruiters({ query }: Queries, organisation: string): Promise<readonly string[]> {
  const rows = await query<{ id: string; state: string }>(
    `SELECT id, state FROM record WHERE organisation = $1 AND tbl = 'recruiter' AND NOT erased ORDER BY id`,
    [organisation],
  );
  return tableOf(
    ['id', 'name', 'standing'],
    rows.map(({ id, state }) => {
      const recruiter = recruiterOf(state);
      return [id, recruiter?.name ?? '', recruiter?.active === true ? 'active' : 'inactive'];
    }),
  );
}

/** Of everybody who ever worked there, by their ids. */
export async function recruiterNames({ query }: Queries, organisation: string): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; state: string }>(
    `SELECT id, state FROM record WHERE organisation = $1 AND tbl = 'recruiter'`,
    [organisation],
  );
  return new Map(
    rows.flatMap(({ id, state }) => {
      const name = recruiterOf(state)?.name;
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

/** A recruiter as a record's packed state has it; null where that says nothing whole. */
function recruiterOf(state: string): Recruiter | null {
  return Recruiter.safeParse(valuesOf(unpackState(JSON.parse(state) as PackedState))).data ?? null;
}

/** Lines with tabs between the values; the first says what they are. */
export function tableOf(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  return [heads, ...rows].map((values) => values.join('\t'));
}
