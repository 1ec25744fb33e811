import { useEffect, useRef, useState } from 'react';
import type { StoredCv } from '../../../shared/domain/capture.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { StoredCvSchema } from './capture-draft.js';

/** Bytes; the host refuses more. Checked here too, so that nobody waits for a file that cannot be kept. */
const MAX_SIZE = 10 * 1024 * 1024;

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'storing'; readonly name: string; readonly size: number }
  | { readonly kind: 'failed'; readonly name: string; readonly code: HostErrorCode };

export interface CvUpload {
  readonly state: UploadState;
  /** Stores the file at once; one that is still under way is given up. */
  start(file: File): void;
  forget(): void;
  /** How the upload that is under way ends; null when none is. */
  pending(): Promise<Result<StoredCv, HostErrorCode>> | null;
}

/** Stores a CV in the dossier while the form is still being typed. */
export function useCvUpload(personId: PersonId, onStored: (cv: StoredCv) => void): CvUpload {
  const { host } = useSession();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const running = useRef<{ readonly abort: AbortController; readonly end: Promise<Result<StoredCv, HostErrorCode>> }>(
    null,
  );
  const giveUp = (): void => {
    running.current?.abort.abort();
    running.current = null;
  };
  useEffect(() => giveUp, []);

  const store = async (file: File, signal: AbortSignal): Promise<Result<StoredCv, HostErrorCode>> => {
    if (file.size === 0) return failure('file/empty');
    if (file.size > MAX_SIZE) return failure('file/too-large');
    const answer = await host.putFile(file, file.name, personId, signal);
    if (!answer.ok) return answer;
    const stored = StoredCvSchema.safeParse(answer.value);
    return stored.success ? success(stored.data) : failure('file/unknown-type');
  };
  return {
    state,
    start(file) {
      giveUp();
      const abort = new AbortController();
      setState({ kind: 'storing', name: file.name, size: file.size });
      const end = store(file, abort.signal).then((answer) => {
        if (abort.signal.aborted) return answer;
        running.current = null;
        if (answer.ok) onStored(answer.value);
        setState(answer.ok ? { kind: 'idle' } : { kind: 'failed', name: file.name, code: answer.code });
        return answer;
      });
      running.current = { abort, end };
    },
    forget() {
      giveUp();
      setState({ kind: 'idle' });
    },
    pending: () => running.current?.end ?? null,
  };
}
