import { inPeriod } from '../../state/period.js';
import type { SearchOrder, SearchRequest } from '../../state/search-list.js';
import type { FoundRow } from './match-rows.js';
import type { SearchRow } from './search-rows.js';

/** The rows that the filters let through. C24: employees only when they are asked for. */
export function narrowRows(rows: readonly SearchRow[], request: SearchRequest, zone: string): readonly SearchRow[] {
  const { vacancyIds, statuses, rankings, languages, types, fairIds, period, rating } = request;
  const isIn = period === null ? null : inPeriod(period, zone);
  return rows.filter(
    ({ person, type, application, at }) =>
      (types.length === 0 ? type !== 'employee' : types.includes(type)) &&
      (vacancyIds.length === 0 || (application !== null && vacancyIds.includes(application.vacancyId))) &&
      (statuses.length === 0 || (application !== null && statuses.includes(application.status))) &&
      (rankings.length === 0 || (application !== null && rankings.includes(application.ranking))) &&
      (languages.length === 0 || languages.includes(person.language)) &&
      (fairIds.length === 0 || (person.fairId !== null && fairIds.includes(person.fairId))) &&
      (rating === null || (application?.rating ?? 0) >= rating) &&
      (isIn === null || isIn(at)),
  );
}

/** What was found, best first, by name, or newest first; ties by name, then newest first. */
export function orderRows(
  found: readonly FoundRow[],
  order: SearchOrder,
  collator: Intl.Collator,
): readonly FoundRow[] {
  const byName = (a: FoundRow, b: FoundRow): number => collator.compare(a.row.name, b.row.name);
  const newestFirst = (a: FoundRow, b: FoundRow): number => b.row.at - a.row.at;
  switch (order) {
    case 'relevance':
      return [...found].sort((a, b) => b.score - a.score || byName(a, b) || newestFirst(a, b));
    case 'name':
      return [...found].sort((a, b) => byName(a, b) || newestFirst(a, b));
    case 'date':
      return [...found].sort((a, b) => newestFirst(a, b) || byName(a, b));
  }
}
