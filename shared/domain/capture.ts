import type { Change, RecordEvent } from '../changes/change-set.js';
import { addMonths, dateIn, type Instant } from '../lib/time.js';
import type { Document } from '../records/document.js';
import type { Person } from '../records/person.js';
import type { ApplicationId, FairId, Language, PersonId, RecruiterId, VacancyId } from '../records/primitives.js';
import type { ConsentPurpose } from './capture-notice.js';
import { cleanContact, type ContactProblem, type ReadPhone } from './contact-details.js';
import { recordConsent } from './record-consent.js';
import { visibleLines } from './single-line.js';

/** What is typed about one person at the stand. Empty strings where nothing was typed. */
export interface CaptureForm {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly school: string;
  /** Null files the person as a prospect (G-12). */
  readonly vacancyId: VacancyId | null;
  readonly language: Language;
  /** First impression, 1–7. */
  readonly rating: number | null;
  readonly note: string;
  /** Purposes the person agreed to; none is ticked beforehand (security.md 7). */
  readonly consents: readonly ConsentPurpose[];
  readonly cv: StoredCv | null;
}

/** A file that lies sealed under this dossier already. */
export type StoredCv = Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size'>;

export interface CaptureContext {
  readonly now: Instant;
  readonly by: RecruiterId | null;
  /** Decided when the form was opened, so that files can be stored under it. */
  readonly personId: PersonId;
  readonly fair: { readonly id: FairId; readonly lastDate: string } | null;
  readonly retentionMonths: number;
  /** The organisation's IANA zone. */
  readonly zone: string;
  readonly newId: () => string;
  readonly readPhone: ReadPhone;
}

export type CaptureProblem = ContactProblem | { readonly field: 'note'; readonly code: 'too-long' };
export type CaptureField = CaptureProblem['field'];

/** Characters a note may have, as the records allow it. */
export const NOTE_LIMIT = 20_000;

export type CapturePlan =
  | { readonly ok: true; readonly applicationId: ApplicationId | null; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problems: readonly CaptureProblem[] };

/** The whole dossier of a person met at the fair as one change set, or what is missing. Pure. */
export function planCapture(form: CaptureForm, context: CaptureContext): CapturePlan {
  return planPerson({ ...form, city: '' }, context);
}

/** The same of somebody of whom more is known than is asked at the stand. */
export function planPerson(form: CaptureForm & { readonly city: string }, context: CaptureContext): CapturePlan {
  const contact = cleanContact(form, context.readPhone);
  const note = cleanNote(form.note);
  const problems: readonly CaptureProblem[] = [
    ...(contact.ok ? [] : contact.problems),
    ...(note.length > NOTE_LIMIT ? [{ field: 'note', code: 'too-long' } as const] : []),
  ];
  if (!contact.ok || problems.length > 0) return { ok: false, problems };
  const applicationId = form.vacancyId === null ? null : (context.newId() as ApplicationId);
  const person: Person = {
    kind: form.vacancyId === null ? 'prospect' : 'candidate',
    ...contact.value,
    language: form.language,
    source: { fairId: context.fair?.id ?? null },
    capturedAt: context.now,
    demo: false,
  };
  const changes: Change[] = [
    { kind: 'create', table: 'person', id: context.personId, dossier: context.personId, fields: person },
    ...applicationOf(form, applicationId, context),
    ...consentsOf(form, context),
    ...impressionsOf(form.rating, note, applicationId, context),
    ...documentOf(form, context),
  ];
  return { ok: true, applicationId, changes };
}

/** A note as it is stored: lines of visible text. */
export function cleanNote(text: string): string {
  return visibleLines(text).trim().normalize('NFC');
}

/** The date until which details may be kept: some months after the fair's last day, or after today without a fair. */
export function keptUntil({
  fair,
  retentionMonths,
  zone,
  now,
}: Pick<CaptureContext, 'fair' | 'retentionMonths' | 'zone' | 'now'>): string {
  return addMonths(fair?.lastDate ?? dateIn(zone, now), retentionMonths);
}

/** Until when somebody agrees who is asked now: as at the stand while the fair lasts, later some months after today. */
export function consentUntil({ fair, ...rest }: Parameters<typeof keptUntil>[0]): string {
  const isOver = fair !== null && fair.lastDate < dateIn(rest.zone, rest.now);
  return keptUntil({ ...rest, fair: isOver ? null : fair });
}

function applicationOf(form: CaptureForm, id: ApplicationId | null, { personId, now }: CaptureContext): Change[] {
  if (id === null) return [];
  const fields = { personId, vacancyId: form.vacancyId, receivedAt: now, text: '', answers: {}, demo: false };
  return [{ kind: 'create', table: 'application', id, dossier: personId, fields }];
}

function consentsOf({ consents, language }: CaptureForm, context: CaptureContext): Change[] {
  const { personId, now: at, by, newId } = context;
  const until = keptUntil(context);
  return consents.map((purpose) =>
    recordConsent({ personId, purpose, given: true, language, until }, { id: newId(), at, by }),
  );
}

/** Note and first impression belong to the application where there is one, else to the person. */
function impressionsOf(
  rating: number | null,
  note: string,
  applicationId: ApplicationId | null,
  context: CaptureContext,
): Change[] {
  const table = applicationId === null ? 'person' : 'application';
  const id = applicationId ?? context.personId;
  return [
    ...(rating === null ? [] : [eventOn(table, id, context, { type: 'rating', value: rating })]),
    ...(note === '' ? [] : [eventOn(table, id, context, { type: 'note', text: note })]),
  ];
}

function documentOf(form: CaptureForm, { personId, now, newId }: CaptureContext): Change[] {
  if (form.cv === null) return [];
  // A CV is the person's: it goes along into every vacancy.
  const fields = { personId, applicationId: null, kind: 'cv', ...form.cv, addedAt: now };
  return [{ kind: 'create', table: 'document', id: newId(), dossier: personId, fields }];
}

function eventOn(
  table: 'person' | 'application',
  id: string,
  { personId, now, by, newId }: CaptureContext,
  event: Omit<RecordEvent, 'id' | 'at' | 'by'> & { readonly type: string },
): Change {
  return { kind: 'event', table, id, dossier: personId, event: { ...event, id: newId(), at: now, by } };
}
