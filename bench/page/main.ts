import { countStatuses } from '../../shared/domain/application-status.js';
import { LISTED_STATUSES } from '../../shared/domain/application-status.js';
import type { PersonId, RecruiterId } from '../../shared/records/primitives.js';
import { connectHost } from '../../renderer/data/connect-host.js';
import { Database } from '../../renderer/data/database.js';
import { changesTo } from '../../renderer/data/edit-record.js';
import { openSession, type Session } from '../../renderer/data/session.js';
import { messageCreate } from '../messages.js';
import { VACANCIES, vacancyId } from '../synthetic.js';
import { ask, openRaw, putRaw } from './raw-store.js';
import { showLiveList } from './live-list.js';
import { rejectMany, type RejectTimes } from './reject-many.js';
import { takeIn, type TakeInTimes } from './take-in.js';

const ROWS_PER_TRANSACTION = 600; // as many as a page of replayed change sets touches at the least

let session: Session | null = null;

async function open(): Promise<{ readonly ms: number; readonly rebuilt: boolean; readonly applications: number }> {
  const start = performance.now();
  const opened = await openSession(connectHost(), {
    now: () => Date.now(),
    onProgress: () => undefined,
    onDamage: (error) => {
      throw error;
    },
    claim: () => Promise.resolve(true),
  });
  if (!opened.ok) throw new Error(opened.code);
  session = opened.value;
  const { applications } = session.roster.current();
  return { ms: performance.now() - start, rebuilt: session.rebuilt, applications: applications.size };
}

function opened(): Session {
  if (session === null) throw new Error('open first');
  return session;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function medianOf(runs: number, work: (run: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timed(() => work(run)));
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

/** The same sealed rows, written by nothing but IndexedDB. */
async function rawFill(): Promise<number> {
  const ours = new Database();
  const raw = await openRaw('raw');
  let ms = 0;
  let after = '';
  for (;;) {
    const rows = await ours.records.where('id').above(after).limit(ROWS_PER_TRANSACTION).toArray();
    if (rows.length === 0) break;
    ms += await timed(() => putRaw(raw, 'records', rows));
    after = rows.at(-1)?.id ?? '';
  }
  await putRaw(raw, 'segments', await ours.segments.toArray());
  ours.close();
  raw.close();
  return ms;
}

/** What no start can be faster than: opening the database and reading the same boxes, unopened. */
async function rawStart(): Promise<number> {
  return await timed(async () => {
    const raw = await openRaw('raw');
    await ask(raw.transaction('segments').objectStore('segments').getAll());
    raw.close();
  });
}

/** The rows in clear with the indexes that lists would need if they asked IndexedDB. */
async function rawPlain(): Promise<void> {
  const raw = await openRaw('raw');
  const { applications, people } = opened().roster.current();
  const rows = [...applications.values()].map((row) => ({ ...row, person: people.get(row.personId) }));
  for (let at = 0; at < rows.length; at += ROWS_PER_TRANSACTION) {
    await putRaw(raw, 'plain', rows.slice(at, at + ROWS_PER_TRANSACTION));
  }
  raw.close();
}

async function lists(): Promise<Record<string, number>> {
  const roster = opened().roster.current();
  const raw = await openRaw('raw');
  const plain = () => raw.transaction('plain').objectStore('plain');
  const collator = new Intl.Collator('sv', { numeric: true });
  const hot = vacancyId(0);
  const names = roster.applicationsIn(hot).map(({ personId }) => nameOf(personId));
  const result = {
    hotApplications: names.length,
    sorted: await medianOf(7, () => sortByName(hot, collator)),
    sortLimit: await medianOf(7, () => [...names].sort(collator.compare)),
    sortRaw: await medianOf(5, () => ask(plain().index('vacancy').getAll(hot))),
    counts: await medianOf(21, () => countAll()),
    countsRaw: await medianOf(3, () => countRaw(plain)),
  };
  raw.close();
  return result;
}

function nameOf(id: PersonId): string {
  const person = opened().roster.current().people.get(id);
  return `${person?.givenName ?? ''} ${person?.familyName ?? ''}`;
}

function sortByName(vacancy: ReturnType<typeof vacancyId>, collator: Intl.Collator): number {
  const rows = opened()
    .roster.current()
    .applicationsIn(vacancy)
    .filter(({ status }) => status !== 'withdrawn')
    .map((row) => ({ row, name: nameOf(row.personId) }));
  return rows.sort((a, b) => collator.compare(a.name, b.name)).length;
}

function countAll(): void {
  for (let at = 0; at < VACANCIES; at++) {
    const rows = opened().roster.current().applicationsIn(vacancyId(at));
    countStatuses(rows.map(({ status }) => status));
  }
}

async function countRaw(plain: () => IDBObjectStore): Promise<void> {
  const store = plain();
  const counts: Promise<number>[] = [];
  for (let at = 0; at < VACANCIES; at++) {
    for (const status of LISTED_STATUSES) counts.push(ask(store.index('vacancyStatus').count([vacancyId(at), status])));
  }
  await Promise.all(counts);
}

/** One change of one field, as when a recruiter corrects a phone number. */
async function commitOne(runs: number): Promise<number> {
  const [person] = opened().roster.current().people.values();
  if (person === undefined) throw new Error('nobody there');
  return await medianOf(runs, async (run) => {
    const record = await opened().edit('person', person.id);
    if (record === null) throw new Error('nobody there');
    const saved = await opened().commit({
      action: 'edit-person',
      changes: changesTo(record, { phone: run.toString() }),
    });
    if (!saved.ok) throw new Error(saved.code);
  });
}

/** Two hundred mails of one bulk action: two hundred messages in one change set. */
async function commitBulk(runs: number, size: number): Promise<number> {
  const people = [...opened().roster.current().people.values()].slice(0, size);
  return await medianOf(runs, async () => {
    const changes = people.map((person) => messageCreate(opened().newId(), person, opened().device));
    const saved = await opened().commit({ action: 'send-email', changes });
    if (!saved.ok) throw new Error(saved.code);
  });
}

/** *Rejection* of many, from the plan to saved. */
async function rejectAll(runs: number, size: number): Promise<RejectTimes> {
  return await rejectMany(opened(), runs, size);
}

/** With the list on the screen, or with nothing there. */
async function takeInWith(screen: 'list' | 'nothing', by: RecruiterId, run: number): Promise<TakeInTimes> {
  const chosen = await opened().setPreferences({ recruiterId: by });
  if (!chosen.ok) throw new Error(chosen.code);
  const hide = screen === 'list' ? await showLiveList(opened()) : () => undefined;
  const times = await takeIn(opened(), run);
  hide();
  return times;
}

/** The transaction alone: as many sealed rows of the same length. */
async function rawPut(runs: number, count: number, bytes: number): Promise<number> {
  const raw = await openRaw('raw');
  const box = crypto.getRandomValues(new Uint8Array(Math.min(bytes, 60_000)));
  const ms = await medianOf(runs, (run) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      id: `${run.toString()}-${at.toString()}`,
      owner: at.toString(),
      table: 'message',
      kid: 'k1',
      rev: 1,
      changedSeq: run,
      box,
    }));
    return putRaw(raw, 'records', rows);
  });
  raw.close();
  return ms;
}

async function close(): Promise<void> {
  await session?.close();
}

const bench = { open, rawFill, rawStart, rawPlain, lists, commitOne, commitBulk, rejectAll, takeInWith, rawPut, close };
export type Bench = typeof bench;
Object.assign(window, { bench });
