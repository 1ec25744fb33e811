import { NO_TEXT, type NoText } from '../../../shared/domain/search/file-text.js';
import { withinPatience } from '../pdf/patience.js';

/** What the worker answers. */
export type WordText = string | { readonly none: NoText };

/** The words of a Word document, a paragraph a line; or why there are none. Read in a worker that is ended in time. */
export async function readWordText(bytes: Uint8Array<ArrayBuffer>): Promise<WordText> {
  const worker = new Worker(new URL('./word-text-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise<WordText>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        resolve(typeof data === 'string' ? data : { none: reasonIn(data) });
      });
      worker.addEventListener('error', () => {
        resolve({ none: 'unreadable' });
      });
    });
    worker.postMessage(bytes);
    return (await withinPatience(answer)) ?? { none: 'too-slow' };
  } finally {
    worker.terminate();
  }
}

function reasonIn(data: unknown): NoText {
  const reason = typeof data === 'object' && data !== null && 'none' in data ? data.none : null;
  return NO_TEXT.find((one) => one === reason) ?? 'unreadable';
}
