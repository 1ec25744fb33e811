import type { Database } from '../database/database.js';
import { writeByServer } from '../store/write-by-server.js';

/** Files the erasure of a person as a change set of the server's own: it goes the way of all others, to every laptop. */
export async function eraseByServer(
  database: Database,
  organisation: string,
  { person, now }: { readonly person: string; readonly now: number },
): Promise<void> {
  const target = { table: 'person', id: person, dossier: person };
  const changes = [{ kind: 'erase', ...target, whole: true, forgets: true }] as const;
  await writeByServer(database, organisation, {
    action: 'delete-permanently',
    now,
    plan: () => Promise.resolve({ changes }),
  });
}
