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

interface Running {
  readonly personId: PersonId;
  readonly abort: AbortController;
  readonly end: Promise<Result<StoredCv, HostErrorCode>>;
}

export interface CvUpload {
  readonly state: UploadState;
  /** Stores the file at once; one that is still under way is given up. */
  start(file: File): void;
  /** Gives up what is under way for this person, and no longer says what went wrong. */
  forget(personId: PersonId): void;
  /** How the upload that is under way for this person ends, out of sight; null when none is. */
  handOver(personId: PersonId): Promise<Result<StoredCv, HostErrorCode>> | null;
}

/** Stores a CV in the dossier while the form is still being typed. */
export function useCvUpload(personId: PersonId, onStored: (personId: PersonId, cv: StoredCv) => void): CvUpload {
  const { host } = useSession();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const running = useRef<Running>(null);
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
        const inSight = running.current?.abort === abort;
        if (inSight) running.current = null;
        if (answer.ok) onStored(personId, answer.value);
        if (!answer.ok) setState({ kind: 'failed', name: file.name, code: answer.code });
        else if (inSight) setState({ kind: 'idle' });
        return answer;
      });
      running.current = { personId, abort, end };
    },
    forget(of) {
      if (running.current !== null && running.current.personId !== of) return;
      giveUp();
      setState({ kind: 'idle' });
    },
    handOver(of) {
      const handed = running.current;
      if (handed?.personId !== of) return null;
      running.current = null;
      setState({ kind: 'idle' });
      return handed.end;
    },
  };
}
