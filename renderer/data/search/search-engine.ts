import type { Words } from '../../../shared/domain/search/query.js';
import type { IndexState, KeptSegment, SearchIndex, TextChanges, WordHits } from './search-index.js';

/** The index where it lives: in a worker, so that no list waits for it. */
export interface SearchEngine {
  load(kept: readonly KeptSegment[]): Promise<boolean>;
  change(changes: TextChanges): Promise<void>;
  find(asked: readonly Words[]): Promise<readonly WordHits[]>;
  keep(): Promise<IndexState>;
  close(): void;
}

type Method = Exclude<keyof SearchEngine, 'close'>;

export interface EngineRequest {
  readonly id: number;
  readonly method: Method;
  readonly input: unknown;
}

export type EngineAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: string };

/** What a request of `startSearchWorker` means to the index. */
export function answerRequest(index: SearchIndex, { method, input }: EngineRequest): unknown {
  switch (method) {
    case 'load':
      return index.load(input as readonly KeptSegment[]); // both ends are ours, and of one build
    case 'change':
      return index.change(input as TextChanges);
    case 'find':
      return index.find(input as readonly Words[]);
    case 'keep':
      return index.keep();
  }
}
