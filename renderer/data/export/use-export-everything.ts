import { useSyncExternalStore } from 'react';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';
import { useSession } from '../use-session.js';
import type { ExportManifest, ExportProgress } from './export-everything.js';
import { saveInParts } from './save-in-parts.js';
import { writeZip } from './write-zip.js';

/** What is being written at this moment, on whichever page it was begun. */
export interface ExportRun extends ExportProgress {
  readonly stop: () => void;
}

/** A run belongs to the session, so that it goes on, and is seen, when the person walks to another page. */
const runs = new WeakMap<Session, Observable<ExportRun | null>>();

function runOf(session: Session): Observable<ExportRun | null> {
  const run = runs.get(session) ?? new Observable<ExportRun | null>(null);
  runs.set(session, run);
  return run;
}

interface ExportEverything {
  /** Null while nothing is being written; only then another one may begin. */
  readonly run: ExportRun | null;
  /** Answers what was written; null when somebody stopped it. `nameOf` a calendar date is what the file is called. */
  readonly save: (
    withFiles: boolean,
    nameOf: (date: string) => string,
  ) => Promise<Result<ExportManifest | null, ErrorCode>>;
}

/** Saves everything as one ZIP where the browser saves files, while it is being read. */
export function useExportEverything(): ExportEverything {
  const session = useSession();
  const observable = runOf(session);
  const run = useSyncExternalStore(observable.subscribe, observable.current);
  return { run, save: (withFiles, nameOf) => save(session, observable, withFiles, nameOf) };
}

async function save(
  session: Session,
  run: Observable<ExportRun | null>,
  withFiles: boolean,
  nameOf: (date: string) => string,
): Promise<Result<ExportManifest | null, ErrorCode>> {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  const now = session.now();
  let written: ExportManifest | null = null;
  const entries = session.readEverything({
    withFiles,
    now,
    onProgress: (progress) => {
      run.set({ ...progress, stop });
    },
    onDone: (manifest) => {
      written = manifest;
    },
  });
  if (!entries.ok) return entries;
  const date = dateIn(session.roster.current().organisation?.zone ?? 'UTC', now);
  run.set({ what: 'records', done: 0, total: 1, stop });
  try {
    const parts = writeZip(entries.value, date);
    const saved = await saveInParts(session.host, { name: nameOf(date), parts }, stopping.signal);
    if (stopping.signal.aborted) return success(null);
    return saved.ok ? success(written) : failure(saved.code);
  } finally {
    run.set(null);
  }
}
