import type { Change } from '../../../shared/changes/change-set.js';
import { stampOf } from '../../../shared/changes/clock.js';
import { HOUSEKEEPING, REFUSAL_TABLE } from '../../../shared/changes/housekeeping.js';
import type { InputOf } from '../../../shared/host/contract.js';
import type { Result } from '../../../shared/lib/result.js';
import type { JournalErrorCode } from '../journal/journal-error.js';
import type { Round } from './round.js';

/** Notes in this laptop's housekeeping that somebody has dealt with refused change sets, or takes such a note back. */
export async function settleRefusals(
  { journal, now, newId }: Pick<Round, 'journal' | 'now' | 'newId'>,
  { refusals, event, settled }: InputOf<'sync.settle'>,
): Promise<Result<null, JournalErrorCode>> {
  const changes = refusals.map((id): Change => {
    const refusal = { table: REFUSAL_TABLE, id, dossier: null };
    return settled
      ? { kind: 'event', ...refusal, event: { id: event, type: 'settled' } }
      : { kind: 'retract', ...refusal, event };
  });
  const stamp = stampOf({ device: HOUSEKEEPING, ms: 0, counter: 0 });
  const note = { stamp, at: now(), by: null, actionId: newId(), action: 'sync', changes };
  const noted = await journal.receive([note], { sentTo: 0 }); // no dossier is forgotten with it
  return noted.ok ? { ok: true, value: null } : noted;
}
