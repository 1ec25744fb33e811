import type { Language } from '../records/primitives.js';
import { personalDetailsIn, type PersonalDetails } from './anonymise.js';
import { parseTemplate } from './merge-fields.js';
import type { MailText, Problems } from './plan-mail.js';
import type { Applicant } from './progress-action.js';
import { templatesIn, templateUses, usesField } from './rich-text-fields.js';

/** Somebody whom a mail must not name, and by what they would be known. */
export interface Withheld {
  readonly applicant: Pick<Applicant, 'applicationId'>;
  readonly details: readonly PersonalDetails[];
}

/** R30: what somebody typed is never changed behind their back: what would name an applicant is said and must go. */
export function refuseDetails(
  withheld: readonly Withheld[],
  language: Language,
  { subject, contents }: MailText,
  problems: Problems,
): void {
  for (const field of ['given-name', 'family-name']) {
    if (templateUses(subject, field) || usesField(contents, field)) problems.add('field-withheld', language, field);
  }
  const typed = {
    'detail-in-subject': typedIn(subject),
    'detail-in-contents': templatesIn(contents).map(typedIn).join('\n'),
  } as const;
  for (const { applicant, details } of withheld) {
    for (const code of ['detail-in-subject', 'detail-in-contents'] as const) {
      for (const detail of new Set(details.flatMap((one) => personalDetailsIn(typed[code], one)))) {
        problems.add(code, language, detail, applicant.applicationId);
      }
    }
  }
}

/** Without its fields: what they are filled with is the organisation's and the vacancy's. */
function typedIn(template: string): string {
  return parseTemplate(template)
    .map((part) => (part.kind === 'field' ? ' ' : part.kind === 'text' ? part.text : part.tag))
    .join('');
}
