import type { Change } from '../../shared/changes/change-set.js';
import { everyEventOf, packState, stampsToReplace, type Register } from '../../shared/changes/record-state.js';
import type { PersonId, VacancyId } from '../../shared/records/primitives.js';
import { applicationCreate, messageCreate, personCreate } from '../../shared/testing/change-builders.js';
import type { OpenRow } from '../../renderer/data/sealed-row.js';
import type { Chance } from './chance.js';
import { move, targetOf, type Writing } from './moving.js';

const FIELDS = ['city', 'school', 'phone'];
const TAGS = ['java', 'sales', 'nurse'];

/** Something that a person does with the records that can be seen; null where there is nothing to do it with. */
export function anyWriting(rows: readonly OpenRow[], chance: Chance, mayErase: boolean): Writing | null {
  const people = rows.filter(({ id, dossier, table }) => id === dossier && table === 'person');
  const vacancies = rows.filter(({ table }) => table === 'vacancy');
  const kind = chance.next();
  if (kind < 0.3 || people.length === 0) return capture(vacancies, chance);
  const person = chance.oneOf(people);
  if (kind < 0.35)
    return vacancies.length === 0 ? apply(person, null, chance) : apply(person, chance.oneOf(vacancies), chance);
  if (kind < 0.4) return move(rows, chance);
  if (kind < 0.45) return mayErase ? erase(person, rows, chance) : null;
  if (kind < 0.7) return edit(person, chance);
  if (kind < 0.85) return tag(person, chance);
  return happen(person, chance);
}

function capture(vacancies: readonly OpenRow[], chance: Chance): Writing {
  const id = chance.id() as PersonId;
  const notes = Array.from({ length: chance.below(3) }, () => noteOn({ table: 'person', id, dossier: id }, chance));
  const vacancy = vacancies.length === 0 || chance.is(0.3) ? null : chance.oneOf(vacancies);
  const applications = vacancy === null ? [] : [application(id, vacancy, chance)];
  return { action: 'capture', changes: [personCreate(id, { city: word(chance) }), ...applications, ...notes] };
}

/** For a vacancy; without one a dossier has a second record of another kind. */
function apply({ id }: OpenRow, vacancy: OpenRow | null, chance: Chance): Writing {
  const personId = id as PersonId;
  if (vacancy !== null) return { action: 'edit-person', changes: [application(personId, vacancy, chance)] };
  return { action: 'edit-person', changes: [messageCreate(chance.id(), { personId })] };
}

function application(personId: PersonId, vacancy: OpenRow, chance: Chance): Change {
  return applicationCreate(chance.id(), { personId, vacancyId: vacancy.id as VacancyId });
}

/** R16: the whole dossier, or one of its records while the others are written anew (docs/adr/0019). */
function erase(person: OpenRow, rows: readonly OpenRow[], chance: Chance): Writing {
  const { id: dossier } = person;
  const others = rows.filter((row) => row.dossier === dossier && row.id !== dossier);
  if (others.length === 0 || chance.is(0.5)) {
    const forgets = chance.is(0.7) ? ({ forgets: true } as const) : {};
    const action = 'forgets' in forgets ? 'delete-permanently' : 'undo';
    return { action, changes: [{ kind: 'erase', ...targetOf(person), whole: true, ...forgets }] };
  }
  const gone = chance.oneOf(others);
  const kept = [person, ...others].filter((row) => row !== gone);
  return {
    action: 'delete-permanently',
    changes: [
      { kind: 'erase', ...targetOf(gone), whole: false, forgets: true },
      ...kept.map((row): Change => ({ kind: 'fold', ...targetOf(row), state: packState(row.state) })),
    ],
  };
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

function word(chance: Chance): string {
  return chance.id().slice(0, 6);
}
