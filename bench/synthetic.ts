import type { Change } from '../shared/changes/change-set.js';
import { APPLICATION_STATUSES } from '../shared/records/application.js';
import type { ApplicationId, Language, PersonId, VacancyId } from '../shared/records/primitives.js';
import { LANGUAGES } from '../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  vacancyCreate,
} from '../shared/testing/change-builders.js';

export const VACANCIES = 40;
/** One vacancy that everybody applies to: 12 % of all. */
const HOT_SHARE = 0.12;

const GIVEN = [
  'Åsa',
  'Bjørn',
  'Cecilie',
  'Daan',
  'Ebba',
  'Femke',
  'Gunnar',
  'Hanne',
  'Ingrid',
  'Joris',
  'Kåre',
  'Linnéa',
];
const FAMILY = [
  'Aalborg',
  'Åkerlund',
  'Ærø',
  'Brandt',
  'Dalgaard',
  'Ekdal',
  'Fjeld',
  'Haverkamp',
  'Østby',
  'Öhman',
  'Winberg',
];

export function vacancyId(number: number): VacancyId {
  return id('aa', number) as VacancyId;
}

function id(prefix: string, number: number): string {
  return prefix + number.toString(16).padStart(30, '0');
}

export function basics(): readonly Change[] {
  const vacancies = Array.from({ length: VACANCIES }, (_, at) =>
    vacancyCreate(vacancyId(at), { title: `Vacancy ${at.toString()}` }),
  );
  return [organisationCreate(), ...vacancies];
}

/** One person and one application; the same number gives the same ones. */
export function applicant(number: number): readonly Change[] {
  const random = scrambled(number);
  const personId = id('bb', number) as PersonId;
  const hot = (random % 1000) / 1000 < HOT_SHARE;
  const language = LANGUAGES[number % LANGUAGES.length] as Language;
  const givenName = GIVEN[random % GIVEN.length] ?? '';
  const familyName = `${FAMILY[(random >> 4) % FAMILY.length] ?? ''}-${(random % 9973).toString(36)}`;
  const email = `person.${number.toString()}@example.com`;
  const application = applicationCreate(applicationId(number), {
    personId,
    vacancyId: vacancyId(hot ? 0 : 1 + (random % (VACANCIES - 1))),
    receivedAt: 1_790_000_000_000 + number * 1000,
  });
  const to = APPLICATION_STATUSES[random % APPLICATION_STATUSES.length] ?? 'new';
  const status: Change = {
    kind: 'event',
    table: 'application',
    id: application.id,
    dossier: personId,
    event: { id: id('ee', number), type: 'status', at: 1_790_000_000_000 + number, by: null, to },
  };
  return [personCreate(personId, { givenName, familyName, email, language, school: 'NTNU' }), application, status];
}

export function applicationId(number: number): ApplicationId {
  return id('cc', number) as ApplicationId;
}

/** A well-mixed 31-bit number (Knuth's multiplicative hash), the same in every run. */
function scrambled(number: number): number {
  return (Math.imul(number + 1, 2_654_435_761) >>> 1) & 0x7fffffff;
}
