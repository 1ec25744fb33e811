import { Link } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { newestApplication } from '../../data/roster/newest-application.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';

/** Opens the dossier: by the newest application, or by the person where there is none. */
export function PersonLink({ person, children }: { readonly person: PersonRow; readonly children: ReactNode }) {
  const newest = useCallback((roster: Roster) => newestApplication(roster, person.id), [person.id]);
  const application = useRoster(newest);
  if (application === null) {
    return (
      <Link to="/people/$personId" params={{ personId: person.id }}>
        {children}
      </Link>
    );
  }
  const { vacancyId, id: applicationId } = application;
  return (
    <Link to="/vacancies/$vacancyId/applications/$applicationId" params={{ vacancyId, applicationId }}>
      {children}
    </Link>
  );
}
