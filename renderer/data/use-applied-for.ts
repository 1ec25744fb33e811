import { useCallback } from 'react';
import { isListed } from '../../shared/domain/application-status.js';
import { seesOther } from '../../shared/domain/sees-other.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Roster } from './roster/rows.js';
import { useRights } from './use-rights.js';
import { usePreferences, useRoster } from './use-session.js';

/** How many applications there are, and the titles of those that the recruiter may see (G-7). */
interface AppliedFor {
  readonly count: number;
  readonly titles: readonly string[];
}

/** What a person applied for, the newest first; of one of the person's dossiers only, where `dossier` says which (G-13). */
export function useAppliedFor(person: PersonId, dossier: PersonId | null = null): AppliedFor {
  const rights = useRights();
  const { recruiterId } = usePreferences();
  const select = useCallback(
    (roster: Roster): AppliedFor => {
      const all = roster
        .applicationsOf(person)
        .filter(({ status, personId }) => isListed(status) && (dossier === null || personId === dossier))
        .sort((a, b) => b.receivedAt - a.receivedAt);
      const titles = all
        .flatMap(({ vacancyId }) => roster.vacancies.get(vacancyId) ?? [])
        .filter(({ contactId }) => seesOther(rights, { isOwn: recruiterId !== null && contactId === recruiterId }))
        .map(({ title }) => title);
      return { count: all.length, titles };
    },
    [person, dossier, rights, recruiterId],
  );
  return useRoster(select);
}
