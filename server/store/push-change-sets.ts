import type { Change } from '../../shared/changes/change-set.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { MessageChannel } from '../../shared/records/message.js';
import type { PushAnswer, RefusalCode } from '../../shared/sync/protocol.js';
import type { Database, Queries } from '../database/database.js';
import { recordKey } from '../fold/known-record.js';
import { foldBatch, type Arrival, type FoldedBatch, type Known } from '../fold/fold-batch.js';
import type { Author } from '../fold/judge.js';
import { eraseDossiers, readErased } from './erase-dossiers.js';
import { appendToLog, forgetInLog } from './log-rows.js';
import { eraseFiles } from './file-rows.js';
import { noteSettledIn } from './laptop-rows.js';
import { otherSenders } from './senders.js';
import { NEWS } from './news.js';
import { serverDevice } from './organisation-rows.js';
import { noteOutgoing } from './outgoing-rows.js';
import { writePageLinks } from './page-links.js';
import { readRecords, writeRecords } from './record-rows.js';
import { moveScopes } from './scope-rows.js';

export interface Push {
  readonly organisation: string;
  readonly device: string;
  readonly author: Author;
  readonly epoch: string;
  readonly sentAt: number;
  /** In the order of their numbers, without a gap. */
  readonly arrivals: readonly Arrival[];
  /** What the server sends of what is handed over; nothing when left out. */
  readonly sends?: readonly MessageChannel[];
}

type PushProblem = 'sync/gap' | 'sync/rewound' | 'sync/epoch';
/** How far a push came; a problem says where the server stands. */
export type PushOutcome = Result<Omit<PushAnswer, 'serverTime'>, PushProblem> & { readonly lastN: number };

interface Standing {
  readonly head: number;
  readonly epoch: string;
  readonly lastN: number;
  readonly isJoining: boolean;
}

/**
 * Takes a device's change sets, in one transaction: it holds the organisation's counter row from before anything is read until
 * the commit. So the places are in the order of the commits, and nobody folds into a record that another is folding into.
 */
export async function pushChangeSets(database: Database, push: Push): Promise<PushOutcome> {
  return await database.transaction(async (queries) => await takeChangeSets(queries, push));
}

/** The same inside a transaction that is under way. */
export async function takeChangeSets(queries: Queries, push: Push): Promise<PushOutcome> {
  const standing = await lockOrganisation(queries, push);
  const { lastN } = standing;
  if (standing.epoch !== push.epoch) return { ...failure('sync/epoch'), lastN };
  const known = push.arrivals.filter(({ n }) => n <= lastN);
  const stored = await readStored(queries, push.device, known);
  if (known.some(({ n, stamp }) => !isSame(stamp, stored.get(n)?.stamp))) return { ...failure('sync/rewound'), lastN };
  const fresh = push.arrivals.filter(({ n }) => n > lastN);
  const [first] = fresh;
  if (first !== undefined && first.n !== lastN + 1) return { ...failure('sync/gap'), lastN };
  const before = { ...(await readKnown(queries, push, fresh)), isJoining: standing.isJoining };
  const folded = foldBatch(fresh, before, push.author);
  if (fresh.length > 0) await write(queries, push, { standing, before, folded });
  const refused = [
    ...known.map(({ n }) => ({ n, code: stored.get(n)?.refused ?? null })),
    ...folded.verdicts.map(({ n, refused: code }) => ({ n, code })),
  ].flatMap(({ n, code }) => (code === null ? [] : [{ n, code }]));
  const now = { lastN: lastN + fresh.length, head: standing.head + fresh.length };
  return { ...success({ ...now, refused }), lastN: now.lastN };
}

