import type { FoldChange, PackedRegister, RecordEvent, Stamp } from '../../../shared/changes/change-set.js';
import { parseStamp, stampOf } from '../../../shared/changes/clock.js';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import type { Json } from '../../../shared/lib/json.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { MessageEvent } from '../../../shared/records/message.js';
import type { CommitErrorCode, CommitResult, PlannedChanges } from '../commit.js';
import type { DevicePosition } from '../device-position.js';
import type { HostClient } from '../host-client.js';
import { newId } from '../new-id.js';
import type { WorkingStore } from '../working-store.js';
import { readEntry } from './read-zip.js';
import { judgedLines, textIn, type ExportFault, type ExportSurvey, type KnownLine } from './survey-export.js';

/** Bytes; the host refuses more. */
const LONGEST_FILE = 10 * 1024 * 1024;
/** Records in one change set: one append of some megabytes. */
const AT_ONCE = 1000;

export interface ReadExportDeps {
  readonly host: Pick<HostClient, 'putFile'>;
  readonly store: WorkingStore;
  readonly commit: (request: {
    readonly action: 'read-export';
    readonly changes: PlannedChanges;
  }) => Promise<CommitResult>;
  readonly now: () => number;
  readonly position: Pick<DevicePosition, 'clock'>;
  readonly by: () => string | null;
}

export interface ReadExportWish {
  readonly survey: ExportSurvey;
  readonly signal: AbortSignal;
  /** Records that are added. */
  readonly onProgress: (done: number) => void;
}

export interface ReadBack {
  /** Records. */
  readonly added: number;
  readonly files: number;
}

export type ReadExportFailure = Failure<ExportFault | HostErrorCode | CommitErrorCode> & { readonly done: ReadBack };

/**
 * Adds what an export holds and this laptop does not, files first, a thousand records at a time. What was added before a failure
 * stays; read once more, it is left alone. No message leaves by it: one that was waiting is cancelled.
 */
export async function readExport(
  deps: ReadExportDeps,
  { survey: { opened }, signal, onProgress }: ReadExportWish,
): Promise<{ readonly ok: true; readonly value: ReadBack } | ReadExportFailure> {
  const done = { added: 0, files: 0 };
  const stored = new Map<string, string>();
  const stop = (code: ReadExportFailure['code']): ReadExportFailure => ({ ...failure(code), done });
  // Documents first: a mail names the file that goes along by its id, which is another one here.
  for (const round of ['documents', 'others'] as const) {
    let waiting: KnownLine[] = [];
    const write = async (): Promise<ReadExportFailure | null> => {
      const changes = waiting.map((line) => foldOf(withFiles(line, stored), deps));
      waiting = [];
      if (changes.length === 0) return null;
      const saved = await deps.commit({ action: 'read-export', changes });
      if (!saved.ok) return stop(saved.code);
      done.added += changes.length;
      onProgress(done.added);
      return null;
    };
    for await (const judged of judgedLines(opened, deps.store)) {
      if (judged === false) return stop('export/damaged');
      for (const { line } of judged) {
        if (line === null || (line.table === 'document') !== (round === 'documents')) continue;
        if (signal.aborted) return stop('export/stopped');
        if (round === 'documents') {
          const put = await storeFileOf(line, { opened, host: deps.host });
          if (!put.ok) return stop(put.code);
          if (put.value !== null) {
            stored.set(textIn(line, 'fileId'), put.value);
            done.files += 1;
          }
        }
        waiting.push(line);
      }
      if (waiting.length >= AT_ONCE) {
        const failed = await write();
        if (failed !== null) return failed;
      }
    }
    const failed = await write();
    if (failed !== null) return failed;
  }
  return success(done);
}

/** The id under which the file of a document lies here now; null where the export has none, or none that can be kept. */
async function storeFileOf(
  line: KnownLine,
  { opened, host }: Pick<ExportSurvey, 'opened'> & Pick<ReadExportDeps, 'host'>,
): Promise<Result<string | null, HostErrorCode>> {
  const place = opened.files.get(textIn(line, 'fileId'));
  const bytes = place === undefined ? null : await readEntry(opened.file, place, LONGEST_FILE);
  if (bytes === null || line.dossier === null) return success(null);
  const put = await host.putFile(new Blob([bytes]), textIn(line, 'name'), line.dossier);
  if (put.ok) return success(put.value.fileId);
  // Bytes that are no file of its kind are left out like damaged ones; whatever else is wrong, the next would fail as well.
  return put.code === 'file/not-what-its-name-says' || put.code === 'file/unknown-type' || put.code === 'file/empty'
    ? success(null)
    : put;
}

