import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';
import { inPeriod, type Period } from '../../state/period.js';
import type { ReportName } from './report-names.js';

/** What a report is narrowed to. Null: all. */
export interface ReportScope {
  readonly period: Period | null;
  readonly vacancyId: VacancyId | null;
  readonly department: string | null;
}

export const EVERYTHING: ReportScope = { period: null, vacancyId: null, department: null };

/** Whether a report is about applications, which belong to a vacancy; a fair's people need none. */
export function isByVacancy(name: ReportName): boolean {
  return name !== 'fairs';
}

/** What of the chosen filters the report applies: of what it does not apply, nothing may be said either. */
export function scopeOf(name: ReportName, chosen: ReportScope): ReportScope {
  return isByVacancy(name) ? chosen : { ...EVERYTHING, period: chosen.period };
}

/** Whether something may be missing from the report because of its filters. */
export function isNarrowed({ period, vacancyId, department }: ReportScope): boolean {
  return period !== null || vacancyId !== null || department !== null;
}

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
