import type { CreateChange, SetChange, Stamp } from '../changes/change-set.js';
import type { Json } from '../lib/json.js';
import { ORGANISATION_ID, type Organisation } from '../records/organisation.js';
import type { Application } from '../records/application.js';
import type { Interview } from '../records/interview.js';
import type { Message } from '../records/message.js';
import type { Person } from '../records/person.js';
import type { PersonId, VacancyId } from '../records/primitives.js';
import type { Vacancy } from '../records/vacancy.js';

/** A readable id for tests: the number in 32 digits. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who calls says which kind of id
export function testId<Type extends string>(number: number): Type {
  return number.toString(16).padStart(32, '0') as Type;
}

export function organisationCreate(fields: Partial<Organisation> = {}): CreateChange {
  return create('organisation', ORGANISATION_ID, null, {
    name: 'Fjordkraft',
    zone: 'Europe/Oslo',
    departments: [],
    positions: [],
    retentionMonths: 24,
    undoSeconds: 30,
    ...fields,
  });
}

export function personCreate(id: PersonId, fields: Partial<Person> = {}): CreateChange {
  return create('person', id, id, {
    kind: 'candidate',
    givenName: 'Ebba',
    familyName: 'Norrlander',
    email: 'ebba@example.com',
    phone: '',
    language: 'sv',
    school: '',
    city: '',
    source: { fairId: null },
    capturedAt: 1,
    demo: false,
    ...fields,
  });
}

export function vacancyCreate(id: VacancyId, fields: Partial<Vacancy> = {}): CreateChange {
  return create('vacancy', id, null, {
    title: 'Trainee',
    reference: '2026-114',
    department: '',
    location: '',
    languages: ['sv'],
    contactId: null,
    questions: [],
    state: 'open',
    openedAt: 1,
    demo: false,
    ...fields,
  });
}

export function applicationCreate(
  id: string,
  { personId, vacancyId, ...fields }: Pick<Application, 'personId' | 'vacancyId'> & Partial<Application>,
): CreateChange {
  const value = { personId, vacancyId, receivedAt: 1, text: '', answers: {}, demo: false, ...fields };
  return create('application', id, personId, value);
}

export function interviewCreate(
  id: string,
  { personId, applicationId, ...fields }: Pick<Interview, 'personId' | 'applicationId'> & Partial<Interview>,
): CreateChange {
  return create('interview', id, personId, {
    personId,
    applicationId,
    vacancyId: testId(10),
    meetingId: id,
    type: 'first',
    kind: null,
    places: null,
    recruiterIds: [testId(30)],
    startsAt: 1_790_000_000_000,
    minutes: 30,
    place: 'Room 4',
    invitation: 'email',
    sequence: 0,
    answerKey: '0'.repeat(64),
    ...fields,
  });
}

/** An ad hoc mail that was queued long ago. */
export function messageCreate(
  id: string,
  { personId, ...fields }: Pick<Message, 'personId'> & Partial<Message>,
): CreateChange {
  return create('message', id, personId, {
    channel: 'email',
    purpose: 'ad-hoc',
    personId,
    applicationId: null,
    vacancyId: null,
    language: 'sv',
    from: { name: 'Eva', address: 'eva@example.com' },
    to: { name: 'Ebba Norrlander', address: 'ebba@example.com' },
    subject: 'Hej',
    text: 'Hej',
    html: '<p>Hej</p>',
    interviewId: null,
    calendar: null,
    attachments: [],
    messageId: `<${id}@example.com>`,
    queuedAt: 1,
    holdUntil: 1,
    deliverBy: 'aaaaaaaaaaaaaaaa',
    ...fields,
  });
}

export function setField(
  target: { readonly table: string; readonly id: string; readonly dossier: string | null },
  field: string,
  value: Json,
  replaces: readonly Stamp[],
): SetChange {
  return { kind: 'set', ...target, field, value, before: null, replaces };
}

function create(
  table: string,
  id: string,
  dossier: string | null,
  fields: Readonly<Record<string, Json>>,
): CreateChange {
  return { kind: 'create', table, id, dossier, fields };
}
