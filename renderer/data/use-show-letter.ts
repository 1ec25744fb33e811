import { useCallback } from 'react';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { Result } from '../../shared/lib/result.js';
import type { LetterDocument } from '../../shared/records/letter.js';
import { useSession } from './use-session.js';

export type ShowLetter = (letter: LetterDocument) => Promise<Result<{ readonly url: string }, HostErrorCode>>;

/** Has the host set a letter to be looked at; the same function as long as the host is the same. */
export function useShowLetter(): ShowLetter {
  const { host } = useSession();
  return useCallback(
    (letter) => host.call('letter.preview', { letters: [letter], title: letter.subject.slice(0, 300) }),
    [host],
  );
}
