import { failure, success } from '../../../../shared/lib/result.js';
import { answerRequest } from '../search-engine.js';
import { SearchIndex } from '../search-index.js';
import type { SearchPorts } from '../search-keeper.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface TestSearchPorts extends SearchPorts {
  /** How often a file was read. */
  reads: number;
  readonly faults: unknown[];
}

/** The index without its worker, over files that are plain texts by their ids; one that says `broken` has no text. */
export function searchPorts(files: Readonly<Record<string, string>>): TestSearchPorts {
  const index = new SearchIndex();
  const ask = async (method: 'load' | 'change' | 'find' | 'keep', input: unknown) =>
    structuredClone(answerRequest(index, { id: 0, method, input })) as never;
  const faults: unknown[] = [];
  return {
    reads: 0,
    faults,
    engine: {
      load: (kept) => ask('load', kept),
      change: (changes) => ask('change', changes),
      find: (words) => ask('find', words),
      keep: () => ask('keep', null),
      close: () => undefined,
    },
    readFile: async (fileId) => {
      const text = files[fileId];
      return text === undefined ? failure('host/unreachable') : success(encoder.encode(text));
    },
    async readText(bytes) {
      this.reads += 1;
      const text = decoder.decode(bytes);
      return text === 'broken' ? { text: '', none: 'unreadable' } : { text, none: null };
    },
    onFault: (error) => void faults.push(error),
  };
}
