import { vacancyEndedAt } from '../../../shared/domain/vacancy-ended.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { readRecord } from '../read-record.js';
import type { OpenRow } from '../sealed-row.js';
import type { Stored } from './rows.js';

/** Keeps a record of a small table as it stands; one that is erased goes. */
export function putSmall<Id extends string, Fields extends object>(
  map: Map<Id, Stored<Id, Fields>>,
  record: { readonly fields: Fields } | null,
  id: Id,
): void {
  if (record === null) map.delete(id);
  else map.set(id, { ...record.fields, id });
}

/** A vacancy, and since when it is not open any more. */
export function putVacancy(
  table: {
    readonly vacancies: Map<VacancyId, Stored<VacancyId, Vacancy>>;
    readonly endedVacancies: Map<VacancyId, Instant>;
  },
  row: OpenRow,
): void {
  const id = row.id as VacancyId;
  putSmall(table.vacancies, readRecord('vacancy', row), id);
  const endedAt = vacancyEndedAt(row.state);
  if (endedAt === null) table.endedVacancies.delete(id);
  else table.endedVacancies.set(id, endedAt);
}
