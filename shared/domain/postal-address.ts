import type { EventChange } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { PersonEvent } from '../records/person.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import { visibleLines } from './single-line.js';

/** What the window of an envelope holds under the name. */
export const ADDRESS_LINES = 6;

/** The lines of an address that say something. */
export function addressLines(typed: string): readonly string[] {
  return visibleLines(typed)
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, ' '))
    .filter((line) => line !== '');
}

/** An address as it is stored. */
export function cleanAddress(typed: string): string {
  return addressLines(typed).join('\n');
}

/** The newest that was noted; empty where none is known. */
export function postalAddressOf(events: readonly PersonEvent[]): string {
  const noted = events.findLast((event) => event.type === 'postal-address');
  return noted?.address ?? '';
}

/** `address` is clean; empty takes back that one was known. */
export function noteAddress(
  personId: PersonId,
  address: string,
  { id, at, by }: { readonly id: string; readonly at: Instant; readonly by: RecruiterId | null },
): EventChange {
  const event = { id, type: 'postal-address', at, by, address };
  return { kind: 'event', table: 'person', id: personId, dossier: personId, event };
}