/** With the ids under which its files lie here. */
function withFiles(line: KnownLine, stored: ReadonlyMap<string, string>): KnownLine {
  if (line.table !== 'document' && line.table !== 'message') return line;
  const renamedIn = (values: Readonly<Record<string, Json>>): Record<string, Json> =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        key === 'fileId' && typeof value === 'string' ? (stored.get(value) ?? value) : renamed(value),
      ]),
    );
  const renamed = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(renamed);
    return typeof value === 'object' && value !== null ? renamedIn(value as Readonly<Record<string, Json>>) : value;
  };
  return { ...line, fields: renamedIn(line.fields) };
}

type Deps = Pick<ReadExportDeps, 'now' | 'position' | 'by'>;

/** The record as it was, stamps and order of its events included; nothing of it lies in the future of this laptop. */
function foldOf(line: KnownLine, deps: Deps): FoldChange {
  const { table, id, dossier, fields } = line;
  const { created, events, takenBack } = inThePast(line, deps);
  const contested = new Set(line.otherValues.map(({ field }) => field));
  const registers = [...contested].map((field): [string, PackedRegister] => {
    const others = line.otherValues.filter((one) => one.field === field).map(losing);
    return [field, { heads: [{ stamp: created, value: fields[field] ?? null }, ...others], past: [] }];
  });
  const values = Object.fromEntries(Object.entries(fields).filter(([field]) => !contested.has(field)));
  const stopped = table === 'message' ? cancelled(events, deps) : [];
  const kept = [...events, ...takenBack, ...stopped].map(({ stamp, event }): [string, Stamped] => [
    event.id,
    { stamp, event: event as RecordEvent },
  ]);
  const retracted = takenBack.map(({ event }) => event.id);
  const state = { created, values, fields: Object.fromEntries(registers), sets: {}, erased: false };
  return { kind: 'fold', table, id, dossier, state: { ...state, events: Object.fromEntries(kept), retracted } };
}

interface Stamped {
  readonly stamp: Stamp;
  readonly event: RecordEvent;
}

/** Older than whatever the record was created with, so that it never wins. */
function losing({ value }: { readonly value: Json }, at: number) {
  return { stamp: stampOf({ ms: 0, counter: at, node: '0'.repeat(16) }), value };
}

/** Clocks were wrong where it was made: then all of it is of now, in the order in which it happened. */
function inThePast(line: KnownLine, { now, position }: Deps): Pick<KnownLine, 'created' | 'events' | 'takenBack'> {
  const all = [...line.events, ...line.takenBack];
  const latest = Math.max(...[line.created, ...all.map(({ stamp }) => stamp)].map((stamp) => parseStamp(stamp).ms));
  if (latest < now()) return line;
  const inOrder = all.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const stampAt = (at: number): Stamp =>
    stampOf({ ms: now() - 1, counter: Math.min(at, 0xffff), node: position.clock.node });
  const places = new Map(inOrder.map(({ event }, at) => [event.id, stampAt(at + 1)]));
  const anew = <One extends { readonly event: { readonly id: string } }>(one: One) => ({
    ...one,
    stamp: places.get(one.event.id) ?? stampAt(0),
  });
  return { created: stampAt(0), events: line.events.map(anew), takenBack: line.takenBack.map(anew) };
}

/** What has not left where it was exported does not leave here. */
function cancelled(events: KnownLine['events'], { now, position, by }: Deps): readonly Stamped[] {
  const told = events.map(({ event }) => MessageEvent.parse(event));
  const { state, attempt } = foldDeliveries(0, told);
  if (state !== 'held' && state !== 'due' && state !== 'deferred') return [];
  const event = {
    id: newId(),
    type: 'delivery',
    at: now(),
    by: by(),
    state: 'cancelled',
    reason: null,
    reply: null,
    retryAt: null,
    attempt,
  } as const;
  return [{ stamp: stampOf({ ms: now(), counter: 0, node: position.clock.node }), event }];
}
