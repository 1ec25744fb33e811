import { describe, expect, it } from 'vitest';
import { testId } from '../../../shared/testing/change-builders.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';
import {
  departmentsOf,
  employeeRow,
  employeeRows,
  EVERYBODY,
  shownEmployees,
  type EmployeeSort,
} from './employee-rows.js';

const COLLATOR = new Intl.Collator('sv');
const BY_NAME: EmployeeSort = { column: 'name', descending: false };
const BY_START: EmployeeSort = { column: 'startDate', descending: false };

interface Sample {
  readonly name: string;
  readonly department?: string;
  readonly startDate?: string | null;
  readonly hiredAt?: number | null;
}

function rosterOf(...samples: readonly Sample[]): Roster {
  const people = new Map<string, Partial<PersonRow>>();
  const applications = new Map<string, Partial<ApplicationRow>>();
  samples.forEach(({ name, department = 'Grid', startDate = '2027-02-01', hiredAt = 1 }, n) => {
    const personId = testId<PersonRow['id']>(100 + n);
    const [givenName = '', familyName = ''] = name.split(' ');
    people.set(personId, { id: personId, givenName, familyName });
    const id = testId<ApplicationRow['id']>(n);
    const employment = { position: 'Trainee', department, startDate, salary: '', own: {} };
    applications.set(id, { id, personId, vacancyId: testId(1), employment, hiredAt });
  });
  return { people, applications, vacancies: new Map() } as unknown as Roster;
}

const CROWD = rosterOf(
  { name: 'Östen Berg', startDate: '2027-01-01' },
  { name: 'Åsa Ek', department: 'Sales', startDate: null },
  { name: 'Märta Alm', department: 'Sales' },
  { name: 'Nils Nils', hiredAt: null },
);

function names(...[filter, sort]: [Partial<typeof EVERYBODY>, EmployeeSort]): readonly string[] {
  return shownEmployees(employeeRows(CROWD), { ...EVERYBODY, ...filter }, sort, COLLATOR).map(({ name }) => name);
}

describe('Employees', () => {
  it('R38 are those who are hired, and nobody else', () => {
    expect(names({}, BY_NAME)).toEqual(['Märta Alm', 'Åsa Ek', 'Östen Berg']);
    expect(employeeRow(CROWD, testId(3))).toBeNull();
    expect(employeeRow(CROWD, testId(99))).toBeNull();
    expect(employeeRow(CROWD, testId(0))).toMatchObject({ name: 'Östen Berg', vacancy: null });
  });

  it('sorts by start date, both ways, those without one last', () => {
    expect(names({}, BY_START)).toEqual(['Östen Berg', 'Märta Alm', 'Åsa Ek']);
    expect(names({}, { ...BY_START, descending: true })).toEqual(['Märta Alm', 'Östen Berg', 'Åsa Ek']);
    expect(names({}, { ...BY_NAME, descending: true })).toEqual(['Östen Berg', 'Åsa Ek', 'Märta Alm']);
  });

  it('finds by name without diacritics, and by department', () => {
    expect(names({ text: 'asa' }, BY_NAME)).toEqual(['Åsa Ek']);
    expect(names({ text: 'ber ost' }, BY_NAME)).toEqual(['Östen Berg']);
    expect(names({ departments: ['Sales'] }, BY_NAME)).toEqual(['Märta Alm', 'Åsa Ek']);
    expect(departmentsOf(employeeRows(CROWD), COLLATOR)).toEqual([
      { name: 'Grid', count: 1 },
      { name: 'Sales', count: 2 },
    ]);
  });
});
