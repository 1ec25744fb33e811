import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { FieldsOf, Table } from '../../../shared/records/tables.js';

/** How a value is put into words. */
export type ValueKind =
  | 'text'
  | 'phone'
  | 'number'
  | 'yes-no'
  | 'list'
  | 'date'
  | 'instant'
  | 'language'
  | 'languages'
  | 'recruiter'
  | 'recruiters'
  | 'rights'
  | 'person'
  | 'vacancy'
  | 'vacancy-state'
  | 'interview-type'
  | 'interview-kind'
  | 'names'
  | 'words'
  | 'query';

export interface FieldLook {
  readonly word: MessageKey;
  readonly as: ValueKind;
}

/** Null: nobody ever writes it twice, or it follows from what is listed. */
type Looks<T extends Table> = { readonly [Field in keyof FieldsOf<T>]: FieldLook | null };

interface TableLook<T extends Table> {
  /** What deciding is in the eyes of the rights. */
  readonly action: WriteAction;
  readonly fields: Looks<T>;
}

const text = (word: MessageKey): FieldLook => ({ word, as: 'text' });
const list = (word: MessageKey): FieldLook => ({ word, as: 'list' });
const DELETED: FieldLook = { word: 'common.statusDeleted', as: 'yes-no' };

/** What every field is called where two values of it stand side by side; tables of which no field is ever changed have none. */
export const TABLE_LOOKS = {
  organisation: {
    action: 'edit-organisation',
    fields: {
      name: text('settings.organisationName'),
      zone: text('settings.zone'),
      letterhead: text('settings.letterhead'),
      accent: text('settings.accent'),
      departments: list('settings.departments'),
      positions: list('settings.positions'),
      retentionMonths: { word: 'settings.retention', as: 'number' },
      country: text('settings.country'),
      retentionDays: { word: 'settings.retentionDays', as: 'number' },
      undoSeconds: { word: 'settings.undoSeconds', as: 'number' },
      rejectionReasons: { word: 'settings.reasons', as: 'names' },
      ownSteps: { word: 'settings.steps', as: 'names' },
    },
  },
  recruiter: {
    action: 'edit-recruiter',
    fields: {
      name: text('settings.recruiterName'),
      email: text('settings.recruiterEmail'),
      rights: { word: 'settings.level', as: 'rights' },
      departments: list('settings.ownDepartments'),
      active: { word: 'settings.active', as: 'yes-no' },
      demo: null,
    },
  },
  fair: {
    action: 'edit-fair',
    fields: {
      name: text('fairs.name'),
      place: text('fairs.place'),
      stand: text('fairs.stand'),
      firstDate: { word: 'fairs.firstDate', as: 'date' },
      lastDate: { word: 'fairs.lastDate', as: 'date' },
      opensAt: text('fairs.opensAt'),
      closesAt: text('fairs.closesAt'),
      rooms: list('fairs.rooms'),
      demo: null,
    },
  },
  vacancy: {
    action: 'edit-vacancy',
    fields: {
      title: text('vacancies.columnTitle'),
      reference: text('vacancies.reference'),
      department: text('vacancies.department'),
      location: text('vacancies.location'),
      languages: { word: 'vacancies.languages', as: 'languages' },
      contactId: { word: 'vacancies.contact', as: 'recruiter' },
      questions: { word: 'vacancies.questions', as: 'words' },
      state: { word: 'vacancies.states', as: 'vacancy-state' },
      openedAt: null,
      demo: null,
    },
  },
  contractTemplate: {
    action: 'edit-contract-template',
    fields: {
      title: text('settings.contractTitle'),
      department: text('vacancies.department'),
      language: { word: 'capture.language', as: 'language' },
      blocks: { word: 'dossier.contents', as: 'words' },
      deleted: DELETED,
    },
  },
  contractTag: {
    action: 'edit-contract-tag',
    fields: {
      name: text('settings.tagName'),
      label: text('settings.tagLabel'),
      preset: text('settings.tagPreset'),
      deleted: DELETED,
    },
  },
  mailTemplate: {
    action: 'edit-template',
    fields: { purpose: null, language: null, department: null, text: { word: 'dossier.contents', as: 'words' } },
  },
  savedSearch: {
    action: 'edit-search',
    fields: {
      recruiterId: null,
      name: text('search.savedName'),
      request: { word: 'home.search', as: 'query' },
      deleted: DELETED,
    },
  },
  person: {
    action: 'edit-person',
    fields: {
      kind: null,
      givenName: text('capture.givenName'),
      familyName: text('capture.familyName'),
      email: text('capture.email'),
      phone: { word: 'capture.phone', as: 'phone' },
      language: { word: 'capture.language', as: 'language' },
      school: text('capture.school'),
      city: text('capture.city'),
      source: null,
      capturedAt: null,
      demo: null,
    },
  },
  interview: {
    action: 'edit-meeting-invitation',
    fields: {
      personId: null,
      applicationId: null,
      vacancyId: null,
      meetingId: null,
      type: { word: 'interview.type', as: 'interview-type' },
      kind: { word: 'interview.kind', as: 'interview-kind' },
      places: { word: 'interview.places', as: 'number' },
      recruiterIds: { word: 'interview.recruiters', as: 'recruiters' },
      startsAt: { word: 'interview.date', as: 'instant' },
      minutes: { word: 'interview.duration', as: 'number' },
      place: text('interview.place'),
      invitation: null,
      sequence: null,
      answerKey: null,
    },
  },
  appointment: {
    action: 'edit-appointment',
    fields: {
      title: text('calendar.title'),
      startsAt: { word: 'calendar.date', as: 'instant' },
      minutes: { word: 'calendar.duration', as: 'number' },
      place: text('calendar.place'),
      recruiterIds: { word: 'calendar.recruiters', as: 'recruiters' },
      personId: { word: 'calendar.candidate', as: 'person' },
      applicationId: null,
      vacancyId: { word: 'capture.vacancy', as: 'vacancy' },
    },
  },
  application: null,
  document: null,
  panelReview: null,
  message: null,
  letter: null,
} as const satisfies { readonly [T in Table]: TableLook<T> | null };

/** How a field is shown; null where it is not. */
export function fieldLook(table: string, field: string): (FieldLook & { readonly action: WriteAction }) | null {
  const tables: Readonly<Record<string, TableLookOfAny | null>> = TABLE_LOOKS;
  const look = tables[table];
  const shown = look?.fields[field];
  return look === null || look === undefined || shown === null || shown === undefined
    ? null
    : { ...shown, action: look.action };
}

interface TableLookOfAny {
  readonly action: WriteAction;
  readonly fields: Readonly<Record<string, FieldLook | null>>;
}
