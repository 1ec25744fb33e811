import type { EntryPerson } from '../../data/roster/calendar-entries.js';
import { TextLink } from '../../ui/links.js';

/** R100: the name leads to *Application and CV*, or to the person where there is no application. */
export function PersonLink({ person }: { readonly person: EntryPerson }) {
  const { applicationId, vacancyId, personId, name } = person;
  if (applicationId === null || vacancyId === null) {
    return (
      <TextLink to="/people/$personId" params={{ personId }}>
        {name}
      </TextLink>
    );
  }
  return (
    <TextLink to="/vacancies/$vacancyId/applications/$applicationId" params={{ vacancyId, applicationId }}>
      {name}
    </TextLink>
  );
}
