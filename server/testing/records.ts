import { randomBytes } from 'node:crypto';
import type { CreateChange } from '../../shared/changes/change-set.js';
import { RIGHTS, type Recruiter } from '../../shared/records/recruiter.js';

/** An id that no other test has. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who calls says which kind of id
export function newId<Type extends string>(): Type {
  return randomBytes(16).toString('hex') as Type;
}

/** Somebody who may do everything, unless the test says otherwise. */
export function recruiterCreate(id: string, fields: Partial<Recruiter> = {}): CreateChange {
  const value = { name: 'Eva Lind', email: 'eva@example.com', rights: [...RIGHTS], departments: [], active: true };
  return { kind: 'create', table: 'recruiter', id, dossier: null, fields: { ...value, demo: false, ...fields } };
}
