import { useMemo } from 'react';
import { hasRight, mayEditTemplates, mayWriteIn, rightsOf, type NeededRight } from '../../shared/domain/rights.js';
import type { Right } from '../../shared/records/recruiter.js';
import type { Roster } from './roster/rows.js';
import { usePreferences, useRoster } from './use-session.js';

/** C19: what the person who works here may do. */
export function useRights(): readonly Right[] {
  const { recruiterId } = usePreferences();
  const select = useMemo(() => (roster: Roster) => rightsOf(recruiterId, roster.recruiters), [recruiterId]);
  return useRoster(select);
}

export function useHasRight(needed: NeededRight): boolean {
  return hasRight(useRights(), needed);
}

/** G-9: of a department administrator, in which he or she writes; empty for all. */
export function useOwnDepartments(): readonly string[] {
  const { recruiterId } = usePreferences();
  const select = useMemo(
    () =>
      (roster: Roster): readonly string[] =>
        [...roster.recruiters.values()].find(({ id }) => id === recruiterId)?.departments ?? [],
    [recruiterId],
  );
  return useRoster(select);
}

/** G-8, G-9: whether the templates of this department (empty: those for all) may be edited. */
export function useMayEditTemplates(department: string): boolean {
  return mayEditTemplates(useRights(), useOwnDepartments(), department);
}

/** G-9: whether a vacancy of this department may be changed. */
export function useMayEditVacancies(): (department: string) => boolean {
  const departments = useOwnDepartments();
  const may = useHasRight('vacancies');
  return (department) => may && mayWriteIn(departments, department);
}
