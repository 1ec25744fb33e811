import { createHash } from 'node:crypto';
import type { PackedState } from '../../shared/changes/change-set.js';
import { unpackState, valuesOf } from '../../shared/changes/record-state.js';
import { Recruiter } from '../../shared/records/recruiter.js';
import type { Queries } from '../database/database.js';

/** In which departments' dossiers a laptop looks; null: in all. */
export type Sight = readonly string[] | null;

/** What the laptop of a recruiter may see, as the recruiter's record stands (G-9). */
export async function sightOf({ query }: Queries, organisation: string, recruiter: string | null): Promise<Sight> {
  if (recruiter === null) return null;
  const [row] = await query<{ state: string }>(
    `SELECT state FROM record WHERE organisation = $1 AND tbl = 'recruiter' AND id = $2`,
    [organisation, recruiter],
  );
  if (row === undefined) return null;
  const read = Recruiter.safeParse(valuesOf(unpackState(JSON.parse(row.state) as PackedState)));
  return read.success && read.data.departments.length > 0 ? [...read.data.departments].sort() : null;
}

/** Says the same as another one only if both see the same departments. */
export function scopeKey(sight: Sight): string {
  return sight === null ? 'all' : createHash('sha256').update(JSON.stringify(sight)).digest('base64url').slice(0, 16);
}

/** Whether a dossier in these departments is seen: one in no vacancy, or in one without a department, is seen by everybody. */
export function isSeen(sight: Sight, departments: readonly string[]): boolean {
  if (sight === null || departments.length === 0) return true;
  return departments.some((department) => department === '' || sight.includes(department));
}

/** The same in SQL, of a record: `$n` is the departments with '' among them, or null for all. */
export function seenRecords(parameter: string): string {
  return `(${parameter}::text[] IS NULL OR record.dossier = '' OR NOT EXISTS (
    SELECT 1 FROM dossier_scope AS scope
    WHERE scope.organisation = record.organisation AND scope.dossier = record.dossier
      AND cardinality(scope.departments) > 0 AND NOT scope.departments && ${parameter}::text[]))`;
}

/** The value that belongs to it. */
export function seenDepartments(sight: Sight): readonly string[] | null {
  return sight === null ? null : ['', ...sight];
}
