import { createHash, randomBytes } from 'node:crypto';
import type { CreateChange } from '../../shared/changes/change-set.js';
import type { Application } from '../../shared/records/application.js';
import type { PanelReview } from '../../shared/records/panel-review.js';
import type { Person } from '../../shared/records/person.js';
import type { ApplicationId, FileId, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import type { Vacancy } from '../../shared/records/vacancy.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { newId, recruiterCreate } from './records.js';
import type { Answer, SigningLaptop } from './signing-laptop.js';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

export interface AskedFor {
  readonly people?: readonly Partial<Person & Pick<Application, 'text' | 'answers'>>[];
  readonly review?: Partial<PanelReview>;
  readonly vacancy?: Partial<Vacancy>;
  readonly reviewer?: Partial<PanelReview['reviewers'][number]>;
}

export interface AskedPanel {
  readonly token: string;
  /** `/p/<token>` */
  readonly path: string;
  readonly reviewId: string;
  readonly vacancyId: VacancyId;
  readonly reviewerId: string;
  readonly asked: CreateChange;
  readonly people: readonly { readonly personId: PersonId; readonly applicationId: ApplicationId }[];
}

const PEOPLE: NonNullable<AskedFor['people']> = [
  { givenName: 'Ebba', familyName: 'Norrlander', text: 'I measure networks.' },
  { givenName: 'Jonas', familyName: 'Fjellheim', text: 'I build substations.' },
];

export interface AskingLaptop {
  readonly laptop: SigningLaptop;
  /** Who works at it. */
  readonly by: RecruiterId;
}

/** A laptop that has just begun, with its organisation and whoever works there. */
export async function beginAsking(laptop: SigningLaptop, organisation = 'Fjordkraft'): Promise<AskingLaptop> {
  const by = newId<RecruiterId>();
  const changes = [organisationCreate({ name: organisation }), recruiterCreate(by, { name: 'Maja Lindhult' })];
  taken(await laptop.write(changes, { action: 'first-start' }));
  return { laptop, by };
}

/** A laptop asks one reviewer about people, by what the dialog of the program writes. */
export async function askPanel({ laptop, by }: AskingLaptop, asked: AskedFor = {}): Promise<AskedPanel> {
  const token = randomBytes(32).toString('base64url');
  const [reviewId, reviewerId] = [newId(), newId()];
  const vacancyId = newId<VacancyId>();
  const people = (asked.people ?? PEOPLE).map((fields) => ({
    fields,
    personId: newId<PersonId>(),
    applicationId: newId<ApplicationId>(),
  }));
  const review: PanelReview = {
    vacancyId,
    requestedBy: by,
    requestedAt: Date.now(),
    applicationIds: people.map(({ applicationId }) => applicationId),
    noRating: false,
    noComments: false,
    notifies: false,
    reviewers: [
      {
        ...{ id: reviewerId, name: 'Ida Ek', address: 'ida@example.com', recruiterId: null, language: 'en' },
        ...{ tokenHash: sha256(token), ...asked.reviewer },
      },
    ],
    ...asked.review,
  };
  const create: CreateChange = { kind: 'create', table: 'panelReview', id: reviewId, dossier: null, fields: review };
  const changes = [
    vacancyCreate(vacancyId, { title: 'Trainee power systems', ...asked.vacancy }),
    ...people.flatMap(({ personId, applicationId, fields }) => {
      const { text: own = '', answers = {}, ...person } = fields;
      const application = { personId, vacancyId, text: own, answers };
      return [personCreate(personId, person), applicationCreate(applicationId, application)];
    }),
    create,
  ];
  taken(await laptop.write(changes, { by }));
  return { token, path: `/p/${token}`, reviewId, vacancyId, reviewerId, asked: create, people };
}

function taken({ status, text }: Answer): void {
  const { refused } = JSON.parse(text) as { readonly refused: readonly unknown[] };
  if (status !== 200 || refused.length > 0) throw new Error(`what the test writes was not taken: ${text}`);
}

/** Brings a CV of one of them, and files it: with an application, or as their own. */
export async function bringCv(
  { laptop, by }: AskingLaptop,
  { personId, applicationId = null }: { readonly personId: PersonId; readonly applicationId?: ApplicationId | null },
  { name = 'CV.pdf', bytes = Buffer.from('%PDF-1.7 of nobody'), brings = true } = {},
): Promise<FileId> {
  const fileId = newId<FileId>();
  const document = {
    ...{ personId, applicationId, fileId, kind: 'cv', name, mediaType: 'application/pdf' },
    ...{ size: bytes.length, addedAt: 1 },
  };
  await laptop.write([{ kind: 'create', table: 'document', id: newId(), dossier: personId, fields: document }], { by });
  if (!brings) return fileId;
  const offer = { dossier: personId, size: bytes.length, sha256: sha256(bytes), parts: [sha256(bytes)] };
  await laptop.ask('POST', `/v1/files/${fileId}`, { body: offer });
  await laptop.ask('PUT', `/v1/files/${fileId}/0`, { bytes });
  return fileId;
}
