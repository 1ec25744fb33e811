import { mergedInto, resolveMerges } from '../../shared/domain/merged-people.js';
import { PersonEvent } from '../../shared/records/person.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Queries } from '../database/database.js';
import { eventsAs } from '../fold/read-known.js';
import { readDossiers } from '../store/record-rows.js';
import { peopleWithMerges } from '../store/retention-rows.js';

/** G-13: who stands for several dossiers, with all of them; and who is not asked for, because another stands for them. */
interface StandingDossiers {
  readonly of: (id: string) => readonly string[];
  readonly isMerged: (id: string) => boolean;
}

export async function readStandingDossiers(queries: Queries, organisation: string): Promise<StandingDossiers> {
  const links = new Map<PersonId, PersonId>();
  const said = await peopleWithMerges(queries, organisation);
  for (const { id, state } of await readDossiers(queries, organisation, { dossiers: said, tables: ['person'] })) {
    const into = mergedInto(eventsAs(PersonEvent, state));
    if (into !== null) links.set(id as PersonId, into);
  }
  const named = [...new Set([...links.keys(), ...links.values()])];
  const there = new Set(
    (await readDossiers(queries, organisation, { dossiers: named, tables: ['person'] })).map(({ id }) => id),
  );
  const standsAs = resolveMerges(links, (id) => there.has(id));
  const merged = new Map<string, string[]>();
  for (const [id, survivor] of standsAs) merged.set(survivor, [...(merged.get(survivor) ?? []), id]);
  return { of: (id) => [id, ...(merged.get(id) ?? [])], isMerged: (id) => standsAs.has(id as PersonId) };
}