async function lockOrganisation({ query }: Queries, { organisation, device }: Push): Promise<Standing> {
  const [locked] = await query<{ head: number; epoch: string }>(
    'SELECT head, epoch FROM organisation WHERE id = $1 FOR UPDATE',
    [organisation],
  );
  // A statement of its own: it sees what the one before it waited for. Held, since every row of the log refers to it.
  const [own] = await query<{ last_n: number; joining: boolean }>(
    `SELECT last_n, settled_in IS FALSE AS joining FROM device LEFT JOIN laptop ON laptop.id = device.laptop
     WHERE device.id = $1 FOR UPDATE OF device`,
    [device],
  );
  if (locked === undefined || own === undefined) throw new Error('the device belongs to no organisation');
  return { ...locked, lastN: own.last_n, isJoining: own.joining };
}

async function readStored({ query }: Queries, device: string, arrivals: readonly Arrival[]) {
  if (arrivals.length === 0) return new Map<number, never>();
  const rows = await query<{ n: number; stamp: string | null; refused: RefusalCode | null }>(
    'SELECT n, stamp, refused FROM change_set WHERE device = $1 AND n = ANY ($2::bigint[])',
    [device, arrivals.map(({ n }) => n)],
  );
  return new Map(rows.map((row) => [row.n, row]));
}

/** One side may not be able to read its stamp any more. */
function isSame(stamp: string | null, stored: string | null | undefined): boolean {
  return stamp === null || stored === null || stamp === stored;
}

async function readKnown(
  queries: Queries,
  { organisation, device, sends = [] }: Push,
  fresh: readonly Arrival[],
): Promise<Omit<Known, 'isJoining'>> {
  const changes = fresh.flatMap(({ changeSet }) => (typeof changeSet === 'string' ? [] : changeSet.changes));
  if (changes.length === 0) return { records: [], erasedDossiers: new Set(), sending: null };
  const dossiers = new Set(changes.flatMap(({ dossier }) => (dossier === null ? [] : [dossier])));
  return {
    records: await readRecords(queries, organisation, changes),
    erasedDossiers: await readErased(queries, organisation, [...dossiers]),
    sending: changes.some(({ table, kind }) => table === 'message' && kind !== 'create')
      ? {
          device: await serverDevice(queries, organisation),
          channels: sends,
          others: changes.some(setsSender) ? await otherSenders(queries, organisation, device) : new Set(),
        }
      : null,
  };
}

function setsSender(change: Change): boolean {
  return change.kind === 'set' && change.table === 'message' && change.field === 'deliverBy';
}

async function write(
  queries: Queries,
  { organisation, device, sentAt }: Push,
  { standing, before, folded }: { readonly standing: Standing; readonly before: Known; readonly folded: FoldedBatch },
): Promise<void> {
  const { verdicts, written, erased, forgotten } = folded;
  const place = standing.head + verdicts.length;
  if (erased.size + forgotten.size > 0) {
    const touched = written.filter((record) => forgotten.has(recordKey(record))).map(({ dossier }) => dossier ?? '-');
    await forgetInLog(queries, organisation, { erased, forgotten, dossiers: [...new Set([...erased, ...touched])] });
  }
  await appendToLog(queries, organisation, { device, sentAt, place: standing.head + 1, verdicts });
  const writing = { known: before.records, written, place };
  await writeRecords(queries, organisation, writing);
  if (erased.size > 0) await eraseDossiers(queries, organisation, [...erased]);
  if (folded.files.size > 0) await eraseFiles(queries, organisation, [...folded.files]);
  await moveScopes(queries, organisation, writing);
  await writePageLinks(queries, organisation, written);
  await noteOutgoing(queries, organisation, written);
  await queries.query('UPDATE device SET last_n = last_n + $2 WHERE id = $1', [device, verdicts.length]);
  if (before.isJoining && !folded.isJoining) await noteSettledIn(queries, device);
  await queries.query('UPDATE organisation SET head = $2 WHERE id = $1', [organisation, place]);
  await queries.query('SELECT pg_notify($1, $2)', [NEWS, `${organisation} ${place}`]);
}
