import type { SyncStanding } from '../../shared/host/sync-standing.js';

/** Where this laptop stands with its server. */
export interface AnsweredStanding {
  /** Null where there is none. */
  readonly standing: SyncStanding;
  /** The server has answered everything that was written here, and the lists show what it refused. */
  readonly answered: boolean;
}

/** @param takenTo place of the journal up to which the lists show what it says: a refusal stands there before its number counts as sent */
export function asAnswered(standing: SyncStanding, takenTo: number): AnsweredStanding {
  if (standing === null) return { standing, answered: false };
  const { contactAt, unsent, brings, resend, loading, place = 0 } = standing;
  const isSettled = contactAt !== null && unsent === 0 && !brings && resend === null && loading === null;
  return { standing, answered: isSettled && takenTo >= place };
}
