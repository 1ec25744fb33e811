import type { EngineAnswer, EngineRequest, SearchEngine } from './search-engine.js';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (fault: Error) => void;
}

/** The index in a worker of its own. After the worker has died, or was closed, every call fails. */
export function startSearchWorker(): SearchEngine {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let over: Error | null = null;
  const end = (reason: string): void => {
    over ??= new Error(reason);
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<EngineAnswer>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) caller?.resolve(data.value as never);
    else caller?.reject(new Error(`the search index failed: ${data.fault}`));
  });
  worker.addEventListener('error', () => {
    end('the search worker died');
  });
  const call = <Value>(method: EngineRequest['method'], input: unknown): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      if (over !== null) {
        reject(over);
        return;
      }
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ id: asked, method, input } satisfies EngineRequest);
    });
  return {
    load: (kept) => call('load', kept),
    change: (changes) => call('change', changes),
    find: (words) => call('find', words),
    keep: () => call('keep', null),
    close() {
      end('the search is closed');
    },
  };
}
