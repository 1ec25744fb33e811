import { STATUS_RULES } from '../../../shared/domain/application-status.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Roster, Stored } from '../../data/roster/rows.js';

export interface VacancyRow {
  readonly vacancy: Stored<VacancyId, Vacancy>;
  /** All applications of the vacancy, and of these the pending and the processed (C20). */
  readonly all: number;
  readonly pending: number;
  readonly processed: number;
}

/** Each vacancy with its counts. */
export function vacancyRows(roster: Roster): readonly VacancyRow[] {
  return [...roster.vacancies.values()].map((vacancy) => {
    const applications = roster.applicationsIn(vacancy.id);
    const count = (group: 'pending' | 'processed') =>
      applications.filter(({ status }) => STATUS_RULES[status].group === group).length;
    return { vacancy, all: applications.length, pending: count('pending'), processed: count('processed') };
  });
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
