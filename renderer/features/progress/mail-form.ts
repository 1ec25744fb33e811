import { z } from 'zod';
import type { MailTexts } from '../../../shared/domain/plan-mail.js';
import type { SendEmailInput } from '../../../shared/domain/progress-actions/send-email.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import type { Json } from '../../../shared/lib/json.js';
import { LanguageSchema, type ApplicationId, type Language } from '../../../shared/records/primitives.js';

/** What the page *Send email* holds. */
export interface MailForm {
  readonly from: SendEmailInput['from'];
  readonly texts: MailTexts;
  /** Languages in which nobody is to be written to (C33: they are named, never given another language). */
  readonly leftOut: ReadonlySet<Language>;
  readonly unticked: ReadonlySet<ApplicationId>;
}

/** The form as the action takes it: only languages that somebody reads and that are written in. */
export function inputOf(form: MailForm, languages: readonly Language[]): SendEmailInput {
  const texts = Object.fromEntries(
    languages.flatMap((language) => {
      const text = form.texts[language];
      return text === undefined || form.leftOut.has(language) ? [] : [[language, text] as const];
    }),
  );
  return { from: form.from, texts, unticked: form.unticked };
}

const Draft = z.object({
  texts: z.partialRecord(LanguageSchema, z.object({ subject: z.string(), contents: z.string() })),
});

/** One draft for each vacancy: what is written to its applicants is seldom written to another's. */
export function draftKey(selection: Selection): string {
  const vacancies = new Set(selection.map(({ vacancyId }) => vacancyId));
  const [only] = vacancies;
  return vacancies.size === 1 && only !== undefined ? `send-email-${only}` : 'send-email-several';
}

/** The texts of a kept draft; null when there is none, or it is of another shape (an older version's). */
export function readDraft(draft: Json | null): MailTexts | null {
  const read = Draft.safeParse(draft);
  return read.success ? read.data.texts : null;
}

export function writeDraft(texts: MailTexts): Json {
  return { texts: Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, { ...text }])) };
}
