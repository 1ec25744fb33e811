import { sameJson } from '../lib/json.js';
import type { Organisation } from '../records/organisation.js';
import type { Recruiter } from '../records/recruiter.js';
import { departmentKey } from './mail-template-id.js';

interface Known extends Pick<Recruiter, 'email' | 'active'> {
  readonly id: string;
}

/** Who is who when a laptop that worked alone joins: ids of its recruiters, each with that of the colleague they are. */
export type Identities = ReadonlyMap<string, string>;

/**
 * Whoever works on the laptop is the one that it was invited for; everybody else, and whoever comes without such an invitation,
 * is the colleague with the same email. The others are new.
 */
export function identify(
  own: readonly Known[],
  there: readonly Known[],
  { working, invited }: { readonly working: string | null; readonly invited: string | null },
): Identities {
  const byEmail = new Map<string, string>();
  for (const { id, email } of [...there].sort((a, b) => Number(a.active) - Number(b.active))) {
    byEmail.set(emailKey(email), id); // somebody who works there, before somebody who once did
  }
  byEmail.delete('');
  const isThere = there.some(({ id }) => id === invited);
  return new Map(
    own.flatMap(({ id, email }): [string, string][] => {
      const same = id === working && invited !== null && isThere ? invited : byEmail.get(emailKey(email));
      return same === undefined || same === id ? [] : [[id, same]];
    }),
  );
}

function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

type Lists = Pick<Organisation, 'departments' | 'positions' | 'rejectionReasons' | 'ownSteps'>;

/**
 * What the organisation's lists lack of those of a laptop that joins: each with that added, the others left out. A reason or
 * step by a name that is there already is still readable where it was given, and not offered a second time (C21, G-8).
 */
export function addedLists(own: Lists, there: Lists): Partial<Lists> {
  const added = {
    departments: withNames(there.departments, own.departments),
    positions: withNames(there.positions, own.positions),
    rejectionReasons: withNamed(there.rejectionReasons, own.rejectionReasons),
    ownSteps: withNamed(there.ownSteps, own.ownSteps),
  };
  return Object.fromEntries(Object.entries(added).filter(([list, all]) => !sameJson(all, there[list as keyof Lists])));
}

function withNames(there: readonly string[], own: readonly string[]): string[] {
  const known = new Set(there.map(departmentKey));
  return [...there, ...own.filter((name) => !known.has(departmentKey(name)))];
}

interface Named {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly retired: boolean;
}

function withNamed<One extends Named>(there: readonly One[], own: readonly One[]): One[] {
  const ids = new Set(there.map(({ id }) => id));
  const known = new Set(there.filter(({ retired }) => !retired).flatMap(namesOf));
  const lacking = own.filter(({ id }) => !ids.has(id));
  return [
    ...there,
    ...lacking.map((one) => ({ ...one, retired: one.retired || namesOf(one).some((n) => known.has(n)) })),
  ];
}

function namesOf({ names }: Named): string[] {
  return Object.entries(names).flatMap(([language, name]) =>
    name === '' ? [] : [`${language} ${departmentKey(name)}`],
  );
}

/** What a newcomer may do: administering the organisation is for whoever does to give. */
export function rightsOfNewcomer(rights: Recruiter['rights']): Recruiter['rights'] {
  return rights.filter((right) => right !== 'administer');
}
