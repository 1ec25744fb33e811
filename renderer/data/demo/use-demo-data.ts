import { useSyncExternalStore } from 'react';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';
import { useRoster, useSession } from '../use-session.js';
import { demoContents, type DemoContents } from './demo-contents.js';
import { installDemoData, type DemoProgress } from './install-demo-data.js';
import { removeDemoData } from './remove-demo-data.js';

/** What is being done with the demo data at this moment, on whichever page it was begun. */
export interface DemoRun extends DemoProgress {
  readonly what: 'install' | 'remove';
}

export interface DemoData {
  readonly contents: DemoContents;
  /** Null while nothing is being done; then neither `install` nor `remove` may be offered. */
  readonly run: DemoRun | null;
  readonly install: () => ReturnType<typeof installDemoData>;
  readonly remove: () => ReturnType<typeof removeDemoData>;
}

/** A run belongs to the session, so that it goes on, and is seen, when the person walks to another page. */
const runs = new WeakMap<Session, Observable<DemoRun | null>>();

function runOf(session: Session): Observable<DemoRun | null> {
  const run = runs.get(session) ?? new Observable<DemoRun | null>(null);
  runs.set(session, run);
  return run;
}

/** The demo data and what can be done with them, for *Home* and *Settings*. */
export function useDemoData(): DemoData {
  const session = useSession();
  const observable = runOf(session);
  const run = useSyncExternalStore(observable.subscribe, observable.current);
  const contents = useRoster(demoContents);
  return {
    contents,
    run,
    install: () => during(observable, 'install', (onProgress) => installDemoData(session, onProgress)),
    remove: () => during(observable, 'remove', (onProgress) => removeDemoData(session, onProgress)),
  };
}

async function during<Value>(
  observable: Observable<DemoRun | null>,
  what: DemoRun['what'],
  work: (onProgress: (progress: DemoProgress) => void) => Promise<Value>,
): Promise<Value> {
  observable.set({ what, done: 0, total: 1 });
  try {
    return await work((progress) => {
      observable.set({ what, ...progress });
    });
  } finally {
    observable.set(null);
  }
}
