import { leftNote } from '../../../shared/changes/housekeeping.js';
import { success } from '../../../shared/lib/result.js';
import type { FileExchange } from './files/file-exchange.js';
import { houseNote } from './house-note.js';
import type { OpenRefusals } from './open-refusals.js';
import type { Round, Step } from './round.js';

interface LetGo {
  /** Dossiers that were forgotten. */
  readonly forgotten: number;
  /** Whether there is more to find out at once. */
  readonly more: boolean;
}

const NOTHING: LetGo = { forgotten: 0, more: false };

/**
 * Forgets the dossiers that left sight and of which nothing waits here: no change set and no file that is to be sent, and
 * nothing refused that somebody has to deal with (docs/adr/0052). The others stay, and are looked at again in the next step.
 */
export async function letGo(
  round: Round,
  { refusals, files }: { readonly refusals: OpenRefusals; readonly files?: Pick<FileExchange, 'dossiersToSend'> },
): Promise<Step<LetGo>> {
  const { leaving, refused } = round.state;
  if (leaving.length === 0 || round.state.brings) return success(NOTHING);
  const sentTo = await round.sentTo();
  const waiting = [
    await round.journal.reader.unsent(sentTo),
    await refusals.dossiers(refused, round.now()),
    files === undefined ? new Set<string>() : await files.dossiersToSend(round, sentTo),
  ];
  if (waiting.includes(null)) return success({ ...NOTHING, more: true });
  const free = new Set(leaving.filter((dossier) => !waiting.some((held) => held?.has(dossier) === true)));
  if (free.size === 0) return success(NOTHING);
  const forgotten = await round.journal.receive(
    [...free].map((dossier) => houseNote(round, [leftNote(dossier)])),
    { sentTo },
  );
  if (!forgotten.ok && forgotten.code === 'journal/not-sent') return success(NOTHING); // just now written
  if (!forgotten.ok) return forgotten;
  // Cut off before this is remembered, they are forgotten once more.
  await round.change({
    leaving: leaving.filter((dossier) => !free.has(dossier)),
    toRenew: round.state.toRenew.filter((dossier) => !free.has(dossier)),
    refused: refused.filter(({ dossiers }) => !dossiers.some((dossier) => free.has(dossier))),
  });
  return success({ forgotten: free.size, more: false });
}
