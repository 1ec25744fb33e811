import type { StatusConflict } from '../../../shared/domain/status-conflict.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { FieldConflict } from '../../data/roster/field-conflicts.js';
import type { ApplicationRow, Roster } from '../../data/roster/rows.js';
import { fieldLook, type FieldLook } from './field-looks.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';

interface FieldQuestion {
  readonly kind: 'field';
  readonly id: string;
  readonly look: FieldLook & { readonly action: WriteAction };
  readonly conflict: FieldConflict;
}

interface StatusQuestion {
  readonly kind: 'status';
  readonly id: string;
  readonly application: ApplicationRow;
  readonly conflict: StatusConflict;
}

export type Question = FieldQuestion | StatusQuestion;

/** What is to be decided about one person, or about one record that is nobody's. */
export interface ConflictGroup {
  readonly id: string;
  readonly person: PersonId | null;
  /** Empty where the record has no name of its own. */
  readonly name: string;
  readonly table: string;
  readonly questions: readonly Question[];
}

/** Everything that two laptops said differently and nobody has decided, by whom it concerns, in the order of their names. */
export function openConflicts(roster: Roster, collator: Intl.Collator): readonly ConflictGroup[] {
  const groups = new Map<string, { group: Omit<ConflictGroup, 'questions'>; questions: Question[] }>();
  const add = (group: Omit<ConflictGroup, 'questions'>, question: Question): void => {
    const there = groups.get(group.id) ?? { group, questions: [] };
    there.questions.push(question);
    groups.set(group.id, there);
  };
  for (const application of roster.applications.values()) {
    const { id, conflict, personId } = application;
    if (conflict !== null) add(ofPerson(roster, personId), { kind: 'status', id, application, conflict });
  }
  for (const conflict of [...roster.fieldConflicts.values()].flat()) {
    const look = fieldLook(conflict.table, conflict.field);
    if (look === null) continue;
    const { dossier, id, field } = conflict;
    const group = dossier === null ? ofRecord(roster, conflict) : ofPerson(roster, dossier as PersonId);
    add(group, { kind: 'field', id: `${id} ${field}`, look, conflict });
  }
  return [...groups.values()]
    .map(({ group, questions }) => ({ ...group, questions }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** How many questions wait. */
export function countConflicts(roster: Roster): number {
  let count = 0;
  for (const { conflict } of roster.applications.values()) if (conflict !== null) count += 1;
  for (const conflicts of roster.fieldConflicts.values()) {
    count += conflicts.filter(({ table, field }) => fieldLook(table, field) !== null).length;
  }
  return count;
}

/** How many of them are about one person, whichever of the dossiers that were brought together they stand in. */
export function countConflictsOf(roster: Roster, person: PersonId): number {
  const standsAs = (id: string): string => roster.people.get(id as PersonId)?.id ?? id;
  const about = standsAs(person);
  let count = 0;
  for (const { conflict, personId } of roster.applications.values()) {
    if (conflict !== null && standsAs(personId) === about) count += 1;
  }
  for (const { dossier, table, field } of [...roster.fieldConflicts.values()].flat()) {
    if (dossier !== null && standsAs(dossier) === about && fieldLook(table, field) !== null) count += 1;
  }
  return count;
}

function ofPerson({ people }: Roster, id: PersonId): Omit<ConflictGroup, 'questions'> {
  const person = people.get(id);
  const name = person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
  const standsAs = person?.id ?? id;
  return { id: standsAs, person: person === undefined ? null : standsAs, name, table: 'person' };
}

function ofRecord(roster: Roster, { id, table }: FieldConflict): Omit<ConflictGroup, 'questions'> {
  return { id, person: null, name: nameOf(roster, table, id), table };
}

/** Of a record that is nobody's; empty where it has no name of its own, or is not here. */
export function nameOf(roster: Roster, table: string, id: string): string {
  const named: Readonly<Record<string, ReadonlyMap<string, object>>> = {
    recruiter: roster.recruiters,
    fair: roster.fairs,
    vacancy: roster.vacancies,
    contractTemplate: roster.contractTemplates,
    contractTag: roster.contractTags,
    savedSearch: roster.savedSearches,
    appointment: roster.appointments,
  };
  if (table === 'organisation') return roster.organisation?.name ?? '';
  const row: { readonly name?: unknown; readonly title?: unknown; readonly label?: unknown } =
    named[table]?.get(id) ?? {};
  const name = row.title ?? row.label ?? row.name;
  return typeof name === 'string' ? name : '';
}
