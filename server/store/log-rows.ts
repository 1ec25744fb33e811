import { ChangeSetSchema, type ChangeSet } from '../../shared/changes/change-set.js';
import type { Queries } from '../database/database.js';
import { asLines, textsOf } from '../database/lines.js';
import { withoutForgotten, type FoldedBatch, type Verdict } from '../fold/fold-batch.js';

export interface LogEntry {
  readonly device: string;
  readonly sentAt: number;
  /** Place of the first of them. */
  readonly place: number;
  readonly verdicts: readonly Verdict[];
}

/** Appends a device's numbers to the log, each at the next place. */
export async function appendToLog(
  { query }: Queries,
  organisation: string,
  { device, sentAt, place, verdicts }: LogEntry,
): Promise<void> {
  await query(
    `INSERT INTO change_set (organisation, device, sent_at, place, n, stamp, refused, dossiers, size, body)
     SELECT $1, $2, $3, place, n, stamp, refused, string_to_array(dossiers, ' '), coalesce(octet_length(body), 0), body
     FROM unnest($4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[], ${textsOf('$9')})
       AS arrived (place, n, stamp, refused, dossiers, body)`,
    [
      organisation,
      device,
      sentAt,
      verdicts.map((_verdict, index) => place + index),
      verdicts.map(({ n }) => n),
      verdicts.map(({ stamp }) => stamp),
      verdicts.map(({ refused }) => refused),
      verdicts.map(({ changeSet }) => dossiersOf(changeSet)),
      asLines(verdicts.map(({ changeSet }) => jsonOf(changeSet))),
    ],
  );
}

/** Rewrites what the log says about erased dossiers and forgotten records: it cannot be read again, by nobody. */
export async function forgetInLog(
  { query }: Queries,
  organisation: string,
  { erased, forgotten, dossiers }: Pick<FoldedBatch, 'erased' | 'forgotten'> & { readonly dossiers: readonly string[] },
): Promise<void> {
  const rows = await query<{ place: number; body: string }>(
    'SELECT place, body FROM change_set WHERE organisation = $1 AND dossiers && $2::text[] AND body IS NOT NULL',
    [organisation, dossiers],
  );
  const rewritten = rows.flatMap(({ place, body }) => {
    const before = ChangeSetSchema.parse(JSON.parse(body));
    const after = withoutForgotten(before, erased, forgotten);
    return after?.changes.length === before.changes.length ? [] : [{ place, after }];
  });
  await query(
    `UPDATE change_set SET body = rewritten.body, size = coalesce(octet_length(rewritten.body), 0),
       dossiers = string_to_array(rewritten.dossiers, ' ')
     FROM unnest($2::bigint[], $3::text[], ${textsOf('$4')}) AS rewritten (place, dossiers, body)
     WHERE change_set.organisation = $1 AND change_set.place = rewritten.place`,
    [
      organisation,
      rewritten.map(({ place }) => place),
      rewritten.map(({ after }) => dossiersOf(after)),
      asLines(rewritten.map(({ after }) => jsonOf(after))),
    ],
  );
}

function jsonOf(changeSet: ChangeSet | null): string | null {
  return changeSet === null ? null : JSON.stringify(changeSet);
}

/** Separated by spaces: arrays of arrays have no place in PostgreSQL's `unnest`. What belongs to no dossier is `-`. */
function dossiersOf(changeSet: ChangeSet | null): string {
  return [...new Set(changeSet?.changes.map(({ dossier }) => dossier ?? '-'))].join(' ');
}
