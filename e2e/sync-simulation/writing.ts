import type { Change } from '../../shared/changes/change-set.js';
import { everyEventOf, stampsToReplace, type Register } from '../../shared/changes/record-state.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import type { PersonId } from '../../shared/records/primitives.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import type { OpenRow } from '../../renderer/data/sealed-row.js';
import type { Chance } from './chance.js';

export interface Writing {
  readonly action: WriteAction;
  readonly changes: readonly Change[];
}

const FIELDS = ['city', 'school', 'phone'];
const TAGS = ['java', 'sales', 'nurse'];

/** Something that a person does with the records that can be seen; null where there is nothing to do it with. */
export function anyWriting(rows: readonly OpenRow[], chance: Chance): Writing | null {
  const people = rows.filter(({ id, dossier }) => id === dossier);
  const kind = chance.next();
  if (kind < 0.35 || people.length === 0) return capture(chance);
  const person = chance.oneOf(people);
  if (kind < 0.65) return edit(person, chance);
  if (kind < 0.8) return tag(person, chance);
  return happen(person, chance);
}

function capture(chance: Chance): Writing {
  const id = chance.id() as PersonId;
  const notes = Array.from({ length: chance.below(3) }, () => noteOn({ table: 'person', id, dossier: id }, chance));
  return { action: 'capture', changes: [personCreate(id, { city: word(chance) }), ...notes] };
}

/** Replaces what is shown, or settles a conflict by replacing all heads. */
function edit(row: OpenRow, chance: Chance): Writing {
  const field = chance.oneOf(FIELDS);
  const heads = [...(row.state.fields.get(field)?.heads.keys() ?? [])];
  const replaces = chance.is(0.5) ? heads : stampsToReplace(row.state, field);
  const value = word(chance);
  return {
    action: 'edit-person',
    changes: [{ kind: 'set', ...targetOf(row), field, value, before: null, replaces }],
  };
}

function tag(row: OpenRow, chance: Chance): Writing {
  const element = chance.oneOf(TAGS);
  const there: Register | undefined = row.state.sets.get('tags')?.get(element);
  const replaces = [...(there?.heads.keys() ?? [])];
  const change: Change =
    replaces.length > 0 && chance.is(0.6)
      ? { kind: 'remove', ...targetOf(row), field: 'tags', element, replaces }
      : { kind: 'add', ...targetOf(row), field: 'tags', element };
  return { action: 'edit-person', changes: [change] };
}

function happen(row: OpenRow, chance: Chance): Writing {
  const events = everyEventOf(row.state);
  if (events.length > 0 && chance.is(0.3)) {
    return { action: 'edit-person', changes: [{ kind: 'retract', ...targetOf(row), event: chance.oneOf(events).id }] };
  }
  return { action: 'edit-person', changes: [noteOn(targetOf(row), chance)] };
}

function noteOn(target: Pick<OpenRow, 'table' | 'id' | 'dossier'>, chance: Chance): Change {
  return {
    kind: 'event',
    ...target,
    event: { id: chance.id(), type: 'note', text: word(chance), at: 1, by: '0'.repeat(32) },
  };
}

export function targetOf({ table, id, dossier }: OpenRow): Pick<OpenRow, 'table' | 'id' | 'dossier'> {
  return { table, id, dossier };
}

function word(chance: Chance): string {
  return chance.id().slice(0, 6);
}
