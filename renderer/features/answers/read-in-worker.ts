import type { SaidAnswer } from '../../../shared/domain/said-answer.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import { withinPatience } from '../../ui/pdf/patience.js';
import { LARGEST_ANSWER, type AnswerSource } from './read-answers.js';
import type { ReadProblem } from './read-problem.js';
import { ReadAnswers } from './said-answers-schema.js';

type Read = Result<readonly SaidAnswer[], ReadProblem>;

/** Reads what somebody else wrote, in a worker that is ended in time. */
export async function readInWorker(source: AnswerSource, zone: string): Promise<Read> {
  const worker = new Worker(new URL('./answers-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise<Read>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        resolve(ReadAnswers.parse(data));
      });
      worker.addEventListener('error', () => {
        resolve(failure('answer/unreadable'));
      });
    });
    worker.postMessage({ source, zone });
    return (await withinPatience(answer)) ?? failure('answer/too-slow');
  } finally {
    worker.terminate();
  }
}

/** The bytes of a file; or why they are no use. */
export async function bytesOf(file: File): Promise<Result<Uint8Array, ReadProblem>> {
  if (file.size > LARGEST_ANSWER) return failure('answer/too-large');
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return failure('answer/unreadable'); // moved or taken away while it was dropped
  }
}
