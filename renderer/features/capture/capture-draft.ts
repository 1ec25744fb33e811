import { z } from 'zod';
import type { CaptureForm } from '../../../shared/domain/capture.js';
import { CONSENT_PURPOSES } from '../../../shared/domain/capture-notice.js';
import type { Json } from '../../../shared/lib/json.js';
import {
  LanguageSchema,
  PersonIdSchema,
  VacancyIdSchema,
  type Language,
  type PersonId,
  type VacancyId,
} from '../../../shared/records/primitives.js';
import { FiledFileSchema } from '../../data/store-file.js';

export const DRAFT_KEY = 'capture';
/** The next person, while the one before is being saved. */
export const AHEAD_KEY = 'capture-ahead';

const Draft = z.object({
  /** Decided when the form was opened: its files lie under this dossier already. */
  personId: PersonIdSchema,
  form: z.object({
    givenName: z.string(),
    familyName: z.string(),
    email: z.string(),
    phone: z.string(),
    school: z.string(),
    vacancyId: VacancyIdSchema.nullable(),
    language: LanguageSchema,
    rating: z.int().min(1).max(7).nullable(),
    note: z.string(),
    consents: z.array(z.enum(CONSENT_PURPOSES)),
    cv: FiledFileSchema.nullable(),
  }),
});

export interface CaptureDraft {
  readonly personId: PersonId;
  readonly form: CaptureForm;
}

/** A kept draft, or null when there is none worth showing or it is of another version. */
export function readDraft(draft: Json | null): CaptureDraft | null {
  const parsed = Draft.safeParse(draft);
  return parsed.success && hasContent(parsed.data.form) ? parsed.data : null;
}

/** An empty form. Vacancy and language stay as they were for the person before: a stand meets one kind of people. */
export function emptyForm(keep: { readonly vacancyId: VacancyId | null; readonly language: Language }): CaptureForm {
  return {
    givenName: '',
    familyName: '',
    email: '',
    phone: '',
    school: '',
    vacancyId: keep.vacancyId,
    language: keep.language,
    rating: null,
    note: '',
    consents: [],
    cv: null,
  };
}

/** Whether anything about a person was given: vacancy and language alone are no draft. */
export function hasContent(form: CaptureForm): boolean {
  const typed = [form.givenName, form.familyName, form.email, form.phone, form.school, form.note];
  return (
    typed.some((text) => text.trim() !== '') || form.rating !== null || form.consents.length > 0 || form.cv !== null
  );
}
