import { isConsentValid } from '../../../shared/domain/capture-notice.js';
import type { Applicant, Selection } from '../../../shared/domain/progress-action.js';
import { letterRecipients, mailRecipients, recipientLanguages } from '../../../shared/domain/recipients.js';
import { LANGUAGES, type ApplicationId, type Language } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Medium } from './mail-action.js';

/**
 * What the rules need of the ticked applications, as the roster has them now and on a day (a calendar date). Whoever was
 * erased meanwhile is left out.
 */
export function selectionOf(roster: Roster, applicationIds: readonly ApplicationId[], today: string): Selection {
  return applicationIds.flatMap((id): readonly Applicant[] => {
    const application = roster.applications.get(id);
    const person = application === undefined ? undefined : roster.people.get(application.personId);
    if (application === undefined || person === undefined) return [];
    const { givenName, familyName, email, phone, postalAddress, language, demo } = person;
    const consented = isConsentValid(person.consent, today);
    const databaseConsented = isConsentValid(person.databaseConsent, today);
    return [
      {
        applicationId: id,
        vacancyId: application.vacancyId,
        status: application.status,
        interviewType: application.interviewType,
        disputed: application.conflict?.steps.map((step) => step.id) ?? [],
        person: {
          id: application.personId,
          standsAs: person.id,
          givenName,
          familyName,
          email,
          phone,
          postalAddress,
          language,
          consented,
          databaseConsented,
          demo,
        },
      },
    ];
  });
}

/** How many could get a mail, or a letter, in each language, the first applicant's first; languages that nobody reads are not in it. */
export function countByLanguage(selection: Selection, medium: Medium = 'mail'): ReadonlyMap<Language, number> {
  const all = new Set(LANGUAGES);
  const { recipients } =
    medium === 'letter' ? letterRecipients(selection, all) : mailRecipients(selection, all, new Set());
  return new Map(
    recipientLanguages(recipients).map((language) => [
      language,
      recipients.filter(({ person }) => person.language === language).length,
    ]),
  );
}

/** How many of them no mail can reach: no address, or none that could be one. */
export function countWithoutAddress(selection: Selection): number {
  const { excluded } = mailRecipients(selection, new Set(LANGUAGES), new Set());
  return excluded.filter(({ reason }) => reason === 'no-email-address' || reason === 'invalid-email-address').length;
}

export function nameOf({ person }: Applicant): string {
  return `${person.givenName} ${person.familyName}`.trim();
}

/** The name of each, by the application. */
export function namesOf(selection: Selection): (application: ApplicationId) => string {
  const names = new Map(selection.map((applicant) => [applicant.applicationId, nameOf(applicant)]));
  return (application) => names.get(application) ?? '';
}
