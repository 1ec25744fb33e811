import type { Queries } from '../database/database.js';
import { listedLaptops, type ListedLaptop } from '../store/listed-laptops.js';
import { recruiterNames, tableOf } from './admin-rows.js';

/** One line for each laptop, whatever names it has had. */
export async function listLaptops(queries: Queries, organisation: string): Promise<readonly string[]> {
  const names = await recruiterNames(queries, organisation);
  const laptops = await listedLaptops(queries, organisation);
  return tableOf(
    ['id', 'name', 'user', 'standing', 'last seen'],
    laptops.map((laptop) => [
      laptop.device,
      laptop.name,
      userOf(laptop, names),
      laptop.standing,
      minuteOf(laptop.seen),
    ]),
  );
}

function userOf({ recruiter, by }: ListedLaptop, names: ReadonlyMap<string, string>): string {
  if (recruiter !== null) return names.get(recruiter) ?? recruiter;
  const wrote = by === null ? undefined : names.get(by);
  return wrote === undefined ? 'everybody' : `everybody, last ${wrote}`;
}

/** UTC, to the minute. */
function minuteOf(at: number | null): string {
  return at === null ? '-' : `${new Date(at).toISOString().slice(0, 16)}Z`;
}
