import { ChangeSetSchema } from '../../shared/changes/change-set.js';
import type { Database } from '../database/database.js';
import type { OrganisationRow } from '../store/organisation-rows.js';
import { readLog, readMovement, type LoggedChangeSet, type Movement } from '../store/pull-pages.js';
import {
  countRecords,
  readDossiers,
  readErasedDossiers,
  readRecordPage,
  type RecordLine,
} from '../store/record-pages.js';
import { scopeKey, type Sight } from '../store/sight.js';
import { writeCursor } from './cursor.js';

const RECORDS_AT_ONCE = 500;
const RECORDS_IN_PAGE = 4000;
const DOSSIERS_AT_ONCE = 50;

export interface Feed {
  readonly database: Database;
  readonly organisation: OrganisationRow;
  readonly sight: Sight;
  readonly device: string;
}

/** The lines of one page of a pull, behind a place of the log, several at once. What stands in the store as JSON is not read, but passed on. */
export async function* pullLines(feed: Feed, after: number): AsyncGenerator<string> {
  const { database, organisation, sight, device } = feed;
  const { id, head } = organisation;
  const page = await readLog(database, id, { device, after, head });
  const movement = await readMovement(database, id, { device, sight, after, page });
  yield movement.left.map((dossier) => line({ left: dossier })).join('');
  for (let index = 0; index < movement.came.length; index += DOSSIERS_AT_ONCE) {
    const rows = await readDossiers(database, id, movement.came.slice(index, index + DOSSIERS_AT_ONCE));
    yield rows.map(recordLine).join('');
  }
  yield page.changeSets.map((changeSet) => changeSetLine(changeSet, { sight, movement })).join('');
  const cursor = writeCursor(
    { epoch: organisation.epoch, scope: scopeKey(sight), place: page.until },
    organisation.secret,
  );
  yield line({ end: { cursor, head, more: page.until < head } });
}

/** The lines of one page of a first load, several at once. `place` is where the log stood when it began. */
export async function* recordLines(
  feed: Feed,
  { place, after }: { readonly place: number; readonly after: readonly [string, string, string] | null },
): AsyncGenerator<string> {
  const { database, organisation, sight } = feed;
  const { id, head } = organisation;
  let total: number | undefined;
  if (after === null) {
    total = await countRecords(database, id, sight);
    yield (await readErasedDossiers(database, id)).map((dossier) => line({ left: dossier })).join('');
  }
  let position: readonly [string, string, string] = after ?? ['', '', ''];
  let sent = 0;
  let more = true;
  while (more && sent < RECORDS_IN_PAGE) {
    const rows = await readRecordPage(database, id, { sight, after: position, limit: RECORDS_AT_ONCE });
    yield rows.map(recordLine).join('');
    const last = rows.at(-1);
    if (last !== undefined) position = [last.dossier, last.tbl, last.id];
    sent += rows.length;
    more = rows.length === RECORDS_AT_ONCE;
  }
  const [dossier, table, record] = position;
  const contents = { epoch: organisation.epoch, scope: scopeKey(sight), place };
  const cursor = writeCursor(more ? { ...contents, after: [dossier, table, record] } : contents, organisation.secret);
  yield line({ end: { cursor, head, more, ...(total === undefined ? {} : { total }) } });
}

function changeSetLine(
  { body, dossiers }: LoggedChangeSet,
  { sight, movement: { seen } }: { readonly sight: Sight; readonly movement: Movement },
): string {
  if (sight === null) return `{"changeSet":${body}}\n`;
  const isSeen = dossiers.split(' ').map((dossier) => seen.has(dossier));
  if (!isSeen.includes(false)) return `{"changeSet":${body}}\n`;
  if (!isSeen.includes(true)) return '';
  const changeSet = ChangeSetSchema.parse(JSON.parse(body));
  return line({
    changeSet: { ...changeSet, changes: changeSet.changes.filter((one) => seen.has(one.dossier ?? '-')) },
  });
}

function recordLine({ tbl, id, dossier, state }: RecordLine): string {
  const address = JSON.stringify({ table: tbl, id, dossier: dossier === '' ? null : dossier });
  return `{"record":${address.slice(0, -1)},"state":${state}}}\n`;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
