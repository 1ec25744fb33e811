import type { Change } from '../../../shared/changes/change-set.js';
import { REFUSAL_TABLE } from '../../../shared/changes/housekeeping.js';
import type { InputOf } from '../../../shared/host/contract.js';
import type { Result } from '../../../shared/lib/result.js';
import type { JournalErrorCode } from '../journal/journal-error.js';
import { houseNote } from './house-note.js';
import type { Round } from './round.js';

/** Notes in this laptop's housekeeping that somebody has dealt with refused change sets, or takes such a note back. */
export async function settleRefusals(
  round: Pick<Round, 'journal' | 'now' | 'newId'>,
  { refusals, event, settled }: InputOf<'sync.settle'>,
): Promise<Result<null, JournalErrorCode>> {
  const changes = refusals.map((id): Change => {
    const refusal = { table: REFUSAL_TABLE, id, dossier: null };
    return settled
      ? { kind: 'event', ...refusal, event: { id: event, type: 'settled' } }
      : { kind: 'retract', ...refusal, event };
  });
  const noted = await round.journal.receive([houseNote(round, changes)], { sentTo: 0 }); // no dossier is forgotten with it
  return noted.ok ? { ok: true, value: null } : noted;
}
