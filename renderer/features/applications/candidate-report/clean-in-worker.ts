import { z } from 'zod';
import { withinPatience } from '../../../ui/pdf/patience.js';

const Cleaned = z.object({ pdf: z.instanceof(Uint8Array<ArrayBufferLike>), pages: z.int().positive() }).nullable();

/** `cleanPdf` in a worker that is ended in time: a file from outside can make any reader run for ever. Null as there. */
export async function cleanInWorker(bytes: Uint8Array): Promise<z.infer<typeof Cleaned>> {
  const worker = new Worker(new URL('./clean-pdf-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise<unknown>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        resolve(data);
      });
      worker.addEventListener('error', () => {
        resolve(null);
      });
    });
    worker.postMessage(bytes);
    return Cleaned.parse(await withinPatience(answer));
  } finally {
    worker.terminate();
  }
}
