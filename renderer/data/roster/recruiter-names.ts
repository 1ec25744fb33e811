import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Roster } from './rows.js';

/** What recruiters are called, those too who no longer work here. */
export function recruiterNames(
  { recruiters }: Pick<Roster, 'recruiters'>,
  ids: readonly RecruiterId[],
): readonly string[] {
  return ids.flatMap((id) => recruiters.get(id)?.name ?? []);
}
