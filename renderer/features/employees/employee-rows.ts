import { foldText } from '../../../shared/lib/fold-text.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';

/** A hired application, which is what an employee is (docs/adr/0018). */
export interface EmployeeRow {
  readonly id: ApplicationId;
  /** The dossier in which the application lies. */
  readonly dossier: PersonId;
  readonly person: PersonRow;
  readonly name: string;
  readonly terms: EmploymentTerms;
  readonly hiredAt: Instant;
  readonly vacancyId: VacancyId;
  /** Null for one that is not here. */
  readonly vacancy: string | null;
}

/** A laptop that never saw what was agreed shows the employee nevertheless. */
const NOTHING_AGREED: EmploymentTerms = { position: '', department: '', startDate: null, salary: '', own: {} };

/** R38: everybody who is hired. */
export function employeeRows(roster: Roster): readonly EmployeeRow[] {
  return [...roster.applications.values()].flatMap((application) => {
    const row = rowOf(roster, application);
    return row === null ? [] : [row];
  });
}

/** Null for an application that is not there, or not hired. */
export function employeeRow(roster: Roster, id: ApplicationId): EmployeeRow | null {
  const application = roster.applications.get(id);
  return application === undefined ? null : rowOf(roster, application);
}

function rowOf(roster: Roster, application: ApplicationRow): EmployeeRow | null {
  const { id, personId, vacancyId, employment, hiredAt } = application;
  const person = roster.people.get(personId);
  if (hiredAt === null || person === undefined) return null;
  return {
    id,
    dossier: personId,
    person,
    name: `${person.givenName} ${person.familyName}`.trim(),
    terms: employment ?? NOTHING_AGREED,
    hiredAt,
    vacancyId,
    vacancy: roster.vacancies.get(vacancyId)?.title ?? null,
  };
}

export interface EmployeeFilter {
  /** Name, as typed. */
  readonly text: string;
  /** None for all. */
  readonly departments: readonly string[];
}

export const EVERYBODY: EmployeeFilter = { text: '', departments: [] };

export interface EmployeeSort {
  readonly column: 'name' | 'startDate';
  readonly descending: boolean;
}

/** The rows that fit, in the alphabet of the screen's language; whoever has no start date stands last. */
export function shownEmployees(
  rows: readonly EmployeeRow[],
  { text, departments }: EmployeeFilter,
  { column, descending }: EmployeeSort,
  collator: Intl.Collator,
): readonly EmployeeRow[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const byName = (a: EmployeeRow, b: EmployeeRow): number => collator.compare(a.name, b.name);
  const byStart = (a: EmployeeRow, b: EmployeeRow): number => compareDates(a.terms.startDate, b.terms.startDate);
  const sign = descending ? -1 : 1;
  return rows
    .filter(({ terms }) => departments.length === 0 || departments.includes(terms.department))
    .filter(({ name }) => {
      const folded = foldText(name);
      return words.every((word) => folded.includes(word));
    })
    .sort((a, b) => {
      if (column === 'name') return sign * byName(a, b);
      const open = Number(a.terms.startDate === null) - Number(b.terms.startDate === null);
      return open || sign * byStart(a, b) || byName(a, b);
    });
}

/** Calendar dates order as their text does. */
function compareDates(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

/** The departments that somebody works in, with how many. */
export function departmentsOf(
  rows: readonly EmployeeRow[],
  collator: Intl.Collator,
): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { terms } of rows) {
    if (terms.department !== '') counts.set(terms.department, (counts.get(terms.department) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => collator.compare(a.name, b.name));
}
