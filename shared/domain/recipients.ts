import type { ApplicationId, Language } from '../records/primitives.js';
import { isEmailAddress } from './email-address.js';
import type { Applicant, ExclusionReason, Plan, Selection } from './progress-action.js';

/** The languages in which a mail to these applicants must be written, the first applicant's first. */
export function recipientLanguages(selection: Selection): readonly Language[] {
  return [...new Set(selection.map(({ person }) => person.language))];
}

export interface MailRecipients {
  readonly recipients: Selection;
  readonly excluded: Plan['excluded'];
}

/**
 * Who of the selection gets a mail, and who does not and why (C33). A language without its own variant is left out and
 * named, never given another one; what cannot be put right by a tick is said before the tick. Nobody gets it twice.
 */
export function mailRecipients(
  selection: Selection,
  written: ReadonlySet<Language>,
  unticked: ReadonlySet<ApplicationId>,
): MailRecipients {
  return recipientsOnce(
    selection,
    (applicant) => withoutMail(applicant, written) ?? (unticked.has(applicant.applicationId) ? 'unticked' : null),
  );
}

/** The same for letters, which need no address of any kind (C28). Those whose tick is away are left out before. */
export function letterRecipients(selection: Selection, written: ReadonlySet<Language>): MailRecipients {
  return recipientsOnce(selection, ({ person }) => (written.has(person.language) ? null : 'no-template-in-language'));
}

function recipientsOnce(
  selection: Selection,
  refuse: (applicant: Applicant) => ExclusionReason | null,
): MailRecipients {
  const recipients: Applicant[] = [];
  const excluded: { applicationId: ApplicationId; reason: ExclusionReason }[] = [];
  const seen = new Set<string>();
  for (const applicant of selection) {
    const { applicationId, person } = applicant;
    const reason =
      refuse(applicant) ?? (seen.has(person.standsAs) || seen.has(applicationId) ? 'same-person-twice' : null);
    if (reason !== null) excluded.push({ applicationId, reason });
    else {
      seen.add(person.standsAs).add(applicationId);
      recipients.push(applicant);
    }
  }
  return { recipients, excluded };
}

/** Why nobody can be written to, whatever else is done for them; null where nothing stands in the way. */
export function withoutMail({ person }: Applicant, written: ReadonlySet<Language>): ExclusionReason | null {
  if (person.email.trim() === '') return 'no-email-address';
  if (!isEmailAddress(person.email)) return 'invalid-email-address';
  return written.has(person.language) ? null : 'no-template-in-language';
}
