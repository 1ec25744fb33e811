import type { Roster } from './roster/rows.js';

/** What a form of the organisation rests on. */
export function seenOrganisation({ organisation }: Roster): string {
  return JSON.stringify(organisation);
}
