import type { Queries } from '../database/database.js';
import { recordKey, valueOf, type KnownRecord } from '../fold/known-record.js';
import type { Writing } from './record-rows.js';

/**
 * Works out anew, after records were written, in which departments the touched dossiers are, and notes at which place that
 * changed for one that was there before.
 */
export async function moveScopes(
  { query }: Queries,
  organisation: string,
  { known, written, place }: Writing,
): Promise<void> {
  const before = new Map(known.map((record) => [recordKey(record), record]));
  const moving = written.filter((record) => mayMove(before.get(recordKey(record)), record));
  const dossiers = [...new Set(moving.flatMap(({ dossier }) => (dossier === null ? [] : [dossier])))];
  const vacancies = moving.filter(({ table }) => table === 'vacancy').map(({ id }) => id);
  if (dossiers.length + vacancies.length === 0) return;
  await query(
    `WITH affected AS (
       SELECT unnest($3::text[]) AS dossier
       UNION
       SELECT dossier FROM record WHERE organisation = $1 AND vacancy = ANY ($4::text[]) AND dossier <> ''
     ), standing AS MATERIALIZED (
       -- Looked up dossier by dossier: an engine that has counted nothing yet would read every application to join them.
       SELECT dossier,
         (SELECT array_agg(DISTINCT coalesce((SELECT department FROM record AS vacancy
            WHERE vacancy.organisation = $1 AND vacancy.tbl = 'vacancy' AND vacancy.id = application.vacancy), ''))
          FROM record AS application
          WHERE application.organisation = $1 AND application.dossier = affected.dossier
            AND application.vacancy IS NOT NULL AND NOT application.erased) AS departments,
         (SELECT departments FROM dossier_scope AS scope
          WHERE scope.organisation = $1 AND scope.dossier = affected.dossier) AS before
       FROM affected
     ), changed AS (
       SELECT dossier, before, coalesce(departments, '{}') AS after FROM standing
       WHERE before IS DISTINCT FROM coalesce(departments, '{}')
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

/** A dossier moves with a record that is new, an application to another vacancy, or a vacancy to another department. */
function mayMove(before: KnownRecord | undefined, after: KnownRecord): boolean {
  if (before === undefined || before.state.erased !== after.state.erased) return true;
  const field = after.table === 'application' ? 'vacancyId' : after.table === 'vacancy' ? 'department' : null;
  return field !== null && valueOf(before, field) !== valueOf(after, field);
}
