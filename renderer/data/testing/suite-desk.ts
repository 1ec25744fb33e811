import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import type { PersonId, ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Result } from '../../../shared/lib/result.js';
import type { Dossier } from '../dossier-repository.js';
import type { LiveQuery } from '../live-query.js';
import type { Saved } from '../commit.js';
import { openSession, type Session } from '../session.js';
import type { FakeHost } from './fake-host.js';

/** What both suites of the data layer start from: sessions over a journal in memory, and a person to file. */
export const EBBA = testId<PersonId>(101);
export const OSKAR = testId<PersonId>(102);
export const VACANCY = testId<VacancyId>(10);
export const APPLICATION = testId<ApplicationId>(20);

export const BASICS: readonly Change[] = [
  organisationCreate(),
  vacancyCreate(VACANCY),
  personCreate(EBBA),
  applicationCreate(APPLICATION, { personId: EBBA, vacancyId: VACANCY }),
];

let made = 0;

export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`);
  return result.value;
}

export async function open(host: FakeHost, databaseName: string, damages: unknown[] = []): Promise<Session> {
  const onDamage = (error: unknown): void => void damages.push(error);
  const options = {
    databaseName,
    now: () => 1_000_000,
    onProgress: () => undefined,
    onDamage,
    claim: () => Promise.resolve(true),
  };
  return unwrap(await openSession(host, options));
}

export function nameOfDatabase(): string {
  made += 1;
  return `suite-${made.toString()}-${Math.random().toString(36).slice(2)}`;
}

export async function save(
  session: Session,
  changes: readonly Change[],
  action: WriteAction = 'edit-person',
): Promise<Saved> {
  return unwrap(await session.commit({ action, changes }));
}

export async function first(query: LiveQuery<Dossier | null>): Promise<Dossier | null> {
  return await new Promise((resolve, reject) => {
    const stop = query.subscribe((state) => {
      if (state.status === 'loading') return;
      setTimeout(() => {
        stop();
      });
      if (state.status === 'ready') resolve(state.value);
      else reject(new Error(state.code));
    });
  });
}

export function whole(session: Session): unknown {
  const roster = session.roster.current();
  return {
    organisation: roster.organisation,
    vacancies: [...roster.vacancies.values()],
    people: [...roster.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    applications: [...roster.applications.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function fromAnotherLaptop(changes: readonly Change[]): ChangeSet {
  const device = '00000000000000bb';
  const stamp = `00000000ffff-0000-${device}`;
  return { v: 1, device, n: 1, stamp, at: 1, by: null, actionId: testId(99), action: 'capture', changes };
}

export function flip(box: Uint8Array): void {
  box[box.length >> 1] = (box[box.length >> 1] ?? 0) ^ 1;
}
