import type { EventChange } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { LetterEvent, LetterState } from '../records/letter.js';
import type { LetterId, PersonId } from '../records/primitives.js';

/**
 * R44: what may follow what. A letter that was posted is out of the house; printing it once more changes nothing of that. One
 * that was discarded on one laptop and posted from another was posted.
 */
const TRANSITIONS = {
  written: ['printed', 'posted', 'discarded'],
  printed: ['printed', 'posted', 'discarded'],
  posted: [],
  discarded: ['posted'],
} as const satisfies Record<LetterState, readonly LetterState[]>;

export interface LetterStanding {
  readonly state: LetterState;
  /** When it came into this state. */
  readonly since: Instant;
}

/** Where a letter stands, from its events in the order of their stamps. */
export function foldLetter(writtenAt: Instant, events: readonly LetterEvent[]): LetterStanding {
  let standing: LetterStanding = { state: 'written', since: writtenAt };
  for (const { state, at } of events) if (letterMayBecome(standing.state, state)) standing = { state, since: at };
  return standing;
}

/** Whether a letter may go from one state to another. */
export function letterMayBecome(from: LetterState, to: LetterState): boolean {
  return (TRANSITIONS[from] as readonly LetterState[]).includes(to);
}

/** Whether it still has to be put into an envelope. */
export function waitsForPost(state: LetterState): boolean {
  return state === 'written' || state === 'printed';
}

/** C16: what somebody says became of a letter. */
export function noteLetter(
  { id, personId }: { readonly id: LetterId; readonly personId: PersonId },
  state: LetterEvent['state'],
  stamp: Pick<LetterEvent, 'id' | 'at' | 'by'>,
): EventChange {
  const event: LetterEvent = { ...stamp, type: 'post', state };
  return { kind: 'event', table: 'letter', id, dossier: personId, event };
}
