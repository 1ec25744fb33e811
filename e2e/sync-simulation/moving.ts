import type { Change } from '../../shared/changes/change-set.js';
import { stampsToReplace } from '../../shared/changes/record-state.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import { setField } from '../../shared/testing/change-builders.js';
import type { OpenRow } from '../../renderer/data/sealed-row.js';
import type { Chance } from './chance.js';

export const DEPARTMENTS = ['Finance', 'Sales'] as const;

export interface Writing {
  readonly action: WriteAction;
  readonly changes: readonly Change[];
}

/** Who administers moves a vacancy to another department, or somebody who works there. */
export function move(rows: readonly OpenRow[], chance: Chance): Writing | null {
  const movable = rows.filter(
    ({ table, state }) => table === 'vacancy' || (table === 'recruiter' && state.fields.size > 0),
  );
  if (movable.length === 0) return null;
  const row = chance.oneOf(movable);
  if (row.table === 'vacancy') {
    const department = chance.oneOf([...DEPARTMENTS, '']);
    const moved = setField(targetOf(row), 'department', department, stampsToReplace(row.state, 'department'));
    return { action: 'edit-vacancy', changes: [moved, ...besides(rows, chance)] };
  }
  const departments = chance.is(0.2) ? [] : [chance.oneOf(DEPARTMENTS)];
  return {
    action: 'edit-recruiter',
    changes: [setField(targetOf(row), 'departments', departments, stampsToReplace(row.state, 'departments'))],
  };
}

/** With it somebody's record is changed: where the one is refused, something about a dossier is. */
function besides(rows: readonly OpenRow[], chance: Chance): readonly Change[] {
  const people = rows.filter(({ id, dossier }) => id === dossier);
  if (people.length === 0 || chance.is(0.3)) return [];
  const person = chance.oneOf(people);
  return [setField(targetOf(person), 'school', chance.id().slice(0, 6), stampsToReplace(person.state, 'school'))];
}

export function targetOf({ table, id, dossier }: OpenRow): Pick<OpenRow, 'table' | 'id' | 'dossier'> {
  return { table, id, dossier };
}
