import type { Queries } from '../database/database.js';
import type { KnownRecord } from '../fold/known-record.js';

/**
 * Works out anew, after records were written, in which departments the touched dossiers are, and notes at which place that
 * changed for one that was there before.
 */
export async function moveScopes(
  { query }: Queries,
  organisation: string,
  { records, place }: { readonly records: readonly KnownRecord[]; readonly place: number },
): Promise<void> {
  const dossiers = [...new Set(records.flatMap(({ dossier }) => (dossier === null ? [] : [dossier])))];
  const vacancies = records.filter(({ table }) => table === 'vacancy').map(({ id }) => id);
  if (dossiers.length + vacancies.length === 0) return;
  await query(
    `WITH affected AS (
       SELECT unnest($3::text[]) AS dossier
       UNION
       SELECT dossier FROM record WHERE organisation = $1 AND vacancy = ANY ($4::text[]) AND dossier <> ''
     ), standing AS (
       SELECT affected.dossier, array_agg(DISTINCT coalesce(vacancy.department, '')) AS departments
       FROM affected
       JOIN record AS application ON application.dossier = affected.dossier
       LEFT JOIN record AS vacancy
         ON vacancy.organisation = $1 AND vacancy.tbl = 'vacancy' AND vacancy.id = application.vacancy
       WHERE application.organisation = $1 AND application.tbl = 'application' AND NOT application.erased
       GROUP BY affected.dossier
     ), moved AS (
       SELECT affected.dossier, scope.departments AS before, coalesce(standing.departments, '{}') AS after
       FROM affected
       LEFT JOIN standing ON standing.dossier = affected.dossier
       LEFT JOIN dossier_scope AS scope ON scope.organisation = $1 AND scope.dossier = affected.dossier
     ), changed AS (
       SELECT * FROM moved WHERE before IS DISTINCT FROM after
     ), noted AS (
       INSERT INTO scope_move (organisation, dossier, place, before)
       SELECT $1, dossier, $2, before FROM changed WHERE before IS NOT NULL
     )
     INSERT INTO dossier_scope (organisation, dossier, departments)
     SELECT $1, dossier, after FROM changed
     ON CONFLICT (organisation, dossier) DO UPDATE SET departments = excluded.departments`,
    [organisation, place, dossiers, vacancies],
  );
}
