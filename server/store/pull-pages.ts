import { PULL_BYTES } from '../../shared/sync/protocol.js';
import type { Queries } from '../database/database.js';
import { isSeen, type Sight } from './sight.js';

/** The log is read so many places at a time, however the engine thinks that it is best read. */
const PLACES_AT_ONCE = 2000;

export interface LoggedChangeSet {
  readonly place: number;
  /** Separated by spaces, which are read faster than an array; `-` stands for what belongs to no dossier. */
  readonly dossiers: string;
  /** JSON. */
  readonly body: string;
}

interface LogPage {
  readonly changeSets: readonly LoggedChangeSet[];
  /** Everything up to here is in this page, or before it. */
  readonly until: number;
}

/** The next change sets behind a place that other devices wrote: about 4 MB of them. `head` is the newest place. */
export async function readLog(
  queries: Queries,
  organisation: string,
  { device, after, head }: { readonly device: string; readonly after: number; readonly head: number },
): Promise<LogPage> {
  for (let from = after; ; from += PLACES_AT_ONCE) {
    const end = Math.min(from + PLACES_AT_ONCE, head);
    const rows = await readPlaces(queries, organisation, { device, after: from, end });
    const isWhole = rows.length === (rows[0]?.found ?? 0);
    const until = isWhole ? end : (rows.at(-1)?.place ?? end);
    // A device that wrote much itself is not asked to come again for nothing.
    if (rows.length > 0 || until >= head) return { changeSets: rows, until };
  }
}

/** Between two places, at most 4 MB; `found` says how many there would be. Measured first, without the bodies. */
async function readPlaces(
  { query }: Queries,
  organisation: string,
  { device, after, end }: { readonly device: string; readonly after: number; readonly end: number },
) {
  const wanted = 'organisation = $1 AND place > $2 AND place <= $3 AND device <> $4 AND body IS NOT NULL';
  return await query<LoggedChangeSet & { found: number } & Record<string, unknown>>(
    `WITH measured AS (
       SELECT place, count(*) OVER () AS found, sum(size) OVER (ORDER BY place) - size AS before FROM change_set
       WHERE ${wanted}
     ), page AS (
       SELECT max(place) AS until, max(found) AS found FROM measured WHERE before < $5
     )
     SELECT place, array_to_string(dossiers, ' ') AS dossiers, body, (SELECT found FROM page) AS found FROM change_set
     WHERE ${wanted} AND place <= (SELECT until FROM page) ORDER BY place`,
    [organisation, after, end, device, PULL_BYTES],
  );
}

interface MovementAsked {
  readonly device: string;
  readonly sight: Sight;
  readonly after: number;
  readonly page: LogPage;
}

export interface Movement {
  /** Seen at the end of the page, and now; not asked for where everything is seen. */
  readonly seen: ReadonlySet<string>;
  readonly came: readonly string[];
  readonly left: readonly string[];
}

/**
 * Which of a page's dossiers a laptop with this sight sees, and which came into its sight or left it meanwhile: also one that
 * it filed itself, and that was out of its sight from the first.
 */
export async function readMovement(
  { query }: Queries,
  organisation: string,
  { device, sight, after, page }: MovementAsked,
): Promise<Movement> {
  if (sight === null) return { seen: new Set(), came: [], left: [] };
  const mentioned = page.changeSets.flatMap(({ dossiers }) => dossiers.split(' '));
  const rows = await query<{
    dossier: string;
    moved: boolean;
    own: boolean;
    at_start: string[];
    at_end: string[];
    now: string[];
  }>(
    `WITH moved AS (
       SELECT DISTINCT dossier FROM scope_move WHERE organisation = $1 AND place > $2 AND place <= $3
     ), own AS (
       SELECT DISTINCT unnest(dossiers) AS dossier FROM change_set
       WHERE organisation = $1 AND place > $2 AND place <= $3
         AND device IN (SELECT id FROM device WHERE laptop = (SELECT laptop FROM device WHERE id = $5))
     ), concerned AS (
       SELECT dossier FROM moved UNION SELECT dossier FROM own UNION SELECT unnest($4::text[])
     ), standing AS (
       SELECT concerned.dossier, coalesce(scope.departments, '{}') AS now
       FROM concerned LEFT JOIN dossier_scope AS scope
         ON scope.organisation = $1 AND scope.dossier = concerned.dossier
     )
     SELECT dossier, now, dossier IN (SELECT dossier FROM moved) AS moved, dossier IN (SELECT dossier FROM own) AS own,
       coalesce((SELECT before FROM scope_move AS move WHERE organisation = $1 AND move.dossier = standing.dossier
                 AND place > $2 ORDER BY place LIMIT 1), now) AS at_start,
       coalesce((SELECT before FROM scope_move AS move WHERE organisation = $1 AND move.dossier = standing.dossier
                 AND place > $3 ORDER BY place LIMIT 1), now) AS at_end
     FROM standing ORDER BY dossier`,
    [organisation, after, page.until, mentioned, device],
  );
  const seen = new Set<string>(['-']);
  const came: string[] = [];
  const left: string[] = [];
  for (const { dossier, moved, own, at_start: atStart, at_end: atEnd, now } of rows) {
    const before = isSeen(sight, atStart);
    const after = isSeen(sight, atEnd) && isSeen(sight, now);
    if (!moved && after) seen.add(dossier);
    else if (moved && before && after) seen.add(dossier);
    else if ((moved && before) || (own && !after && dossier !== '-')) left.push(dossier);
    else if (moved && after) came.push(dossier);
  }
  return { seen, came, left };
}
