import { countGroups, type GroupCounts } from '../../../shared/domain/application-status.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Roster, Stored } from '../../data/roster/rows.js';

export interface VacancyRow extends GroupCounts {
  readonly vacancy: Stored<VacancyId, Vacancy>;
}

/** Each vacancy with the counts of its applications. */
export function vacancyRows(roster: Roster): readonly VacancyRow[] {
  return [...roster.vacancies.values()].map((vacancy) => ({
    vacancy,
    ...countGroups(roster.applicationsIn(vacancy.id)),
  }));
}

export interface VacancyFilter {
  /** As typed. */
  readonly text: string;
  readonly state: Vacancy['state'] | 'all';
}

/** The rows that fit, in the alphabet of the screen's language. */
export function filterVacancies(
  rows: readonly VacancyRow[],
  { text, state }: VacancyFilter,
  collator: Intl.Collator,
): readonly VacancyRow[] {
  const words = foldText(text).split(' ').filter(Boolean);
  return rows
    .filter(({ vacancy }) => state === 'all' || vacancy.state === state)
    .filter(({ vacancy: { title, reference, location, department } }) => {
      const searched = foldText(`${title} ${reference} ${location} ${department}`);
      return words.every((word) => searched.includes(word));
    })
    .sort((a, b) => collator.compare(a.vacancy.title, b.vacancy.title));
}
