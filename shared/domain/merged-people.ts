import type { PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';

/** G-13: whose dossier this one belongs to, as it was said last; null where it stands for itself (docs/adr/0027). */
export function mergedInto(events: readonly PersonEvent[]): PersonId | null {
  return events.findLast((event) => event.type === 'merge')?.into ?? null;
}

/** G-13: who was found to be somebody else. */
export function notSameAs(events: readonly PersonEvent[]): readonly PersonId[] {
  return events.flatMap((event) => (event.type === 'not-same' ? [event.other] : []));
}

/**
 * Who stands for each person who does not stand alone. It depends on the links and on nothing else, so every laptop that knows
 * the same ones finds the same: a link to somebody who is gone does not count, and of a ring, which two laptops can close
 * without seeing each other, the smallest id stands. Linear in the links.
 */
export function resolveMerges(
  links: ReadonlyMap<PersonId, PersonId>,
  isThere: (id: PersonId) => boolean,
): ReadonlyMap<PersonId, PersonId> {
  const standsAs = new Map<PersonId, PersonId>();
  for (const start of links.keys()) {
    const path = new Set<PersonId>();
    let at = start;
    for (let next = linkOf(at); next !== null && !path.has(at) && !standsAs.has(at); next = linkOf(at)) {
      path.add(at);
      at = next;
    }
    const survivor = standsAs.get(at) ?? (path.has(at) ? smallestOf(ringFrom(path, at)) : at);
    for (const id of path) if (id !== survivor) standsAs.set(id, survivor);
  }
  return standsAs;

  function linkOf(id: PersonId): PersonId | null {
    const into = links.get(id);
    return into === undefined || into === id || !isThere(id) || !isThere(into) ? null : into;
  }
}

function ringFrom(path: ReadonlySet<PersonId>, entry: PersonId): readonly PersonId[] {
  const ids = [...path];
  return ids.slice(ids.indexOf(entry));
}

function smallestOf(ids: readonly PersonId[]): PersonId {
  return ids.reduce((smallest, id) => (id < smallest ? id : smallest));
}

/** What was noted in several dossiers of one person, in the order of time; of one moment a withdrawal is the later word. */
export function joinEvents(lists: readonly (readonly PersonEvent[])[]): readonly PersonEvent[] {
  const [only, ...others] = lists;
  if (only === undefined || others.length === 0) return only ?? [];
  return lists.flat().sort((a, b) => a.at - b.at || Number(isWithdrawal(a)) - Number(isWithdrawal(b)));
}

function isWithdrawal(event: PersonEvent): boolean {
  return event.type === 'consent' && !event.given;
}
