import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';
import { inPeriod, type Period } from '../../state/period.js';

/** What a report is narrowed to. Null: all. */
export interface ReportScope {
  readonly period: Period | null;
  readonly vacancyId: VacancyId | null;
  readonly department: string | null;
}

export const EVERYTHING: ReportScope = { period: null, vacancyId: null, department: null };

/** Whether a moment lies in the period that the report is about. */
export function inScopePeriod({ period }: ReportScope, zone: string): (at: Instant) => boolean {
  return period === null ? () => true : inPeriod(period, zone);
}

export interface ScopedApplication {
  readonly application: ApplicationRow;
  readonly person: PersonRow;
}

/**
 * The applications of the report's vacancies as the lists know them (C20), so that its figures are those of
 * *Application handling*; one whose person is not there yet is in neither.
 */
export function applicationsInScope(
  roster: Roster,
  { vacancyId, department }: ReportScope,
): readonly ScopedApplication[] {
  return [...roster.vacancies.values()]
    .filter((vacancy) => vacancyId === null || vacancy.id === vacancyId)
    .filter((vacancy) => department === null || vacancy.department === department)
    .flatMap(({ id }) => roster.applicationsIn(id))
    .flatMap((application) => {
      const person = roster.people.get(application.personId);
      return person === undefined ? [] : [{ application, person }];
    });
}
