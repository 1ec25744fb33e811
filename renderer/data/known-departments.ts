import { departmentKey } from '../../shared/domain/mail-template-id.js';
import type { Roster } from './roster/rows.js';

/** Every department that the organisation lists, that a vacancy is in or that has a template of its own; in no order. */
export function knownDepartments({ organisation, vacancies, mailTemplates }: Roster): readonly string[] {
  const named = [
    ...(organisation?.departments ?? []),
    ...[...vacancies.values()].map(({ department }) => department),
    ...[...mailTemplates.values()].filter(({ text }) => text !== null).map(({ department }) => department),
  ];
  return [...new Set(named.map(departmentKey))].filter((department) => department !== '');
}
