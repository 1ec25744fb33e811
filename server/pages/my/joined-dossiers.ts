import { mergedInto, resolveMerges } from '../../../shared/domain/merged-people.js';
import { PersonEvent } from '../../../shared/records/person.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { Queries } from '../../database/database.js';
import { eventsAs } from '../../fold/read-known.js';
import { readDossiers, readJoinedTo } from '../../store/record-rows.js';

/** G-13: all dossiers of the person whose this one is, as laptops join them; first the one that stands for the others. */
export async function joinedDossiers(
  queries: Queries,
  organisation: string,
  dossier: string,
): Promise<readonly string[]> {
  const links = new Map<PersonId, PersonId>();
  const there = new Set<string>();
  const around = new Set([dossier]);
  for (const id of around) {
    const own = await readDossiers(queries, organisation, { dossiers: [id], tables: ['person'] });
    for (const person of [...own, ...(await readJoinedTo(queries, organisation, id))]) {
      there.add(person.id);
      const into = mergedInto(eventsAs(PersonEvent, person.state));
      if (into === null) continue;
      links.set(person.id as PersonId, into);
      around.add(person.id).add(into); // and on from both
    }
  }
  const standsAs = resolveMerges(links, (id) => there.has(id));
  const survivor = standsAs.get(dossier as PersonId) ?? dossier;
  const others = [...standsAs].filter(([, stands]) => stands === survivor).map(([id]) => id);
  return [survivor, ...others];
}
