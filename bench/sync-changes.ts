import { randomBytes } from 'node:crypto';
import type { Change, Stamp } from '../shared/changes/change-set.js';
import type { PersonId, RecruiterId } from '../shared/records/primitives.js';
import { RIGHTS } from '../shared/records/recruiter.js';
import { applicationCreate, setField } from '../shared/testing/change-builders.js';
import { applicationId, basics, VACANCIES, vacancyId } from './synthetic.js';

/** With this much of a letter a record is about 1.4 KB of JSON. */
const LETTER_BYTES = 1_050;
/** As much as a letter compresses: not every letter is the same. */
const LETTER = randomBytes(64 * 1024).toString('base64');

export const RECRUITER = 'dd'.padEnd(32, '0') as RecruiterId;

/** What stands before anybody applies: the organisation, its vacancies, and who works there. */
export function ground(): readonly Change[] {
  const fields = { name: 'Eva Lind', email: 'eva@example.com', rights: [...RIGHTS], departments: [] };
  const recruiter: Change = {
    kind: 'create',
    table: 'recruiter',
    id: RECRUITER,
    dossier: null,
    fields: { ...fields, active: true, demo: false },
  };
  return [recruiter, ...basics()];
}

/** An application with its letter: one record of about 1.4 KB. */
export function letterCreate(number: number): Change {
  const at = (number * 61) % (LETTER.length - LETTER_BYTES);
  return applicationCreate(applicationId(number), {
    personId: dossierOf(number),
    vacancyId: vacancyId(number % VACANCIES),
    receivedAt: 1_790_000_000_000 + number * 1000,
    text: LETTER.slice(at, at + LETTER_BYTES),
  });
}

/** One field of that record is set, over what its creation wrote. */
export function receivedSet(number: number, created: Stamp): Change {
  const target = { table: 'application', id: applicationId(number), dossier: dossierOf(number) };
  return setField(target, 'receivedAt', number, [created]);
}

function dossierOf(number: number): PersonId {
  return `bb${number.toString(16).padStart(30, '0')}` as PersonId;
}
