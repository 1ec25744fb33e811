import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../shared/changes/change-set.js';
import {
  dismissDuplicate,
  planMerge,
  planSeparation,
  type MergePlan,
  type MergeStamp,
  type PersonDetails,
} from '../../shared/domain/merge-people.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import { PersonIdSchema, RecruiterIdSchema, type PersonId } from '../../shared/records/primitives.js';
import type { Dossier } from './dossier-repository.js';
import type { Session } from './session.js';
import { changesTo, type EditableRecord } from './edit-record.js';
import type { PersonRow } from './roster/rows.js';
import { useSession } from './use-session.js';

/** What is said of it: done, with the way back, or why not. */
interface Told {
  readonly text: string;
  readonly name?: string;
  readonly tone?: 'problem';
  readonly undo?: () => ReturnType<Session['undo']>;
}

/** G-13: what a recruiter says of two who may be one. Each can be taken back; what could not be saved says why. */
export function useMerge(tell: (toast: Told) => void) {
  const { t } = useTranslation();
  const session = useSession();
  const [saving, setSaving] = useState(false);
  const stamp = (): MergeStamp => ({
    at: session.now(),
    by: RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId),
    newId: () => session.newId(),
  });

  /** Whether it is saved. */
  const commit = async (action: WriteAction, changes: readonly Change[], name: string, done: string) => {
    setSaving(true);
    const saved = await session.commit({ action, changes });
    setSaving(false);
    if (saved.ok) tell({ text: done, name, undo: () => session.undo(saved.value) });
    else tell({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
    return saved.ok;
  };
  return {
    saving,
    /** `first` stands for both from here on. */
    merge: async (first: PersonRow, second: PersonRow, chosen: PersonDetails): Promise<boolean> => {
      const name = nameOf(chosen);
      const [one, other] = [await readPerson(session, first), await readPerson(session, second)];
      const changes =
        one === null || other === null ? [] : changesOf(planMerge(one, other, chosen, stamp()), [...one, ...other]);
      return await commit('merge-people', changes, name, t('duplicates.merged', { name }));
    },
    dismiss: async (first: PersonRow, second: PersonRow): Promise<boolean> => {
      const name = nameOf(first);
      const change = dismissDuplicate(first.id, second.id, stamp());
      return await commit('dismiss-duplicate', [change], name, t('duplicates.dismissed', { name }));
    },
    separate: async ({ person }: Dossier, merged: Dossier['merged'][number]): Promise<boolean> => {
      const name = nameOf(person.fields);
      const row = session.roster.current().people.get(PersonIdSchema.parse(person.id));
      const all = row === undefined ? null : await readPerson(session, row);
      const one = all?.find(({ id }) => id === merged.id);
      const changes = all === null || one === undefined ? [] : changesOf(planSeparation(all, one, stamp()), all);
      return await commit('separate-people', changes, name, t('duplicates.separated', { name }));
    },
  };
}

type Opened = EditableRecord<'person'> & { readonly id: PersonId };

/** Each dossier of a person as it stands now: nothing is set over what somebody changed meanwhile. Null once one is gone. */
async function readPerson(session: Session, { id, merged }: PersonRow): Promise<readonly [Opened, ...Opened[]] | null> {
  const open = async (one: PersonId): Promise<Opened | null> => {
    const record = await session.edit('person', one);
    return record === null ? null : { ...record, id: one };
  };
  const survivor = await open(id);
  const others = (await Promise.all(merged.map((other) => open(other.id)))).filter((one) => one !== null);
  return survivor === null || others.length < merged.length ? null : [survivor, ...others];
}

function changesOf({ sets, changes }: MergePlan, dossiers: readonly Opened[]): readonly Change[] {
  const set = sets.flatMap(({ id, details }) =>
    dossiers.filter((one) => one.id === id).flatMap((record) => changesTo(record, details)),
  );
  return [...set, ...changes];
}

function nameOf({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }): string {
  return `${givenName} ${familyName}`.trim();
}
