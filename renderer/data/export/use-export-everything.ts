import { useSyncExternalStore } from 'react';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { Observable } from '../observable.js';
import { orFault } from '../or-fault.js';
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

/** Always ends: where it throws, with a code that has words. */
async function save(
  session: Session,
  run: Observable<ExportRun | null>,
  withFiles: boolean,
  nameOf: (date: string) => string,
): Promise<Result<ExportManifest | null, ErrorCode>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const show = (progress: ExportRun | null): void => {
    if (!signal.aborted) run.set(progress); // stopped, it shows nothing any more: another may have begun
  };
  const stop = (): void => {
    show(null);
    stopping.abort();
  };
  const now = session.now();
  let written: ExportManifest | null = null;
  const entries = session.readEverything({
    withFiles,
    now,
    onProgress: (progress) => {
      show({ ...progress, stop });
    },
    onDone: (manifest) => {
      written = manifest;
    },
  });
  if (!entries.ok) return entries;
  const date = dateIn(session.roster.current().organisation?.zone ?? 'UTC', now);
  show({ what: 'records', done: 0, total: 1, stop });
  const parts = writeZip(entries.value, date);
  const saving = orFault(() => saveInParts(session.host, { name: nameOf(date), parts }, signal));
  // The page at hand, and the host, take a moment to break off; whoever stopped it is answered at once.
  const saved = await Promise.race([saving, aborted(signal)]);
  if (saved === null) return success(null);
  show(null);
  return saved.ok ? success(written) : failure(saved.code);
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null);
    });
  });
}
