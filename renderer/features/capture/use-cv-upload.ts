import { useEffect, useRef, useState } from 'react';
import type { StoredCv } from '../../../shared/domain/capture.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Result } from '../../../shared/lib/result.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { storeFile } from '../../data/store-file.js';
import { useSession } from '../../data/use-session.js';

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

  return {
    state,
    start(file) {
      giveUp();
      const abort = new AbortController();
      setState({ kind: 'storing', name: file.name, size: file.size });
      const end = storeFile(host, file, personId, abort.signal).then((answer) => {
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
