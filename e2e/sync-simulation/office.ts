import type { Change } from '../../shared/changes/change-set.js';
import type { VacancyId } from '../../shared/records/primitives.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { organisationCreate, vacancyCreate } from '../../shared/testing/change-builders.js';
import { recruiterCreate } from '../../server/testing/records.js';
import { DEPARTMENTS } from './moving.js';
import { addLaptop, type World } from './world.js';

/** Without these a recruiter's writing about vacancies, and permanent deletions, are refused. */
const LESSER = RIGHTS.filter((right) => !['administer', 'vacancies', 'deleted-applications'].includes(right));

/** Laptops of everybody at a stand, before anybody works there: everybody sees and may do everything. */
export async function openStand(world: World, laptops: number): Promise<void> {
  for (let at = 0; at < laptops; at++) await addLaptop(world, { recruiter: null, by: null });
}

/** An office with two departments: one laptop sees everything, each of the others is of somebody who works in one. */
export async function openOffice(world: World, laptops: number): Promise<void> {
  const { chance } = world;
  const eva = chance.id();
  const others = Array.from({ length: laptops - 1 }, (_, at) => ({
    id: chance.id(),
    department: DEPARTMENTS[at % 2] ?? '',
  }));
  const first = await addLaptop(world, { recruiter: null, by: eva });
  const vacancies = [...DEPARTMENTS, ''].map((department) => vacancyCreate(chance.id() as VacancyId, { department }));
  const recruiters = [
    recruiterCreate(eva, { name: 'Eva Lind' }),
    ...others.map(({ id, department }) => recruiterCreate(id, { rights: LESSER, departments: [department] })),
  ];
  const changes: readonly Change[] = [organisationCreate(), ...recruiters, ...vacancies];
  const written = await first.page.commit('first-start', chance.id(), changes);
  if (!written.ok) throw new Error(written.code);
  while ((await first.exchange()).ok && ((await first.standing())?.unsent ?? 0) > 0);
  for (const { id } of others) await addLaptop(world, { recruiter: id, by: id });
}
