import type { Failure } from '../shared/lib/result.js';

const SAID = {
  'environment/unusable': 'What the environment says cannot be used.',
  'folder/in-use': 'The data folder is in use: the server runs on it. Stop it first, or use PostgreSQL (DATABASE_URL).',
  'folder/other-engine': 'The data folder was written by another version of the embedded engine.',
  'folder/unusable': 'The data folder (FAIRDESK_SERVER_DATA) cannot be made, or is no folder that can be written to.',
  'postgres/unreachable': 'PostgreSQL cannot be reached: does it run at the address in DATABASE_URL?',
  'postgres/no-database': 'PostgreSQL has no such database: make it first (createdb), or mend DATABASE_URL.',
  'postgres/refused': 'PostgreSQL refuses the user or the password in DATABASE_URL.',
  'postgres/unusable': 'PostgreSQL cannot be used by what stands in DATABASE_URL.',
  'migration/changed': 'A migration that ran already stands otherwise in this program.',
  'migration/newer-store': 'The store was written by a newer version of this program.',
  'listen/port-taken':
    'The port is taken: the server runs already, or another program listens there. FAIRDESK_SERVER_PORT names another.',
  'listen/impossible': 'The server cannot listen at this address (FAIRDESK_SERVER_HOST, FAIRDESK_SERVER_PORT).',
} as const;

/** What keeps the server from running, in one line for whoever runs it. */
export function problemLine({ code, detail }: Failure<keyof typeof SAID>): string {
  return detail === undefined ? SAID[code] : `${SAID[code]} (${detail})`;
}
