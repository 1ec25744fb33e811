import type { ChangeSet } from '../shared/changes/change-set.js';
import type { Database } from '../server/database/database.js';
import { timed } from './line.js';

export interface BareTable {
  /** Milliseconds of one INSERT of as many rows as change sets, each with its body as JSON; committed when it answers. */
  readonly insert: (changeSets: readonly ChangeSet[]) => Promise<number>;
}

/** One table with nothing around it but every index that the server keeps for a change set and for the record behind it. */
const TABLE = `
  DROP TABLE IF EXISTS bare;
  CREATE TABLE bare (
    organisation uuid NOT NULL, place bigint NOT NULL, device text NOT NULL, n bigint NOT NULL,
    dossiers text[] NOT NULL, tbl text NOT NULL, id text NOT NULL, dossier text NOT NULL, vacancy text, body text NOT NULL,
    PRIMARY KEY (organisation, place), UNIQUE (device, n)
  );
  CREATE INDEX ON bare USING gin (dossiers);
  CREATE INDEX ON bare (organisation, tbl, id);
  CREATE INDEX ON bare (organisation, dossier, tbl, id);
  CREATE INDEX ON bare (organisation, vacancy) WHERE vacancy IS NOT NULL;
  CREATE INDEX ON bare (organisation, dossier);`;

const INSERT = `
  INSERT INTO bare (organisation, place, device, n, dossiers, tbl, id, dossier, vacancy, body)
  SELECT '00000000-0000-4000-8000-000000000000', place, device, n, ARRAY[dossier], tbl, id, dossier, vacancy, body
  FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS arrived (place, device, n, tbl, id, dossier, vacancy, body)`;

export async function openBareTable(database: Database): Promise<BareTable> {
  await database.script(TABLE);
  let head = 0;
  return {
    insert: async (changeSets) => {
      const rows = changeSets.map((changeSet) => rowOf(changeSet, (head += 1)));
      const columns = ['place', 'device', 'n', 'tbl', 'id', 'dossier', 'vacancy', 'body'] as const;
      const values = columns.map((column) => rows.map((row) => row[column]));
      return await timed(() => database.query(INSERT, values));
    },
  };
}

function rowOf(changeSet: ChangeSet, place: number) {
  const { device, n, changes } = changeSet;
  const [change] = changes;
  if (change === undefined) throw new Error('a change set without changes');
  const vacancy = change.kind === 'create' ? (change.fields['vacancyId'] as string) : null;
  const { table: tbl, id, dossier } = change;
  return { place, device, n, tbl, id, dossier: dossier ?? '', vacancy, body: JSON.stringify(changeSet) };
}
